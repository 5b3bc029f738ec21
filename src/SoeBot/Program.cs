Console.WriteLine("SoeBot");
