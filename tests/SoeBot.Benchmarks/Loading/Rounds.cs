namespace SoeBot.Benchmarks.Loading;

/// <summary>What one target did in all rounds.</summary>
internal sealed record Line(string Name, double PerSecond, double P50, double P99, double Bytes);

/// <summary>All targets in turns, round after round, so that a busy neighbour on the machine hits each of them.</summary>
internal sealed class Rounds(IReadOnlyList<Stretch[]> stretches, IReadOnlyList<Target> targets)
{
    private const int Count = 7;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(600);

    public IReadOnlyList<Line> Lines { get; } = [.. targets.Select((target, at) => LineOf(target.Name, stretches[at]))];

    public static async Task<Rounds> RunAsync(IReadOnlyList<Target> targets, int connections, TimeSpan warmUp)
    {
        var callers = targets.Select(target => Enumerable.Range(0, connections).Select(_ => target.Connect()).ToArray()).ToArray();
        try
        {
            foreach (var one in callers) await WarmAsync(one, warmUp);
            var stretches = targets.Select(_ => new Stretch[Count]).ToArray();
            for (var round = 0; round < Count; round++)
            {
                for (var at = 0; at < callers.Length; at++) stretches[at][round] = await Load.RunAsync(callers[at], Length);
            }
            return new Rounds(stretches, targets);
        }
        finally
        {
            foreach (var caller in callers.SelectMany(one => one)) caller.Dispose();
        }
    }

    /// <summary>How often the first target is as fast as the second: the middle of the rounds, the lowest and the highest.</summary>
    public (double Middle, double Lowest, double Highest) Speed(int one, int other)
    {
        var ratios = stretches[one].Zip(stretches[other], (a, b) => a.PerSecond / b.PerSecond).Order().ToArray();
        return (ratios[Count / 2], ratios[0], ratios[^1]);
    }

    private static async Task WarmAsync(ICaller[] callers, TimeSpan warmUp)
    {
        for (var left = warmUp; left > TimeSpan.Zero; left -= Length) await Load.RunAsync(callers, Length);
    }

    private static Line LineOf(string name, Stretch[] stretches)
    {
        var times = stretches.SelectMany(one => one.Times).Order().ToArray();
        return new(name, Middle(stretches.Select(one => one.PerSecond)), times[times.Length / 2], times[times.Length * 99 / 100], Middle(stretches.Select(one => one.Bytes)));
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Count / 2);
}
