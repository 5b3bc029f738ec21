using SoeBot.Domain.Changes;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;

namespace SoeBot.Changes;

/// <summary>What time does to a request: it is computed though the process died, asked a second time at half time, and ended when nobody decided.</summary>
internal sealed class ChangeOccurrences(ChangeStore changes, DecideChange decide, CheckChange check)
{
    public void Register(OccurrenceKinds kinds)
    {
        kinds.Add(ChangeEffects.Check, null, CheckAsync, Urgency.Urgent);
        kinds.Add(ChangeEffects.HalfTime, null, (occurrence, plant, now, ct) => StepAsync(occurrence, plant, now, request => request.PassHalfTime(now), ct), Urgency.Urgent);
        kinds.Add(ChangeEffects.Expiry, null, (occurrence, plant, now, ct) => StepAsync(occurrence, plant, now, request => request.Expire(ChangeRules.DraftsLive, now), ct), Urgency.Urgent);
    }

    private async Task<Effect?> CheckAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindAsync(occurrence, ct) is { State: ChangeState.Drafted } request) await check.RunAsync(request.Id, ct);
        return null;
    }

    private async Task<Effect?> StepAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, Func<ChangeRequest, ChangeOutcome> step, CancellationToken ct)
    {
        if (await FindAsync(occurrence, ct) is not { IsOpen: true } found) return null;
        var circle = await decide.CircleAsync(plant, found, ct);
        var result = await changes.ChangeAsync(found.Id, request =>
        {
            var before = request.State;
            return step(request) == ChangeOutcome.Changed
                ? (true, ChangeEffects.Stepped(plant, request, before, null, occurrence.Kind, now, circle) with { OccurrenceDone = occurrence })
                : (false, Effect.None);
        }, ct);
        return result is { Found: true, Outcome: true } ? Effect.None : null;
    }

    private async Task<ChangeRequest?> FindAsync(Occurrence occurrence, CancellationToken ct) =>
        occurrence.Key.Split('@') is [['C', '-', .. var digits], _] && int.TryParse(digits, out var number) ? await changes.FindAsync(occurrence.Plant, number, ct) : null;
}
