using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoeBot.Benchmarks.Size;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;

namespace SoeBot.Benchmarks.Reminders;

/// <summary>
/// What it costs to find out what is due: one tick of the calendar over all plants, and taking up what it found. With few and many decisions
/// open and the same due, in rounds by turns, the best round of each.
/// </summary>
internal static class DueReminders
{
    private static readonly int[] Due = [0, 1, 10, 100, 1_000, 10_000];

    /// <summary>With nothing due a tick may take so many milliseconds.</summary>
    private const double Idle = 10;

    /// <summary>The same due among a hundred times as many open: at most so many times the time. As much again for a row of ten times as many.</summary>
    private const double Ratio = 1.5;

    /// <summary>Milliseconds under which chance alone decides which is quicker.</summary>
    private const double Noise = 5;

    /// <returns>False when a bar is broken.</returns>
    public static async Task<bool> RunAsync(int plants, int decisions)
    {
        var kept = true;
        foreach (var provider in (StoreProvider[])[StoreProvider.Sqlite, StoreProvider.PostgreSql]) kept &= await RunAsync(provider, plants, decisions);
        return kept;
    }

    private static async Task<bool> RunAsync(StoreProvider provider, int plants, int decisions)
    {
        var filling = Stopwatch.GetTimestamp();
        await using var few = await DueStore.StartAsync(provider, plants, decisions / 100);
        await using var some = await DueStore.StartAsync(provider, plants, decisions / 10);
        await using var many = await DueStore.StartAsync(provider, plants, decisions);
        DueStore[] stores = [few, some, many];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {provider}, {plants} plants, 20,000 owners, four steps ahead of each decision; filled in {Stopwatch.GetElapsedTime(filling).TotalSeconds:0.0} s"));
        Console.WriteLine("      open      due   tick ms  queries   take ms  queries   us a row");
        var ticks = stores.ToDictionary(store => store, store => TickOf(store, plants));
        foreach (var store in stores) await ticks[store].RunAsync(CancellationToken.None);
        var found = new Dictionary<(DueStore Store, int Due), Cost>();
        foreach (var due in Due.Where(due => due <= decisions))
        {
            var asked = stores.Where(store => due <= store.Open).ToList();
            for (var round = 0; round < (due < 1_000 ? 5 : 2); round++)
                foreach (var store in asked)
                    found[(store, due)] = (found.GetValueOrDefault((store, due)) ?? Cost.None).Best(await MeasureAsync(store, ticks[store], due));
            foreach (var store in asked) found[(store, due)].Say(store.Open, due);
        }
        var kept = SizeClock.Judge("ms of a tick with nothing due, most open", found[(many, 0)].Tick, Idle);
        foreach (var due in Due.Where(due => due <= few.Open))
            kept &= SizeClock.Judge(string.Create(CultureInfo.InvariantCulture, $"{due:N0} due: {many.Open:N0} open to {few.Open:N0}"), found[(many, due)].All / Math.Max(found[(few, due)].All, Noise), Ratio);
        if (decisions >= 10_000) kept &= SizeClock.Judge("a row of 10,000 due to a row of 1,000", found[(many, 10_000)].All / found[(many, 1_000)].All / 10, Ratio);
        return kept;
    }

    private static OccurrenceTick TickOf(DueStore store, int plants)
    {
        var settings = new PlantsOptions();
        for (var at = 0; at < plants; at++) settings[$"p{at}"] = new PlantOptions { Name = $"Plant {at}", TimeZone = "Europe/Berlin" };
        var kinds = new OccurrenceKinds();
        kinds.Add(DecisionChase.Due, null, (_, _, _, _) => Task.FromResult<Effect?>(Effect.None));
        return new(store.Occurrences, kinds, new PlantProfiles(Options.Create(settings)), new PlantClock(TimeProvider.System), new BackgroundJobClient(new InMemoryStorage()), NullLogger<OccurrenceTick>.Instance);
    }

    private static async Task<Cost> MeasureAsync(DueStore store, OccurrenceTick tick, int due)
    {
        await store.MakeDueAsync(due);
        var (now, claimed) = (TimeProvider.System.GetUtcNow(), 0);
        store.Statements.Count = 0;
        var started = Stopwatch.GetTimestamp();
        await tick.RunAsync(CancellationToken.None);
        var (ticked, ticking) = (Stopwatch.GetElapsedTime(started).TotalMilliseconds, store.Statements.Count);
        var found = await store.Occurrences.DueAsync(now, CancellationToken.None);
        store.Statements.Count = 0;
        started = Stopwatch.GetTimestamp();
        foreach (var one in found)
            while (await store.Occurrences.ClaimDueAsync(one.Plant, one.Kind, now, now, TimeSpan.FromMinutes(2), 100, CancellationToken.None) is { Count: > 0 } some) claimed += some.Count;
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return claimed == due ? new(ticked, ticking, taken, store.Statements.Count) : throw new InvalidOperationException($"{claimed} taken up of {due} due.");
    }

    private sealed record Cost(double Tick, int Ticking, double Take, int Taking)
    {
        public static readonly Cost None = new(double.MaxValue, 0, double.MaxValue, 0);

        public double All => Tick + Take;

        public Cost Best(Cost other) => new(Math.Min(Tick, other.Tick), other.Ticking, Math.Min(Take, other.Take), other.Taking);

        public void Say(int open, int due) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {open,8:N0} {due,8:N0} {Tick,9:0.0} {Ticking,8} {Take,9:0.0} {Taking,8} {(due == 0 ? "" : $"{All * 1000 / due:0}"),10}"));
    }
}
