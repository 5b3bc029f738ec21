using SoeBot.Benchmarks.Cards;
using SoeBot.Benchmarks.Measuring;

// dotnet run -c Release --project tests/SoeBot.Benchmarks -- [name ...] [--quick]
Benchmark[] all = [CardWriting.Write, CardWriting.Lint];

var names = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
var chosen = names is ["all"] ? all : [.. all.Where(b => names.Contains(b.Name))];
if (chosen.Length == 0)
{
    Console.WriteLine("Name one or more of these, or all; --quick warms up too little to be quoted:");
    Report.List(all);
    return names.Length == 0 ? 0 : 2;
}
return Report.Run(chosen, args.Contains("--quick") ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(45));
