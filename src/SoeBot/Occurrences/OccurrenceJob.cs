using Hangfire;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;

namespace SoeBot.Occurrences;

/// <summary>
/// The one Hangfire job of the product. Claims each due occurrence of a plant and kind in the store, works it, and commits its effect
/// together with the mark; one that fails is tried again by itself and does not hold up the others.
/// </summary>
[AutomaticRetry(Attempts = 3)]
public sealed class OccurrenceJob(OccurrenceStore occurrences, OccurrenceKinds kinds, PlantProfiles plants, PlantClock clock, TimeProvider time, ILogger<OccurrenceJob> log)
{
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    [JobDisplayName("{0}: {1}")]
    public async Task RunAsync(string plant, string kind, CancellationToken ct)
    {
        if (plants.Find(new PlantId(plant)) is not { } profile || !kinds.All.TryGetValue(kind, out var registered)) return;
        while (await occurrences.ClaimDueAsync(profile.Id, kind, clock.Now(profile.Id), time.GetUtcNow(), Lease, Batch, ct) is { Count: > 0 } claimed)
            foreach (var occurrence in claimed) await WorkAsync(occurrence, registered, profile, ct);
    }

    private async Task WorkAsync(Occurrence occurrence, OccurrenceKind kind, PlantProfile plant, CancellationToken ct)
    {
        try
        {
            var now = clock.Now(plant.Id);
            var effect = await kind.Work(occurrence, plant, now, ct);
            var state = effect is null ? OccurrenceState.Silent : OccurrenceState.Done;
            var audit = effect is null || effect.Messages.Count == 0 ? [] : new[] { new AuditLine(plant.Id, now, null, occurrence.Kind, occurrence.Key, $"{effect.Messages.Count} messages") };
            await occurrences.SettleAsync(occurrence, state, null, now, (effect ?? Effect.None) with { Audit = [.. effect?.Audit ?? [], .. audit] }, ct);
            Log.OccurrenceWorked(log, occurrence.Kind, occurrence.Key, plant.Id.Value, state.ToString());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception broken)
        {
            Log.OccurrenceFailed(log, occurrence.Kind, occurrence.Key, plant.Id.Value, broken);
            await occurrences.FailAsync(occurrence, $"{broken.GetType().Name}: {broken.Message}", time.GetUtcNow() + RetryAfter, ct);
        }
    }
}
