using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Reminders;
using SoeBot.Occurrences;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.Decisions;

/// <summary>
/// The ladder before, on and after the due date (R103): private, private again, then the lead with the owner in copy.
/// Each step re-reads the decision and stays silent when there is nothing to ask any more.
/// </summary>
internal sealed class ChaseDecisions(DecisionStore decisions, Rights rights)
{
    public void Register(OccurrenceKinds kinds)
    {
        kinds.Add(DecisionChase.DueSoon, null, (occurrence, plant, _, ct) => RemindAsync(occurrence, plant, "due-soon", ct));
        kinds.Add(DecisionChase.Due, null, (occurrence, plant, _, ct) => RemindAsync(occurrence, plant, "due", ct));
        kinds.Add(DecisionChase.Overdue, null, MissAsync);
        kinds.Add(DecisionChase.Escalate, null, EscalateAsync);
    }

    private async Task<Effect?> RemindAsync(Occurrence occurrence, PlantProfile plant, string step, CancellationToken ct) =>
        await StillDueAsync(occurrence, ct) is { } decision ? Reminder(plant, decision, step) : null;

    /// <summary>A day over without an answer: it counts as missed, and the owner is asked what now.</summary>
    private async Task<Effect?> MissAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await StillDueAsync(occurrence, ct) is not { } found) return null;
        var result = await decisions.ChangeAsync(found.Id, decision => decision.Miss(null, null, now) == DecisionOutcome.Changed
            ? (true, Reminder(plant, decision, "overdue") with
            {
                OccurrenceDone = occurrence,
                Audit = [new AuditLine(plant.Id, now, null, occurrence.Kind, decision.Name, "missed", decision.PlanVersion)],
            })
            : (false, Effect.None), ct);
        return result is { Found: true, Outcome: true } ? Effect.None : Reminder(plant, found, "overdue");
    }

    private async Task<Effect?> EscalateAsync(Occurrence occurrence, PlantProfile plant, DateTimeOffset now, CancellationToken ct)
    {
        if (await StillDueAsync(occurrence, ct) is not { } decision) return null;
        var leads = (await rights.HoldersAsync(plant.Id, Role.Lead, ct)).Where(lead => lead != decision.Owner).Take(1);
        return Reminder(plant, decision, "escalate") with
        {
            Messages = [.. Reminder(plant, decision, "escalate").Messages, .. leads.Select(lead => new NewMessage
            {
                Plant = plant.Id, Key = $"{decision.Name}:escalate:lead:{lead.ObjectId}:{decision.Due:yyyyMMdd}", Kind = MessageKind.Reminder,
                Target = new MessageTarget.Person(lead), Card = new CardRef(DecisionCard.Receipt, $"{decision.Number}"),
            })],
        };
    }

    // The key names the due date it was made for: one that was moved meanwhile has steps of its own.
    private async Task<Decision?> StillDueAsync(Occurrence occurrence, CancellationToken ct) =>
        DecisionChase.NumberOf(occurrence.Key) is { } number && await decisions.FindAsync(occurrence.Plant, number, ct) is { IsOpen: true } decision
        && occurrence.Key.EndsWith($"@{decision.Due:yyyy-MM-dd}", StringComparison.Ordinal) ? decision : null;

    private static Effect Reminder(PlantProfile plant, Decision decision, string step) =>
        new() { Messages = [DecisionEffects.ToOwner(plant, decision, step, MessageKind.Reminder)] };
}
