using System.Diagnostics;

namespace SoeBot.Benchmarks.Loading;

/// <summary>One stretch of calls.</summary>
/// <param name="PerSecond">Calls answered per second.</param>
/// <param name="Bytes">Allocated per call in the whole process; the callers over HTTP add next to nothing.</param>
/// <param name="Times">Seconds of each call.</param>
internal sealed record Stretch(double PerSecond, double Bytes, double[] Times);

/// <summary>Callers in a closed loop: each calls again when it was answered. Bounded in time and in count.</summary>
internal static class Load
{
    private const int MostCalls = 60_000;

    public static async Task<Stretch> RunAsync(IReadOnlyList<ICaller> callers, TimeSpan length)
    {
        var most = MostCalls / callers.Count;
        var times = callers.Select(_ => new long[most]).ToArray();
        var counts = new int[callers.Count];
        var bytes = GC.GetTotalAllocatedBytes();
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(length.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(callers.Select((caller, at) => Task.Run(() => CallAsync(caller, times[at], n => counts[at] = n, end))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var calls = counts.Sum();
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        return new(calls / seconds, (double)bytes / calls, [.. times.SelectMany((all, at) => all.Take(counts[at])).Select(ticks => (double)ticks / Stopwatch.Frequency)]);
    }

    private static async Task CallAsync(ICaller caller, long[] times, Action<int> counted, long end)
    {
        var calls = 0;
        for (var before = Stopwatch.GetTimestamp(); calls < times.Length && before < end; calls++)
        {
            await caller.CallAsync();
            var now = Stopwatch.GetTimestamp();
            times[calls] = now - before;
            before = now;
        }
        counted(calls);
    }
}
