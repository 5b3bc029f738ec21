namespace SoeBot.Benchmarks.Measuring;

/// <summary>
/// Ours beside a yardstick in the same run: seconds differ from machine to machine and from hour to hour, their
/// ratio hardly does, so the ratio is the bar.
/// </summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="What">What one operation does.</param>
/// <param name="Ours">One operation; what it returns keeps the compiler from leaving it out.</param>
/// <param name="YardstickName">What is done instead, and why that is the least it could cost.</param>
/// <param name="Yardstick">One operation of that.</param>
/// <param name="Bar">The ratio above which the run fails.</param>
internal sealed record Benchmark(string Name, string What, Func<object> Ours, string YardstickName, Func<object> Yardstick, double Bar);
