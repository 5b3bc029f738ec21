using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>One change of one decision.</summary>
/// <param name="Verb">For the audit.</param>
/// <param name="Apply">Asks the decision; may run again when somebody else was quicker.</param>
internal sealed record DecisionChange(string Verb, string? Detail, Func<Decision, DecisionOutcome> Apply)
{
    /// <summary>Its owner is asked in the own chat.</summary>
    public bool TellOwner { get; init; }

    /// <summary>The posted form that becomes the receipt.</summary>
    public string? Form { get; init; }

    /// <summary>What else is said, when something changed.</summary>
    public Func<Decision, IReadOnlyList<NewMessage>> Say { get; init; } = _ => [];
}

/// <summary>The one road of every press on a decision: found, held against the card that was pressed, changed, shown.</summary>
internal sealed class ChangeDecision(DecisionStore decisions, MeetingStore meetings, PlantProfiles plants, Rights rights, StandIns standIns, DecisionCards cards)
{
    public async Task<PressAnswer> RunAsync(Press press, DecisionChange change, CancellationToken ct)
    {
        return await FindAsync(press, ct) is { } found ? await RunOnAsync(press, found, change, ct) : Unknown();
    }

    public async Task<PressAnswer> RunOnAsync(Press press, Decision found, DecisionChange change, CancellationToken ct)
    {
        var plant = plants.Get(press.Plant);
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var result = await decisions.ChangeAsync(found.Id, decision =>
        {
            // What was decided is not what the presser saw: today's card first. A repeat of one's own press is none of that.
            if (press.Input.Whole("v") is { } seen && decision.HasMovedSince(seen)) return (DecisionOutcome.OldCard, Effect.None);
            var outcome = change.Apply(decision);
            if (outcome is not (DecisionOutcome.Changed or DecisionOutcome.LeadAsked)) return (outcome, Effect.None);
            var effect = DecisionEffects.Changed(press.Origin, plant, decision, change.Verb, meeting, change.Detail);
            var messages = new List<NewMessage>(effect.Messages);
            if (change.TellOwner && decision is { Owner: not null, IsComplete: true }) messages.Add(DecisionEffects.ToOwner(plant, decision, "recorded", MessageKind.Record));
            if (change.Form is { } form) messages.Add(press.Edit($"{form}:{decision.Id}", new CardRef(DecisionCard.Receipt, $"{decision.Number}"), $"{decision.Version}"));
            messages.AddRange(change.Say(decision));
            return (outcome, effect with { Messages = messages });
        }, ct);
        return result.Found ? await AnswerAsync(press, result.Outcome, result.Value, ct, change.Verb) : Unknown();
    }

    public async Task<PressAnswer> AnswerAsync(Press press, DecisionOutcome outcome, Decision decision, CancellationToken ct, string? verb = null) => outcome switch
    {
        DecisionOutcome.Changed or DecisionOutcome.SameAsBefore or DecisionOutcome.AlreadyClosed =>
            PressAnswer.Show(await cards.ReceiptAsync(plants.Get(press.Plant), decision, press.By, ct)),
        DecisionOutcome.OldCard => PressAnswer.Show(await cards.TodaysAsync(plants.Get(press.Plant), decision, press.By, press.Input.Whole("v")!.Value, ct)),
        _ => PressAnswer.Say(await cards.RefusalAsync(outcome, decision, press.Plant, ct, verb)),
    };

    public async Task<Decision?> FindAsync(Press press, CancellationToken ct) =>
        press.Input.Whole("r") is { } number ? await decisions.FindAsync(press.Plant, number, ct) : null;

    /// <summary>The presser chairs the open meeting, or is the S&amp;OE lead or stands in for them.</summary>
    public async Task<(bool IsChair, Meeting? Meeting)> ChairAsync(Press press, CancellationToken ct)
    {
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        return (meeting?.Chair == press.By || await IsLeadAsync(press, ct), meeting);
    }

    public Task<bool> IsLeadAsync(Press press, CancellationToken ct) => rights.ActsAsAsync(press.Plant, press.By, Role.Lead, Today(press), ct);

    /// <summary>The presser stands in for the decision's owner, who is away.</summary>
    public async Task<bool> ActsForOwnerAsync(Press press, CancellationToken ct) =>
        await FindAsync(press, ct) is { Owner: { } owner } && owner != press.By && (await standIns.ForAsync(press.Plant, owner, Today(press), ct)).Person == press.By;

    public static PressAnswer Unknown() => PressAnswer.Say("I do not find this decision any more. Type my to see yours.");

    private DateOnly Today(Press press) => plants.Get(press.Plant).Calendar.DayOf(press.Now);
}
