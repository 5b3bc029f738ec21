using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
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
    DecisionStore decisions, MeetingStore meetings, PlanStore plans, PlantProfiles plants, DraftDecision drafts, DecisionRoom room, PersonFinder people, Rights rights,
    DecisionCards cards, DecisionEffects effects)
{
    private const string TooOld = "This form is too old to be used. Type decide: and what was decided.";

    public async Task<Effect> FillFormAsync(Turn turn, Match words, CancellationToken ct)
    {
        var draft = await drafts.ReadAsync(turn, words.Groups["text"].Value.Trim(), ct);
        return turn.Answer() with { Messages = [turn.ToConversation(new CardRef(DecisionFormCard.Source, draft.ToJson()), $"in:{turn.InboxId}:form", draft.TrackAs)] };
    }

    /// <summary>An empty form by button, about an order when the card it was pressed on is about one.</summary>
    public async Task<PressAnswer> OfferFormAsync(Press press, CancellationToken ct)
    {
        var about = press.Input.Text("order") is { Length: > 0 and <= 60 } order ? order : "";
        var draft = await drafts.EmptyAsync(press.Plant, about, press.Now, ct);
        var form = press.ToConversation(new CardRef(DecisionFormCard.Source, draft.ToJson()), $"form:{press.ActivityId}", trackAs: draft.TrackAs);
        return await effects.PostAsync(form, "The form is below: write what was decided.", ct);
    }

    /// <param name="tell">"Record and tell the customer": the card for telling is posted with it.</param>
    public async Task<PressAnswer> RecordAsync(Press press, bool tell, CancellationToken ct) => await TryAsync(press, null, tell, ct) switch
    {
        { Refusal: { } why } => PressAnswer.Say(why),
        { Decision: { } decision } => PressAnswer.Show(await cards.ReceiptAsync(plants.Get(press.Plant), decision, press.By, ct)),
        { Form: var form } => PressAnswer.Show(await cards.FormAsync(plants.Get(press.Plant), form!, ct)),
    };

    /// <summary>The one road of a form into the store, whichever way it was submitted.</summary>
    /// <param name="press">With the form's inputs.</param>
    /// <param name="post">Where the card of the decision goes when the form itself cannot become it; null when it can.</param>
    /// <param name="tell">Post the card by which the customer is told.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RecordedForm> TryAsync(Press press, MessageTarget? post, bool tell, CancellationToken ct)
    {
        if (!Guid.TryParse(press.Input.Text("r"), out var id)) return new(TooOld);
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return new(await rights.WhoCanAsync(press.Plant, "record a decision", ct));
        // A repeated press finds what the first one recorded, whatever stands in the form now.
        if (await decisions.FindAsync(new DecisionId(id), ct) is { } before) return IsTheirs(press, post, before) ? new(null, null, before) : new(TooOld);
        var plant = plants.Get(press.Plant);
        var meeting = await meetings.OpenAsync(press.Plant, ct);
        var form = await DecisionForm.ReadAsync(press, id, new(plant, await drafts.NextMeetingAsync(plant, press.Now, ct), meeting is not null), people, ct);
        if (tell && form.Draft.Subject.Kind != SubjectKind.Order && form.Problems.Count == 0)
            form = form with { Problems = new Dictionary<string, string> { ["in_about"] = "Which order? The customer is told about an order." } };
        if (form.Problems.Count > 0) return new(null, form);

        var input = await InputAsync(press, plant, meeting, form, ct);
        var older = (await decisions.AboutAsync(press.Plant, [input.Subject], ct)).Where(one => one.Id != input.Id && one.AsksTheSameAs(input)).MaxBy(one => one.Number);
        Effect With(Decision decision) => effects.Recorded(press.Origin, plant, decision, meeting, older, tell, post);
        var result = meeting is null ? await decisions.RecordAsync(input, press.Now, With, ct) : await decisions.RecordInMeetingAsync(meeting.Id, input, press.Now, With, ct);
        // The meeting was closed in this very moment: it is read again as something decided outside of it, which needs owner and date at once.
        if (result is null) return await TryAsync(press, post, tell, ct);
        return IsTheirs(press, post, result.Decision) ? new(null, null, result.Decision) : new(TooOld);
    }

    /// <summary>Whoever made up the id of another decision learns nothing of it.</summary>
    private static bool IsTheirs(Press press, MessageTarget? post, Decision decision) => decision.Plant == press.Plant && (post is null || decision.DecidedBy == press.By);

    private async Task<NewDecision> InputAsync(Press press, PlantProfile plant, Meeting? meeting, DecisionForm form, CancellationToken ct)
    {
        var draft = form.Draft;
        var subject = DecisionSubject.Of(await drafts.OrderAsync(press.Plant, draft.About, ct));
        var there = await room.AtAsync(plant, meeting, press.By, form.Owner, subject, draft.Kind, press.Now, ct);
        return new(new DecisionId(draft.Id), press.Plant, draft.Text, subject, form.Owner, draft.Due, press.By, meeting?.Id, (await plans.CurrentAsync(press.Plant, ct))?.Number)
        {
            Kind = draft.Kind, Options = draft.Options, Helpers = draft.Helpers, EnteredLater = draft.EnteredLater, Present = there.Present, NotInRoom = there.NotInRoom,
        };
    }

    /// <summary>The form stays as a line that says so; nothing was recorded, so nothing is lost.</summary>
    public Task<PressAnswer> DropAsync(Press press, CancellationToken ct) =>
        effects.DropFormAsync(press, Guid.TryParse(press.Input.Text("r"), out var id) ? id : Guid.Empty, ct);
}

/// <summary>What became of a submitted form: a reason why not, the form with what is wrong in it, or the decision.</summary>
internal sealed record RecordedForm(string? Refusal, DecisionForm? Form = null, Decision? Decision = null);
