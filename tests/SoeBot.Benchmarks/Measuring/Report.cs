using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SoeBot.Benchmarks.Measuring;

internal static class Report
{
    public static void List(IEnumerable<Benchmark> benchmarks)
    {
        foreach (var benchmark in benchmarks)
        {
            Console.WriteLine($"  {benchmark.Name,-14} {benchmark.What}, beside {benchmark.YardstickName}");
        }
    }

    /// <summary>1 when a ratio is over its bar.</summary>
    public static int Run(IEnumerable<Benchmark> benchmarks, TimeSpan warmUp)
    {
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processors, warm-up {warmUp.TotalSeconds} s{(IsOptimised ? "" : ", NOT OPTIMISED: run with -c Release")}");
        var over = 0;
        foreach (var benchmark in benchmarks)
        {
            var m = Stopclock.Measure(benchmark, warmUp);
            Console.WriteLine($"{benchmark.Name}: {benchmark.What}");
            Console.WriteLine($"  ours       {Seconds(m.Ours.Seconds),10}  {m.Ours.Bytes,10:N0} bytes");
            Console.WriteLine($"  yardstick  {Seconds(m.Yardstick.Seconds),10}  {m.Yardstick.Bytes,10:N0} bytes  ({benchmark.YardstickName})");
            Console.WriteLine($"  ratio      {Number(m.Ratio),10}  ({Number(m.LowestRatio)} to {Number(m.HighestRatio)}), bar {Number(benchmark.Bar)}: {(m.Ratio <= benchmark.Bar ? "kept" : "BROKEN")}");
            over += m.Ratio <= benchmark.Bar ? 0 : 1;
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"peak memory {process.PeakWorkingSet64 / 1048576} MB");
        return over == 0 ? 0 : 1;
    }

    private static bool IsOptimised => !typeof(Report).Assembly.GetCustomAttributes(typeof(DebuggableAttribute), false)
        .Cast<DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled);

    private static string Seconds(double seconds) => seconds switch
    {
        < 1e-3 => $"{Number(seconds * 1e6)} us",
        < 1 => $"{Number(seconds * 1e3)} ms",
        _ => $"{Number(seconds)} s",
    };

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
