using System.Diagnostics;
using SoeBot.JourneyTests.Simulation;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>
/// A plant day by day in a fraction of the time, from a seed: meetings, decisions, answers, leavers, holidays and clock changes, while processes
/// die, the service throttles and loses answers, and Teams delivers twice and late. Nothing that must always hold is ever broken.
/// </summary>
public sealed class When_a_plant_lives_through_years
{
    private const int UsualSeed = 3, UsualPlants = 2, UsualDays = 14, WholeYear = 364;

    [Fact]
    public async Task Nothing_that_must_hold_is_broken()
    {
        var asked = Sizes.Of("SOEBOT_YEARS", 0);
        var (years, days) = (asked > 0 ? asked : UsualPlants, Sizes.Of("SOEBOT_DAYS", asked > 0 ? WholeYear : UsualDays));
        var first = Sizes.Of("SOEBOT_SEED", asked > 0 ? Random.Shared.Next(1_000_000) : UsualSeed);
        var started = Stopwatch.GetTimestamp();
        var worked = Process.GetCurrentProcess().TotalProcessorTime;
        for (var seed = first; seed < first + years; seed++) await RunAsync(seed, days);
        Say($"{years} plants of {days} days, seeds {first} to {first + years - 1}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, "
            + $"{(Process.GetCurrentProcess().TotalProcessorTime - worked).TotalSeconds / years:0.0} s of processor time each");
    }

    /// <summary>What the simulation would not notice it does not hold: each guard is taken away in turn, and one of the invariants says so.</summary>
    [Fact(Explicit = true)]
    public async Task Each_guard_taken_away_is_noticed()
    {
        var unnoticed = new List<string>();
        foreach (var guard in Guard.All)
        {
            Broken? caught = null;
            for (var seed = 1; caught is null && seed <= 3; seed++)
            {
                await using var year = await PlantYear.NewAsync(seed, StoreKind.Sqlite);
                year.Store.Execute(guard.Sabotage);
                try
                {
                    await year.RunAsync(Sizes.Of("SOEBOT_DAYS", 60));
                }
                catch (Broken broken)
                {
                    caught = broken;
                    Say($"| {guard.Name} | {broken.Invariant} | seed {seed}, {year.Today:d MMM} |");
                }
            }
            if (caught is null) unnoticed.Add(guard.Name);
        }
        Assert.Empty(unnoticed);
    }

    private static async Task RunAsync(int seed, int days)
    {
        var kind = seed % 5 == 4 ? StoreKind.PostgreSql : StoreKind.Sqlite;
        await using var year = await PlantYear.NewAsync(seed, kind);
        try
        {
            await year.RunAsync(days);
            Say($"Seed {seed}, {kind}: {year.Arrivals.Count} messages, {year.Posted.Count} lines, {year.Processes.Deaths} deaths, {year.Weather.Faults} faults of the service");
        }
        catch (Exception broken)
        {
            Say($"Seed {seed}, {kind}; again with SOEBOT_SEED={seed} SOEBOT_YEARS=1 SOEBOT_DAYS={days}\n{string.Join('\n', year.Trace.TakeLast(60))}\n{broken.Message}");
            throw;
        }
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
