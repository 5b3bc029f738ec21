using SoeBot.JourneyTests.Simulation;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>
/// A plant day by day in a fraction of the time, from a seed: meetings, decisions, answers, leavers, holidays and clock changes, while processes
/// die, the service throttles and loses answers, and Teams delivers twice and late. Nothing that must always hold is ever broken.
/// </summary>
public sealed class When_a_plant_lives_through_years
{
    private const int UsualSeed = 3, UsualPlants = 3, UsualDays = 14, WholeYear = 364;

    [Fact]
    public async Task Nothing_that_must_hold_is_broken()
    {
        var asked = Sizes.Of("SOEBOT_YEARS", 0);
        var (years, days) = (asked > 0 ? asked : UsualPlants, Sizes.Of("SOEBOT_DAYS", asked > 0 ? WholeYear : UsualDays));
        var first = Sizes.Of("SOEBOT_SEED", asked > 0 ? Random.Shared.Next(1_000_000) : UsualSeed);
        var total = new Lived();
        for (var seed = first; seed < first + years; seed++)
        {
            await RunAsync(seed, days, total);
            if (years > 20 && (seed - first + 1) % 20 == 0) Say(string.Join('\n', total.Lines()));
        }
        foreach (var line in total.Lines()) Say(line);
        Assert.Empty(total.Broken);
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
                // Most guards are there for deaths.
                await using var year = await PlantYear.NewAsync(seed, StoreKind.Sqlite, deaths: 0.6);
                year.Store.Execute(guard.Sabotage);
                try
                {
                    await year.RunAsync(Sizes.Of("SOEBOT_DAYS", 40));
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

    private static async Task RunAsync(int seed, int days, Lived total)
    {
        var kind = seed % 20 == 4 ? StoreKind.PostgreSql : StoreKind.Sqlite;
        var year = await PlantYear.NewAsync(seed, kind);
        string? broken = null;
        try
        {
            await year.RunAsync(days);
        }
        catch (Exception found)
        {
            broken = $"Seed {seed}, {kind}; again with SOEBOT_SEED={seed} SOEBOT_YEARS=1 SOEBOT_DAYS={days}: {found.Message}";
            Say($"{string.Join('\n', year.Trace.TakeLast(60))}\n{broken}\n{(found is Broken ? "" : found)}");
        }
        finally
        {
            await year.DisposeAsync();
        }
        Say(total.Add(year, kind, broken));
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
