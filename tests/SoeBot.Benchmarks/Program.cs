using System.Globalization;
using SoeBot.Benchmarks.Cards;
using SoeBot.Benchmarks.Measuring;
using SoeBot.Benchmarks.Orders;
using SoeBot.Benchmarks.Reminders;
using SoeBot.Benchmarks.Sending;
using SoeBot.Benchmarks.Size;
using SoeBot.Benchmarks.Turns;

// dotnet run -c Release --project tests/SoeBot.Benchmarks -- [name ...] [--long] [--rows 1000000] [--plants 200 --decisions 100000]
Benchmark[] all = [CardWriting.Write, CardWriting.Lint, OrderSearch.Search];

if (args.Contains("reminders.due")) return await DueReminders.RunAsync(Number("--plants", 200), Number("--decisions", 100_000)) ? 0 : 1;
if (args.Contains("outbox.send")) return await SendBenchmark.RunAsync() ? 0 : 1;
var rowsAt = Array.IndexOf(args, "--rows");
var rows = rowsAt >= 0 ? int.Parse(args[rowsAt + 1], CultureInfo.InvariantCulture) : 20_000;
var names = args.Where((a, at) => !a.StartsWith("--", StringComparison.Ordinal) && (rowsAt < 0 || at != rowsAt + 1)).ToArray();
var chosen = names is ["all"] ? all : [.. all.Where(b => names.Contains(b.Name))];
var turns = names is ["all"] ? TurnBenchmarks.All : [.. TurnBenchmarks.All.Where(b => names.Contains(b.Name) || names.Contains(b.Name.Split('.')[0]))];
SizeBenchmark[] sizes = [.. SizeBenchmarks.All.Where(b => names.Contains(b.Name) || names.Contains(b.Name.Split('.')[0]))];
if (chosen.Length + turns.Count + sizes.Length == 0)
{
    Console.WriteLine("Name one or more of these, turn for all turns, plan for all sizes, or all but the sizes; --long warms up 45 s, less is not to be quoted:");
    Report.List(all);
    foreach (var turn in turns = TurnBenchmarks.All) Console.WriteLine($"  {turn.Name,-20} {turn.What}");
    Console.WriteLine($"  {"reminders.due",-22} finds what is due among open decisions on both stores; --plants, --decisions, left out 200 and 100,000");
    Console.WriteLine($"  {"outbox.send",-22} sends one message and a hundred from the outbox on both stores");
    foreach (var size in SizeBenchmarks.All) Console.WriteLine($"  {size.Name,-22} {size.What}; --rows, left out 20,000 order lines");
    return names.Length == 0 ? 0 : 2;
}
var warmUp = args.Contains("--long") ? TimeSpan.FromSeconds(45) : TimeSpan.FromSeconds(2);
var result = chosen.Length == 0 ? 0 : Report.Run(chosen, warmUp);
foreach (var turn in turns)
{
    Console.WriteLine($"{turn.Name}: {turn.What}");
    if (!await turn.Run(warmUp)) result = 1;
}
foreach (var size in sizes)
{
    Console.WriteLine($"{size.Name} with {rows:N0} order lines: {size.What}");
    if (!await size.Run(rows)) result = 1;
}
return result;

int Number(string name, int otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
