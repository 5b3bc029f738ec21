using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Meetings;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Routing;

namespace SoeBot.Decisions;

/// <summary>"decide: ..." fills a form; only the press of Record stores a decision.</summary>
internal sealed class RecordDecision(
    DecisionStore decisions, MeetingStore meetings, PlanStore plans, PlantProfiles plants, MeetingDates dates, PersonFinder people, Rights rights,
    DecisionCards cards, DecisionEffects effects)
{
    private const string TooOld = "This form is too old to be used. Type decide: and what was decided.";

    public async Task<Effect> FillFormAsync(Turn turn, Match words, CancellationToken ct)
    {
        var draft = await DraftAsync(turn, words.Groups["text"].Value.Trim(), ct);
        return turn.Answer() with { Messages = [turn.ToConversation(new CardRef(DecisionFormCard.Source, draft.ToJson()), $"in:{turn.InboxId}:form", draft.TrackAs)] };
    }

    private async Task<DecisionDraft> DraftAsync(Turn turn, string text, CancellationToken ct)
    {
        var plant = plants.Get(turn.Plant);
        var owner = await people.NamedInAsync(turn, text, ct);
        var read = DecideLine.Read(text, owner?.Name, plant.Calendar.DayOf(turn.Now), plant.Calendar);
        return new DecisionDraft(Guid.CreateVersion7(turn.Now), read.Text, owner?.Key.ToString(), read.Due ?? await dates.UsualDueAsync(plant, turn.Now, ct), read.Order ?? "");
    }

    /// <summary>An empty form by button, about an order when the card it was pressed on is about one.</summary>
    public async Task<PressAnswer> OfferFormAsync(Press press, CancellationToken ct)
    {
        var about = press.Input.Text("order") is { Length: > 0 and <= 60 } order ? order : "";
        var draft = new DecisionDraft(Guid.CreateVersion7(press.Now), "", null, await dates.UsualDueAsync(plants.Get(press.Plant), press.Now, ct), about);
        var form = press.ToConversation(new CardRef(DecisionFormCard.Source, draft.ToJson()), $"form:{press.ActivityId}", trackAs: draft.TrackAs);
        return await effects.PostAsync(form, "The form is below: write what was decided.", ct);
    }

    public async Task<PressAnswer> RecordAsync(Press press, CancellationToken ct) => await TryAsync(press, null, ct) switch
    {
        { Refusal: { } why } => PressAnswer.Say(why),
        { Decision: { } decision } => PressAnswer.Show(await cards.ReceiptAsync(plants.Get(press.Plant), decision, press.By, ct)),
        { Form: var form } => PressAnswer.Show(await cards.FormAsync(plants.Get(press.Plant), form!.Draft, form.Problems, ct)),
    };

    /// <summary>The one road of a form into the store, whichever way it was submitted.</summary>
    /// <param name="press">With the form's inputs.</param>
    /// <param name="post">Where the card of the decision goes when the form itself cannot become it; null when it can.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RecordedForm> TryAsync(Press press, MessageTarget? post, CancellationToken ct)
    {
        if (!Guid.TryParse(press.Input.Text("r"), out var id)) return new(TooOld);
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return new(await rights.WhoCanAsync(press.Plant, "record a decision", ct));
        var plant = plants.Get(press.Plant);
        var form = await DecisionForm.ReadAsync(press, id, plant.Calendar.DayOf(press.Now), people, ct);
        if (form.Problems.Count > 0) return new(null, form);

        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var version = await plans.CurrentAsync(press.Plant, ct);
        var input = new NewDecision(
            new DecisionId(id), press.Plant, form.Draft.Text, form.Draft.Subject, form.Owner, form.Draft.Due!.Value, press.By, meeting?.Id, version?.Number);
        var result = await decisions.RecordAsync(input, press.Now, decision => effects.Recorded(press.Origin, plant, decision, meeting, post), ct);
        // Whoever made up the id of another decision learns nothing of it.
        var isTheirs = result.Decision.Plant == press.Plant && (post is null || result.Decision.DecidedBy == press.By);
        return isTheirs ? new(null, null, result.Decision) : new(TooOld);
    }

    /// <summary>The form stays as a line that says so; nothing was recorded, so nothing is lost.</summary>
    public Task<PressAnswer> DropAsync(Press press, CancellationToken ct) =>
        effects.DropFormAsync(press, Guid.TryParse(press.Input.Text("r"), out var id) ? id : Guid.Empty, ct);
}

/// <summary>What became of a submitted form: a reason why not, the form with what is wrong in it, or the decision.</summary>
internal sealed record RecordedForm(string? Refusal, DecisionForm? Form = null, Decision? Decision = null);
