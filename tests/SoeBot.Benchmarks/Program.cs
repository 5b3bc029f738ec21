using SoeBot.Benchmarks.Cards;
using SoeBot.Benchmarks.Measuring;
using SoeBot.Benchmarks.Orders;
using SoeBot.Benchmarks.Turns;

// dotnet run -c Release --project tests/SoeBot.Benchmarks -- [name ...] [--long]
Benchmark[] all = [CardWriting.Write, CardWriting.Lint, OrderSearch.Search];

var names = args.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToArray();
var chosen = names is ["all"] ? all : [.. all.Where(b => names.Contains(b.Name))];
var turns = names is ["all"] ? TurnBenchmarks.All : [.. TurnBenchmarks.All.Where(b => names.Contains(b.Name) || names.Contains(b.Name.Split('.')[0]))];
if (chosen.Length + turns.Count == 0)
{
    Console.WriteLine("Name one or more of these, turn for all turns, or all; --long warms up 45 s, less is not to be quoted:");
    Report.List(all);
    foreach (var turn in turns = TurnBenchmarks.All) Console.WriteLine($"  {turn.Name,-20} {turn.What}");
    return names.Length == 0 ? 0 : 2;
}
var warmUp = args.Contains("--long") ? TimeSpan.FromSeconds(45) : TimeSpan.FromSeconds(2);
var result = Report.Run(chosen, warmUp);
foreach (var turn in turns)
{
    Console.WriteLine($"{turn.Name}: {turn.What}");
    if (!await turn.Run(warmUp)) result = 1;
}
return result;
