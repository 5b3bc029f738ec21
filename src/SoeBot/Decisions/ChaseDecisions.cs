using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>
/// The ladder of a decision (R103): private, private again, then the lead with the owner in copy. Each step re-reads the decision and stays
/// silent, saying why, when there is nothing to ask any more.
/// </summary>
internal sealed class ChaseDecisions(DecisionStore decisions, PeopleStore people, Rights rights, Reminding reminding)
{
    public void Register(OccurrenceKinds kinds)
    {
        reminding.Add(DecisionChase.Unaccepted, null, Step("recorded"));
        reminding.Add(DecisionChase.UnacceptedLead, null, LeadAsync);
        reminding.Add(DecisionChase.DueSoon, null, Step("due-soon"));
        reminding.Add(DecisionChase.Due, null, Step("due"));
        kinds.Add(DecisionChase.Overdue, null, MissAsync, read: Step("overdue"));
        reminding.Add(DecisionChase.Escalate, null, EscalatedAsync);
    }

    private ReadReminder Step(string step) => async (occurrence, plant, now, ct) =>
        await StillAskedAsync(occurrence, plant, now, ct) is var (decision, over) && decision is null ? Standing.Silent(over!) : new Standing([Owner(decision, step)]);

    /// <summary>Nobody took it within a working day: the lead hears (product page 5).</summary>
    private async Task<Standing> LeadAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        await StillAskedAsync(occurrence, plant, now, ct) is var (decision, over) && decision is null ? Standing.Silent(over!)
            : await LeadOfAsync(decision, plant, now, ct) is { } lead ? new Standing([lead]) : Standing.Silent("nobody else leads here");

    private async Task<Standing> EscalatedAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        await StillAskedAsync(occurrence, plant, now, ct) is var (decision, over) && decision is null ? Standing.Silent(over!)
            : new Standing([.. await LeadOfAsync(decision, plant, now, ct) is { } lead ? [lead] : Array.Empty<Asked>(), Owner(decision, "escalate")]);

    /// <summary>A day over without an answer: it counts as missed, and the owner is asked what now.</summary>
    private async Task<Effect?> MissAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await DueAsync(occurrence, ct) is not (Decision found, _)) return await reminding.RemindAsync(Step("overdue"), occurrence, plant, now, ct);
        var reminder = await reminding.RemindAsync(Step("overdue"), occurrence, plant, now, ct) ?? Effect.None;
        var result = await decisions.ChangeAsync(found.Id, decision => decision.Due == found.Due && decision.Miss(null, null, now) == DecisionOutcome.Changed
            ? (true, reminder with
            {
                OccurrenceDone = occurrence,
                Audit = [new AuditLine(plant.Id, now, null, occurrence.Kind, decision.Name, "missed", decision.PlanVersion)],
            })
            : (false, Effect.None), ct);
        return result is { Found: true, Outcome: true } ? Effect.None : reminder;
    }

    /// <summary>The decision, or why nobody is asked about it any more.</summary>
    private async Task<(Decision? Decision, string? Over)> StillAskedAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        var found = await DueAsync(occurrence, ct);
        if (found.Decision is not { } decision) return found;
        var owners = LocalTime.ZoneOf((await people.FindAsync(decision.Owner!.Value, ct))?.Zone, plant.Calendar.Zone);
        return DecisionChase.IsOvertaken(occurrence.Kind, plant.Id, decision, plant.Calendar, owners, now) ? (null, "the next step of the ladder has come meanwhile") : found;
    }

    // The key names the due date it was made for: one that was moved meanwhile has steps of its own.
    private async Task<(Decision? Decision, string? Over)> DueAsync(Occurrence occurrence, CancellationToken ct)
    {
        if (DecisionChase.NumberOf(occurrence.Key) is not { } number || await decisions.FindAsync(occurrence.Plant, number, ct) is not { } decision) return (null, "there is no such decision");
        if (!decision.IsOpen) return (null, $"{decision.Name}: {DecisionStates.Of(decision)}");
        if (decision is { Owner: null } or { Due: null }) return (null, $"{decision.Name} has no owner or date yet");
        if (occurrence.Kind is DecisionChase.Unaccepted or DecisionChase.UnacceptedLead && !DecisionAcceptance.IsAwaited(decision)) return (null, $"{decision.Name} was taken");
        if (occurrence.Key != DecisionChase.KeyOf(occurrence.Kind, decision)) return (null, $"{decision.Name} has another date or owner meanwhile");
        return (decision, null);
    }

    private async Task<Asked?> LeadOfAsync(Decision decision, PlantProfile plant, DateTimeOffset now, CancellationToken ct) =>
        (await rights.ActingAsync(plant.Id, Role.Lead, plant.Calendar.DayOf(now), ct)).Concat(await rights.ActingAsync(plant.Id, Role.PlantManager, plant.Calendar.DayOf(now), ct))
            .Where(lead => lead != decision.Owner).Select(lead => new Asked("lead", lead, new CardRef(DecisionCard.Receipt, $"{decision.Number}"))).FirstOrDefault();

    private static Asked Owner(Decision decision, string step) => new("owner", decision.Owner!.Value, new CardRef(DecisionCard.Chase, $"{decision.Number}:{step}"))
    {
        Chain = $"chase:{decision.Id}", TrackAs = DecisionEffects.Chases(decision.Id),
    };
}
