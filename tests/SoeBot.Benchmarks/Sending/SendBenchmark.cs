using System.Diagnostics;
using System.Globalization;
using SoeBot.Store;

namespace SoeBot.Benchmarks.Sending;

/// <summary>
/// What a message costs on its way from the outbox to Teams: one alone in a turn of the sender and each of a hundred of one turn, from the
/// taking of the lease until nothing is left. Commands, commits and bytes are exact; of the processor time the best of several rounds counts.
/// </summary>
internal static class SendBenchmark
{
    private const int Rounds = 7, Alone = 100, Many = 100;

    /// <summary>So many commands and commits are allowed: for one message alone in a turn, and for each further one.</summary>
    private static readonly (double Commands, double Commits) ForOne = (10, 3), ForEach = (5, 2);

    /// <returns>False when a bar is broken.</returns>
    public static async Task<bool> RunAsync()
    {
        var kept = true;
        Console.WriteLine("                        commands   commits   us of processor   bytes, each for one message");
        foreach (var provider in (StoreProvider[])[StoreProvider.Sqlite, StoreProvider.PostgreSql])
        {
            await using var sending = await SendUnderLoad.StartAsync(provider, Many);
            var one = await MeasureAsync(sending, turns: Alone, messages: 1);
            var each = await MeasureAsync(sending, turns: 1, messages: Many);
            Say($"{provider}, alone in a turn", one);
            Say($"{provider}, {Many} in a turn", each);
            var further = ((each.Commands * Many) - one.Commands) / (Many - 1);
            kept &= one.Commands <= ForOne.Commands && one.Commits <= ForOne.Commits && further <= ForEach.Commands && each.Commits <= ForEach.Commits;
        }
        Console.WriteLine(kept ? "kept" : "BROKEN");
        return kept;
    }

    private static async Task<Cost> MeasureAsync(SendUnderLoad sending, int turns, int messages)
    {
        // Once for the compiler, and once to be counted.
        for (var warm = 0; warm < 3; warm++) await sending.RunAsync(turns, messages);
        await sending.AddAsync(turns, messages);
        using var said = new Said();
        // Whoever asks whether anybody listens does so once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        await sending.SendAsync(turns);
        var (commands, commits) = (said.Commands, said.Commits);
        said.Dispose();
        var best = new Cost(0, 0, double.MaxValue, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await sending.AddAsync(turns, messages);
            using var process = Process.GetCurrentProcess();
            var (before, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
            await sending.SendAsync(turns);
            process.Refresh();
            var cost = new Cost(commands, commits, (process.TotalProcessorTime - before).TotalMicroseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
            if (cost.Microseconds < best.Microseconds) best = cost;
        }
        return best / (turns * messages);
    }

    private static void Say(string what, Cost cost) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-26}{cost.Commands,6:0.00}{cost.Commits,10:0.00}{cost.Microseconds,18:0}{cost.Bytes,16:N0}"));

    private readonly record struct Cost(double Commands, double Commits, double Microseconds, double Bytes)
    {
        public static Cost operator /(Cost all, int by) => new(all.Commands / by, all.Commits / by, all.Microseconds / by, all.Bytes / by);
    }
}
