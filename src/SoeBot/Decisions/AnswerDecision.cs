using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>The owner's answers: take it, not me, done, missed, another date, blocked. The same by button and by typed line.</summary>
internal sealed class AnswerDecision(
    DecisionStore decisions, MeetingStore meetings, PlantProfiles plants, PersonFinder people, Rights rights, DecisionCards cards, DecisionEffects effects)
{
    public Task<PressAnswer> TakeAsync(Press press, CancellationToken ct) =>
        ChangeAsync(press, Verbs.Take, null, d => d.Take(press.By, press.Now), ct);

    public Task<PressAnswer> DoneAsync(Press press, CancellationToken ct)
    {
        var note = press.Input.Text("in_note");
        return ChangeAsync(press, Verbs.Done, note, d => d.Done(press.By, note, plants.Get(press.Plant).Calendar, press.Now), ct);
    }

    public Task<PressAnswer> MissAsync(Press press, CancellationToken ct)
    {
        var why = press.Input.Text("in_why");
        return ChangeAsync(press, Verbs.Miss, why, d => d.Miss(press.By, why, press.Now), ct);
    }

    public Task<PressAnswer> BlockAsync(Press press, CancellationToken ct)
    {
        var why = press.Input.Text("in_why");
        return ChangeAsync(press, Verbs.Blocked, why, d => d.Block(press.By, why, press.Now), ct);
    }

    public async Task<PressAnswer> RedateAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Day("in_due") is not { } due) return PressAnswer.Say("Which day? Choose a date and save again.");
        var why = press.Input.Text("in_why");
        var lead = await rights.HasAsync(press.Plant, press.By, Role.Lead, ct);
        var calendar = plants.Get(press.Plant).Calendar;
        return await ChangeAsync(press, Verbs.Redate, $"{due:yyyy-MM-dd} {why}", d => d.Redate(due, press.By, lead, why, calendar, press.Now), ct);
    }

    /// <summary>Asks for the other person; with one named, the decision goes to them and waits for their "Take it".</summary>
    public async Task<PressAnswer> RefuseAsync(Press press, CancellationToken ct)
    {
        var picked = press.Input.Text("in_owner") is { } choice ? await people.PickedAsync(press, choice, ct) : null;
        if (picked is null) return PressAnswer.Say("Who then? Choose one person of this team and save again.");
        var lead = await rights.HasAsync(press.Plant, press.By, Role.Lead, ct);
        var why = press.Input.Text("in_why");
        return await ChangeAsync(press, Verbs.Refuse, $"to {picked.Key.ObjectId} {why}",
            d => press.By != d.Owner && press.By != d.DecidedBy && !lead ? DecisionOutcome.NotYours : d.GiveTo(picked.Key, press.By, why, press.Now), ct, tellOwner: true);
    }

    public async Task<PressAnswer> CorrectAsync(Press press, CancellationToken ct)
    {
        var text = press.Input.Text("in_text");
        if (text?.Length > 500) return PressAnswer.Say("Shorten the decision to 500 characters; details belong to the minutes.");
        var (chair, meeting) = await ChairAsync(press, ct);
        return await ChangeAsync(press, Verbs.Correct, text, d => d.Correct(text, press.By, chair, meeting is not null && d.Meeting == meeting.Id, press.Now), ct, form: DecisionForms.Correct);
    }

    public async Task<PressAnswer> DropAsync(Press press, CancellationToken ct)
    {
        var why = press.Input.Text("in_why");
        var (chair, _) = await ChairAsync(press, ct);
        return await ChangeAsync(press, Verbs.Drop, why, d => d.Drop(press.By, chair, why, press.Now), ct, form: DecisionForms.Drop);
    }

    /// <summary>The form for correcting or dropping, for whoever may.</summary>
    public AnswerPress OfferChairForm(string source) => async (press, ct) =>
    {
        if (await FindAsync(press, ct) is { } decision && !(await ChairAsync(press, ct)).IsChair)
            return PressAnswer.Say(await cards.RefusalAsync(DecisionOutcome.ChairNeeded, decision, press, ct));
        return await OfferForm(source)(press, ct);
    };

    private async Task<(bool IsChair, Meeting? Meeting)> ChairAsync(Press press, CancellationToken ct)
    {
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        return (meeting?.Chair == press.By || await rights.HasAsync(press.Plant, press.By, Role.Lead, ct), meeting);
    }

    /// <summary>Posts the form for a new date, an obstacle or another owner as a card of its own.</summary>
    public AnswerPress OfferForm(string source) => async (press, ct) =>
    {
        if (await FindAsync(press, ct) is not { } decision) return Unknown();
        if (!decision.IsOpen) return PressAnswer.Show(await cards.ReceiptAsync(plants.Get(press.Plant), decision, press.By, ct));
        var about = new CardRef(source, $"{decision.Number}");
        return await effects.PostAsync(press.ToConversation(about, $"form:{press.ActivityId}", trackAs: $"{source}:{decision.Id}"), "The form is below.", ct);
    };

    private async Task<PressAnswer> ChangeAsync(
        Press press, string verb, string? detail, Func<Decision, DecisionOutcome> change, CancellationToken ct, bool tellOwner = false, string? form = null)
    {
        if (await FindAsync(press, ct) is not { } found) return Unknown();
        var plant = plants.Get(press.Plant);
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var result = await decisions.ChangeAsync(found.Id, decision =>
        {
            var outcome = change(decision);
            if (outcome != DecisionOutcome.Changed) return (outcome, Store.Effects.Effect.None);
            var effect = DecisionEffects.Changed(press.Origin, plant, decision, verb, meeting, detail);
            if (tellOwner) effect = effect with { Messages = [.. effect.Messages, DecisionEffects.ToOwner(plant, decision, "recorded", MessageKind.Record)] };
            if (form is not null) effect = effect with { Messages = [.. effect.Messages, press.Edit($"{form}:{decision.Id}", new CardRef(DecisionCard.Receipt, $"{decision.Number}"), $"{decision.Version}")] };
            return (outcome, effect);
        }, ct);
        if (!result.Found) return Unknown();
        return result.Outcome is DecisionOutcome.Changed or DecisionOutcome.SameAsBefore or DecisionOutcome.AlreadyClosed
            ? PressAnswer.Show(await cards.ReceiptAsync(plant, result.Value, press.By, ct))
            : PressAnswer.Say(await cards.RefusalAsync(result.Outcome, result.Value, press, ct));
    }

    private async Task<Decision?> FindAsync(Press press, CancellationToken ct) =>
        press.Input.Whole("r") is { } number ? await decisions.FindAsync(press.Plant, number, ct) : null;

    private static PressAnswer Unknown() => PressAnswer.Say("I do not find this decision any more. Type my to see yours.");
}
