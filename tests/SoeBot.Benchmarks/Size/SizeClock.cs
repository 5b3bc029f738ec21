using System.Diagnostics;
using System.Globalization;

namespace SoeBot.Benchmarks.Size;

/// <summary>Seconds and the most memory of each step, printed as it ends.</summary>
internal sealed class SizeClock
{
    public double Last { get; private set; }

    /// <summary>Seconds of processor time in this process; the server of PostgreSQL has its own.</summary>
    public double LastCpu { get; private set; }

    /// <param name="what">Printed.</param>
    /// <param name="run">Measured.</param>
    /// <param name="part">Of something that is measured around it, which must not pay for a collection.</param>
    public async Task<T> MeasureAsync<T>(string what, Func<Task<T>> run, bool part = false)
    {
        if (!part) ForgetPeak();
        var (start, cpu, paused) = (Stopwatch.GetTimestamp(), Cpu, GC.GetTotalPauseDuration());
        var result = await run();
        (Last, LastCpu) = (Stopwatch.GetElapsedTime(start).TotalSeconds, (Cpu - cpu).TotalSeconds);
        Say(what, Last, LastCpu, (GC.GetTotalPauseDuration() - paused).TotalSeconds);
        return result;
    }

    public T Measure<T>(string what, Func<T> run, bool part = false) => MeasureAsync(what, () => Task.FromResult(run()), part).GetAwaiter().GetResult();

    public static void Say(string what, double seconds, double? cpu = null, double? collecting = null) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-44} {seconds,8:0.00} s   cpu {cpu,6:0.00} s   gc {collecting,5:0.00} s   peak {PeakMegabytes,6:N0} MB   load {Load}"));

    public static bool Judge(string what, double value, double bar)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-44} {value,8:0.00}     bar {bar:0.00}: {(value <= bar ? "kept" : "BROKEN")}"));
        return value <= bar;
    }

    private static TimeSpan Cpu
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
    }

    private static long PeakMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1_048_576;
        }
    }

    /// <summary>Programs that want to run, on average of the last minute: what a number is worth.</summary>
    private static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    /// <summary>Linux counts the peak anew after this; elsewhere it is the peak of all steps so far.</summary>
    private static void ForgetPeak()
    {
        GC.Collect();
        if (File.Exists("/proc/self/clear_refs")) File.WriteAllText("/proc/self/clear_refs", "5");
    }
}
