using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>What whoever chairs does with decisions: complete, correct, drop, let a newer one take an older one's place.</summary>
internal sealed class ChairDecision(
    ChangeDecision changes, DecisionStore decisions, MeetingStore meetings, PlantProfiles plants, DraftDecision drafts, PersonFinder people, DecisionCards cards, AnswerDecision answers)
{
    public async Task<PressAnswer> CorrectAsync(Press press, CancellationToken ct)
    {
        var text = press.Input.Text("in_text");
        if (text?.Length > 500) return PressAnswer.Say("Shorten the decision to 500 characters; details belong to the minutes.");
        var (chair, meeting) = await changes.ChairAsync(press, ct);
        return await changes.RunAsync(press, new(Verbs.Correct, text, d => d.Correct(text, press.By, chair, meeting is not null && d.Meeting == meeting.Id, press.Now)) { Form = DecisionForms.Correct }, ct);
    }

    public async Task<PressAnswer> DropAsync(Press press, CancellationToken ct)
    {
        var why = press.Input.Text("in_why");
        var (chair, _) = await changes.ChairAsync(press, ct);
        return await changes.RunAsync(press, new(Verbs.Drop, why, d => d.Drop(press.By, chair || (!d.IsComplete && press.By == d.DecidedBy), why, press.Now)) { Form = DecisionForms.Drop }, ct);
    }

    /// <summary>Gives a draft its owner, its date or both.</summary>
    public async Task<PressAnswer> CompleteAsync(Press press, CancellationToken ct)
    {
        if (await changes.FindAsync(press, ct) is not { } found) return ChangeDecision.Unknown();
        var plant = plants.Get(press.Plant);
        Person? owner = null;
        if (press.Input.Text("in_owner") is { } picked && (owner = await people.PickedAsync(press, picked, ct)) is null)
            return PressAnswer.Say("I do not know this person yet. Choose somebody of this team.");
        var due = press.Input.Day("u") ?? press.Input.Day("in_due");
        if (due is { } day && DueWords.Ask(day, press.Input.Day("k"), new(plant, await drafts.NextMeetingAsync(plant, press.Now, ct), InMeeting: true), press.Now) is { Question: { } question } asked)
            return PressAnswer.Show(await cards.CompleteFormAsync(plant, found, owner?.Key, due, question, asked.Use, asked.Keep, ct));
        var (chair, _) = await changes.ChairAsync(press, ct);
        return await changes.RunAsync(press, new(Verbs.Complete, $"{owner?.Key.ObjectId} {due:yyyy-MM-dd}", d => d.Complete(owner?.Key, due, null, press.By, chair, plant.Calendar, press.Now))
        {
            Form = DecisionForms.Complete, TellOwner = true,
        }, ct);
    }

    /// <summary>The form for correcting or dropping, for whoever may.</summary>
    public AnswerPress OfferForm(string source) => async (press, ct) =>
    {
        if (await changes.FindAsync(press, ct) is { } decision && !(await changes.ChairAsync(press, ct)).IsChair && (decision.IsComplete || decision.DecidedBy != press.By))
            return PressAnswer.Say(await cards.RefusalAsync(DecisionOutcome.ChairNeeded, decision, press.Plant, ct));
        return await answers.OfferForm(source)(press, ct);
    };

    /// <summary>"D-41 replaces D-36": both say so afterwards.</summary>
    public async Task<PressAnswer> ReplaceAsync(Press press, CancellationToken ct)
    {
        if (press.Input.Whole("r") is not { } newer || press.Input.Whole("o") is not { } older) return ChangeDecision.Unknown();
        var (chair, _) = await changes.ChairAsync(press, ct);
        var plant = plants.Get(press.Plant);
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var result = await decisions.ChangeBothAsync(press.Plant, older, newer, (old, now) =>
        {
            var outcome = Decision.Replace(old, now, press.By, chair, press.Now);
            if (outcome != DecisionOutcome.Changed) return (outcome, Effect.None);
            var first = DecisionEffects.Changed(press.Origin, plant, old, Verbs.Replace, meeting, $"by {now.Name}");
            var second = DecisionEffects.Changed(press.Origin, plant, now, Verbs.Replace, meeting, old.Name);
            return (outcome, DecisionEffects.Both(first, second));
        }, ct);
        return result.Found ? await changes.AnswerAsync(press, result.Outcome, result.Value, ct) : ChangeDecision.Unknown();
    }
}
