using System.Diagnostics;

namespace SoeBot.Benchmarks.Measuring;

/// <summary>Seconds and bytes of one operation.</summary>
internal readonly record struct Cost(double Seconds, double Bytes);

internal sealed record Measured(Cost Ours, Cost Yardstick, double Ratio, double LowestRatio, double HighestRatio);

/// <summary>Runs both sides in turns, so that a busy neighbour on the machine hits both.</summary>
internal static class Stopclock
{
    private const int Rounds = 21;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);

    /// <param name="benchmark">The two sides.</param>
    /// <param name="warmUp">How long both run before anything counts: the runtime goes on optimising for tens of seconds on one core.</param>
    public static Measured Measure(Benchmark benchmark, TimeSpan warmUp)
    {
        var ours = Calibrate(benchmark.Ours, warmUp / 2);
        var yardstick = Calibrate(benchmark.Yardstick, warmUp / 2);
        var rounds = Enumerable.Range(0, Rounds)
            .Select(_ => (Ours: Run(benchmark.Ours, ours), Yardstick: Run(benchmark.Yardstick, yardstick)))
            .ToArray();
        var ratios = rounds.Select(r => r.Ours.Seconds / r.Yardstick.Seconds).Order().ToArray();
        return new(Middle(rounds.Select(r => r.Ours)), Middle(rounds.Select(r => r.Yardstick)), ratios[Rounds / 2], ratios[0], ratios[^1]);
    }

    private static object? kept;

    private static int Calibrate(Func<object> operation, TimeSpan warmUp)
    {
        var count = 0;
        var clock = Stopwatch.StartNew();
        for (; count == 0 || clock.Elapsed < warmUp; count++)
        {
            kept = operation();
        }
        var last = Stopwatch.StartNew();
        kept = operation();
        // The average of the warm-up and the last operation alone are each misleading; the faster is the better guess.
        var each = Math.Min(clock.Elapsed.TotalSeconds / count, last.Elapsed.TotalSeconds);
        return Math.Max(1, (int)(Round.TotalSeconds / each));
    }

    private static Cost Run(Func<object> operation, int times)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < times; i++)
        {
            kept = operation();
        }
        var seconds = clock.Elapsed.TotalSeconds;
        GC.KeepAlive(kept);
        return new(seconds / times, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / times);
    }

    private static Cost Middle(IEnumerable<Cost> costs) => costs.OrderBy(c => c.Seconds).ElementAt(Rounds / 2);
}
