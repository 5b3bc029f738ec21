using System.Globalization;
using SoeBot.Benchmarks.Loading;

namespace SoeBot.Benchmarks.Turns;

/// <param name="Name">What it is called on the command line.</param>
/// <param name="What">What one turn does.</param>
/// <param name="Run">False when a bar is broken.</param>
internal sealed record TurnBenchmark(string Name, string What, Func<TimeSpan, Task<bool>> Run);

/// <param name="Speed">The first target answers at least so many times what the second does.</param>
/// <param name="P99">Its 99th percentile is at most so many times the second's; null: no such bar.</param>
internal sealed record Bar(double Speed, double? P99);

internal static class TurnReport
{
    private static readonly int[] Connections = [1, 8, 64];

    public static async Task<bool> RunAsync(IReadOnlyList<Target> targets, Bar? bar, TimeSpan warmUp)
    {
        var kept = true;
        foreach (var connections in Connections)
        {
            var rounds = await Rounds.RunAsync(targets, connections, connections == Connections[0] ? warmUp : TimeSpan.FromSeconds(1));
            Console.WriteLine($"  {Of(connections),-16}  requests/s     p50 ms     p99 ms  bytes/request");
            foreach (var line in rounds.Lines)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {line.Name,-16} {line.PerSecond,11:N0} {line.P50 * 1e3,10:0.00} {line.P99 * 1e3,10:0.00} {line.Bytes,14:N0}"));
            kept &= Judge(rounds, bar);
        }
        return kept;
    }

    private static bool Judge(Rounds rounds, Bar? bar)
    {
        var (middle, lowest, highest) = rounds.Speed(0, 1);
        var slower = rounds.Lines[0].P99 / rounds.Lines[1].P99;
        var kept = bar is null || (middle >= bar.Speed && slower <= (bar.P99 ?? double.MaxValue));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {rounds.Lines[0].Name} to {rounds.Lines[1].Name}: {middle:0.00} times as fast ({lowest:0.00} to {highest:0.00}), p99 {slower:0.00} times{Words(bar, kept)}"));
        return kept;
    }

    private static string Words(Bar? bar, bool kept) => bar is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"; bar {bar.Speed:0.0}{(bar.P99 is { } p99 ? $", p99 {p99:0.0}" : "")}: {(kept ? "kept" : "BROKEN")}");

    private static string Of(int connections) => connections == 1 ? "1 connection" : $"{connections} connections";
}
