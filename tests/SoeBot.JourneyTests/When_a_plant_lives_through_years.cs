using SoeBot.JourneyTests.Simulation;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>
/// A plant day by day in a fraction of the time, from a seed: meetings, decisions, answers, leavers, holidays and clock changes, while processes
/// die, the service throttles and loses answers, and Teams delivers twice and late. Nothing that must always hold is ever broken.
/// </summary>
public sealed class When_a_plant_lives_through_years
{
    private const int UsualSeed = 1, UsualYears = 20, WholeYear = 364;

    [Fact]
    public async Task Nothing_that_must_hold_is_broken()
    {
        var asked = Sizes.Of("SOEBOT_YEARS", 0);
        var (years, days) = (asked > 0 ? asked : UsualYears, Sizes.Of("SOEBOT_DAYS", WholeYear));
        var first = Sizes.Of("SOEBOT_SEED", asked > 0 ? Random.Shared.Next(1_000_000) : UsualSeed);
        var total = new Lived();
        await AtOnceAsync(Enumerable.Range(first, years), async seed =>
        {
            await RunAsync(seed, days, total);
            if (years > 20 && total.Years % 20 == 0) Say(string.Join('\n', total.Lines()));
        });
        foreach (var line in total.Lines()) Say(line);
        Assert.Empty(total.Broken);
        if (years >= 20 && days == WholeYear) Assert.Empty(total.Missing);
    }

    /// <summary>What the simulation would not notice it does not hold: each guard is taken away in turn, and one of the invariants says so.</summary>
    [Fact(Explicit = true)]
    public async Task Each_guard_taken_away_is_noticed()
    {
        var unnoticed = new List<string>();
        await AtOnceAsync(Guard.All, async guard =>
        {
            var (only, caught) = (Environment.GetEnvironmentVariable("SOEBOT_GUARD"), false);
            if (only is { Length: > 0 } && !guard.Name.Contains(only, StringComparison.Ordinal)) return;
            for (var seed = 1; !caught && seed <= 20; seed++)
            {
                // Most guards are there for deaths.
                await using var year = await PlantYear.NewAsync(seed, StoreKind.Sqlite, dense: false, deaths: 0.6);
                year.Store.Execute(guard.Sabotage);
                try
                {
                    await year.RunAsync(Sizes.Of("SOEBOT_DAYS", 120));
                }
                catch (Broken broken)
                {
                    caught = true;
                    Say($"| {guard.Name} | {broken.Invariant} | {seed}, {year.Today:d MMM} |");
                }
            }
            if (!caught) unnoticed.Add(guard.Name);
        });
        Assert.Empty(unnoticed);
    }

    /// <summary>As many as there are processors, each on its own; begun in order.</summary>
    private static Task AtOnceAsync<T>(IEnumerable<T> of, Func<T, Task> live) =>
        Parallel.ForEachAsync(of, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (one, _) => await live(one));

    private static async Task RunAsync(int seed, int days, Lived total)
    {
        var kind = seed % 20 == 4 ? StoreKind.PostgreSql : StoreKind.Sqlite;
        var year = await PlantYear.NewAsync(seed, kind, dense: seed % 50 == 0);
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
