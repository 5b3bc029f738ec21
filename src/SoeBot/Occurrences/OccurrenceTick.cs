using Hangfire;
using SoeBot.Plants;
using SoeBot.Store.Occurrences;

namespace SoeBot.Occurrences;

/// <summary>
/// Once a minute: derives what should happen, finds what is due, and enqueues one Hangfire job per plant and kind. A lost or doubled
/// tick loses and doubles nothing, because the truth is in the store and each occurrence is claimed there.
/// </summary>
public sealed class OccurrenceTick(OccurrenceStore occurrences, OccurrenceKinds kinds, PlantProfiles plants, PlantClock clock, IBackgroundJobClient jobs)
{
    /// <summary>How far ahead occurrences stand in the table; they are derived again every tick.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(15);

    /// <summary>How far back a missed one is still made; what is older has been overtaken by the next of its kind.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromHours(20);

    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var plant in plants.All) await RunAsync(plant, ct);
    }

    /// <returns>The kinds that had something due and were handed to Hangfire.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(PlantProfile plant, CancellationToken ct)
    {
        var now = clock.Now(plant.Id);
        await occurrences.RecoverAsync(plant.Id, ct);
        await DeriveAsync(plant, now, ct);
        var due = await occurrences.DueKindsAsync(plant.Id, now, ct);
        foreach (var kind in due) jobs.Enqueue<OccurrenceJob>(job => job.RunAsync(plant.Id.Value, kind, CancellationToken.None));
        return due;
    }

    public async Task DeriveAsync(PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var derived = kinds.All.Values.Where(kind => kind.Derive is not null).ToList();
        var wanted = new List<Domain.Reminders.Occurrence>();
        foreach (var kind in derived)
            wanted.AddRange((await kind.Derive!(plant, now - Back, now + Ahead, ct)).Where(one => one.DueAt > now - Back));
        await occurrences.DeriveAsync(plant.Id, [.. derived.Select(kind => kind.Id)], wanted, now, ct);
    }
}
