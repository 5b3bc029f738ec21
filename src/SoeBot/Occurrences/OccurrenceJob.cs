using System.Collections.Concurrent;
using Hangfire;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;

namespace SoeBot.Occurrences;

/// <summary>
/// The one Hangfire job of the product. Claims each due occurrence of a plant and kind in the store, works it, and commits its effect
/// together with the mark; one that fails is tried again by itself and does not hold up the others. When the server stops, the one in work
/// ends as it can, and those taken up behind it are given back.
/// </summary>
[AutomaticRetry(Attempts = 3)]
public sealed class OccurrenceJob(OccurrenceStore occurrences, OccurrenceKinds kinds, PlantProfiles plants, PlantClock clock, FailedNews news, TimeProvider time, ILogger<OccurrenceJob> log)
{
    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>Taken up, and then the store was away, so that nobody could even say so. Free again with the next job, not when the lease is over.</summary>
    private readonly ConcurrentQueue<Occurrence> _left = new();

    [JobDisplayName("{0}: {1}")]
    public async Task RunAsync(string plant, string kind, CancellationToken ct)
    {
        if (plants.Find(new PlantId(plant)) is not { } profile || !kinds.All.TryGetValue(kind, out var registered)) return;
        await FreeAsync(ct);
        while (!ct.IsCancellationRequested && await occurrences.ClaimDueAsync(profile.Id, kind, clock.Now(profile.Id), time.GetUtcNow(), Lease, Batch, ct) is { Count: > 0 } claimed)
            await WorkAsync(claimed, registered, profile, ct);
    }

    private async Task WorkAsync(IReadOnlyList<Occurrence> claimed, OccurrenceKind kind, PlantProfile plant, CancellationToken ct)
    {
        var (worked, renew) = (0, time.GetUtcNow() + (Lease / 2));
        try
        {
            for (; worked < claimed.Count; worked++)
            {
                ct.ThrowIfCancellationRequested();
                // A batch may take longer than its claim lasts; what another worker has taken meanwhile is left to it.
                if (time.GetUtcNow() >= renew)
                {
                    await occurrences.RenewAsync([.. claimed.Skip(worked)], time.GetUtcNow() + Lease, ct);
                    renew = time.GetUtcNow() + (Lease / 2);
                }
                await WorkAsync(claimed[worked], kind, plant, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await occurrences.GiveBackAsync([.. claimed.Skip(worked)], CancellationToken.None);
            throw;
        }
        catch (Exception)
        {
            foreach (var occurrence in claimed.Skip(worked)) _left.Enqueue(occurrence);
            throw;
        }
    }

    private async Task FreeAsync(CancellationToken ct)
    {
        var left = _left.ToArray();
        if (left.Length == 0) return;
        await occurrences.GiveBackAsync(left, ct);
        foreach (var _ in left) _left.TryDequeue(out var _);
    }

    private async Task WorkAsync(Occurrence occurrence, OccurrenceKind kind, PlantProfile plant, CancellationToken ct)
    {
        try
        {
            var now = clock.Now(plant.Id);
            var effect = await kind.Work(occurrence, plant, now, ct) ?? Effect.Silent("nothing to say");
            var state = effect.SilentBecause is null ? OccurrenceState.Done : OccurrenceState.Silent;
            var said = effect.Messages.Count + effect.Reminders.Count;
            var audit = said == 0 ? [] : new[] { new AuditLine(plant.Id, now, null, occurrence.Kind, occurrence.Key, $"{said} messages") };
            await occurrences.SettleAsync(occurrence, state, effect.SilentBecause, now, effect with { Audit = [.. effect.Audit, .. audit] }, ct);
            Log.OccurrenceWorked(log, occurrence.Kind, occurrence.Key, plant.Id.Value, state.ToString());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception broken)
        {
            Log.OccurrenceFailed(log, occurrence.Kind, occurrence.Key, plant.Id.Value, broken);
            var reason = $"{broken.GetType().Name}: {broken.Message}";
            await occurrences.FailAsync(occurrence, reason, time.GetUtcNow() + RetryAfter, await news.OfAsync(occurrence, plant, ct), ct);
        }
    }
}
