using System.Collections.Concurrent;
using Hangfire;
using Hangfire.States;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Occurrences;
using SoeBot.Store.Reading;

namespace SoeBot.Occurrences;

/// <summary>
/// Once a minute: derives what should happen where something changed, finds what is due, and enqueues one Hangfire job per plant and kind. A
/// lost or doubled tick loses and doubles nothing, because the truth is in the store and each occurrence is claimed there.
/// </summary>
public sealed class OccurrenceTick(OccurrenceStore occurrences, OccurrenceKinds kinds, PlantProfiles plants, PlantClock clock, IBackgroundJobClient jobs, ILogger<OccurrenceTick> log)
{
    /// <summary>How far ahead occurrences stand in the table.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(15);

    /// <summary>How far back a missed one is still made; what is older has been overtaken by the next of its kind.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromHours(20);

    private readonly ConcurrentDictionary<PlantId, Derived> _derived = new();

    /// <summary>After what a plant was derived by this process: anew with another profile (settings, holidays), another mark (a moved meeting, an answer), another day; and each hour, for what changed without a mark.</summary>
    private sealed record Derived(PlantProfile Plant, long Mark, DateOnly Day, long Hour);

    /// <returns>How many jobs were handed to Hangfire.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var look = await occurrences.LookAsync(Latest(), ct);
        IReadOnlyList<DueKind>? found = look.Due;
        foreach (var plant in plants.All)
        {
            var now = clock.Now(plant.Id);
            var wanted = new Derived(plant, look.Marks.GetValueOrDefault(plant.Id), plant.Calendar.DayOf(now), HourOf(plant, now));
            if (_derived.TryGetValue(plant.Id, out var known) && known == wanted) continue;
            try
            {
                found = null;
                await DeriveAsync(plant, now, ct);
                _derived[plant.Id] = wanted;
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                // One plant's fault keeps no other plant waiting; this one is derived again with the next tick.
                Log.DeriveFailed(log, plant.Id.Value, broken);
            }
        }
        if (plants.All.Count == 0) return 0;
        found ??= await occurrences.DueAsync(Latest(), ct);
        var due = found.Where(one => plants.Find(one.Plant) is not null && one.First <= clock.Now(one.Plant)).ToList();
        foreach (var (plant, kind, _) in due) Enqueue(plant, kind);
        return due.Count;
    }

    private DateTimeOffset Latest() => plants.All.Count == 0 ? DateTimeOffset.MinValue : plants.All.Max(plant => clock.Now(plant.Id));

    /// <summary>One plant, derived anew in any case.</summary>
    /// <returns>The kinds that had something due and were handed to Hangfire.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(PlantProfile plant, CancellationToken ct)
    {
        var now = clock.Now(plant.Id);
        await occurrences.RecoverAsync(ct);
        await DeriveAsync(plant, now, ct);
        var due = await occurrences.DueKindsAsync(plant.Id, now, ct);
        foreach (var kind in due) Enqueue(plant.Id, kind);
        return due;
    }

    public async Task DeriveAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var derived = kinds.All.Values.Where(kind => kind.Derive is not null).ToList();
        var wanted = await WantedAsync(plant, derived, now, ct);
        await occurrences.DeriveAsync(plant.Id, [.. derived.Select(kind => kind.Id)], wanted, now, ct);
    }

    private static async Task<List<Occurrence>> WantedAsync(PlantProfile plant, List<OccurrenceKind> derived, DateTimeOffset now, CancellationToken ct)
    {
        using var once = ReadOnce.Begin();
        var wanted = new List<Occurrence>();
        var since = now - Back;
        // Who tries the bot with the sample plant late in the evening sees what its day began with.
        if (plant.Sample && plant.Calendar.At(plant.Calendar.DayOf(now), TimeOnly.MinValue) is var midnight && midnight < since) since = midnight;
        foreach (var kind in derived)
            wanted.AddRange((await kind.Derive!(plant, since, now + Ahead, ct)).Where(one => one.DueAt > since));
        return wanted;
    }

    /// <summary>Spread over the hour, so that many plants are not derived in one tick.</summary>
    private static long HourOf(PlantProfile plant, DateTimeOffset now) => (now.UtcTicks + (Spread(plant.Id.Value) * TimeSpan.TicksPerMinute)) / TimeSpan.TicksPerHour;

    private static long Spread(string plant) => plant.Aggregate(17L, (sum, letter) => ((sum * 31) + letter) % 60);

    private void Enqueue(PlantId plant, string kind) => jobs.Create<OccurrenceJob>(
        job => job.RunAsync(plant.Value, kind, CancellationToken.None),
        new EnqueuedState(JobQueues.Of(kinds.All.TryGetValue(kind, out var known) ? known.Urgency : Urgency.Usual)));
}
