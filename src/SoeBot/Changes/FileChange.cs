using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.Changes;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Presses;
using SoeBot.Store.Changes;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Teams.Routing;

namespace SoeBot.Changes;

/// <summary>A change is written down by a typed line or a form (R24: sales and customer service can do no more than that); what it would do is computed beside it.</summary>
internal sealed class FileChange(ChangeStore changes, OutboxStore outbox, FindSubject find, Rights rights, PlantProfiles plants, CheckQueue queue, ChangeViews views)
{
    private const string TooOld = "This form is too old to be used. Open a new one from the order's card.";

    /// <summary>A line that says all becomes a request at once; one that lacks something gets the form.</summary>
    public CommandHandler Line(ChangeKind kind) => async (turn, words, ct) =>
    {
        if (!await rights.HasAnyAsync(turn.Plant, turn.By, ct)) return turn.Refuse(await rights.WhoCanAsync(turn.Plant, "ask for a change", ct));
        var plant = plants.Get(turn.Plant);
        var draft = ChangeLines.Read(kind, words, Guid.CreateVersion7(turn.Now), plant.Calendar.DayOf(turn.Now), plant.Calendar);
        var subject = await find.FindAsync(turn.Plant, kind, draft.Reference, ct);
        if (subject.Problem is { } problem) return turn.Refuse(problem);
        var what = draft.What(subject.Kind, subject.Reference);
        if (what.Missing is not null) return turn.Answer() with { Messages = [turn.ToConversation(Form(draft with { Reference = subject.Reference }), $"in:{turn.InboxId}:form", draft.TrackAs)] };
        await changes.DraftAsync(New(turn.Origin, draft, what, turn.Now), turn.Now, request =>
        {
            var effect = ChangeEffects.Drafted(plant, request, turn.Now, Verbs.Check);
            return effect with { InboxDone = turn.InboxId, Messages = [turn.ToConversation(new CardRef(ChangeCard.Shared, $"{request.Number}"), $"in:{turn.InboxId}:0", draft.TrackAs)] };
        }, ct);
        queue.Hurry(new ChangeId(draft.Id));
        return Effect.None;
    };

    /// <summary>An empty form by button, about the order of the card pressed.</summary>
    public async Task<PressAnswer> OfferFormAsync(Press press, CancellationToken ct)
    {
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "ask for a change", ct));
        var draft = new ChangeDraft(Guid.CreateVersion7(press.Now), ChangeKind.Move, press.Input.Text("r") is { Length: <= 40 } order ? order : "");
        await outbox.AddAsync(new Effect { Messages = [press.ToConversation(Form(draft), $"form:{press.ActivityId}", trackAs: draft.TrackAs)] }, ct);
        return PressAnswer.Say("The form is below: say what is to change.");
    }

    public async Task<PressAnswer> CheckAsync(Press press, CancellationToken ct)
    {
        if (!Guid.TryParse(press.Input.Text("r"), out var id)) return PressAnswer.Say(TooOld);
        if (!await rights.HasAnyAsync(press.Plant, press.By, ct)) return PressAnswer.Say(await rights.WhoCanAsync(press.Plant, "ask for a change", ct));
        var plant = plants.Get(press.Plant);
        var today = plant.Calendar.DayOf(press.Now);
        var (draft, problems) = Read(press, id);
        var subject = draft.Reference.Length > 0 ? await find.FindAsync(press.Plant, draft.Kind, draft.Reference, ct) : null;
        if (subject?.Problem is { } problem) problems["in_ref"] = problem;
        var what = draft.What(subject?.Kind ?? ChangeSubject.Order, subject?.Reference ?? "");
        if (problems.Count == 0 && what.Missing is { } missing) problems[FieldOf(missing)] = MissingWords(missing);
        if (draft.To < today) problems["in_to"] = "That day is past.";
        if (problems.Count > 0) return PressAnswer.Show(ChangeFormCard.Draw(new(plant, draft, today, problems)));

        var result = await changes.DraftAsync(New(press.Origin, draft, what, press.Now), press.Now, request =>
        {
            var effect = ChangeEffects.Drafted(plant, request, press.Now, Verbs.Check);
            return effect with { Messages = [press.Edit(draft.TrackAs, new CardRef(ChangeCard.Shared, $"{request.Number}"), $"{request.Version}")] };
        }, ct);
        // Whoever made up the id of another's request learns nothing of it.
        if (result.Request.Plant != press.Plant || result.Request.By != press.By) return PressAnswer.Say(TooOld);
        queue.Hurry(result.Request.Id);
        return PressAnswer.Show(await views.DrawAsync(plant, result.Request, press.By, ct));
    }

    public async Task<PressAnswer> DropFormAsync(Press press, CancellationToken ct)
    {
        const string words = "Dropped. Nobody was asked.";
        if (!Guid.TryParse(press.Input.Text("r"), out var id)) return PressAnswer.Say(TooOld);
        // Another's request is not dropped with the id of its form.
        if (await changes.FindAsync(new ChangeId(id), ct) is not null) return PressAnswer.Say("It is a request already. Open it to withdraw it.");
        await outbox.AddAsync(new Effect { Messages = [press.Edit(ChangeEffects.Track(new ChangeId(id)), SayCard.Of(words), "dropped")] }, ct);
        return PressAnswer.Show(SayCard.Draw(words));
    }

    private static (ChangeDraft Draft, Dictionary<string, string> Problems) Read(Press press, Guid id)
    {
        var (input, problems) = (press.Input, new Dictionary<string, string>());
        var reference = input.Text("in_ref") ?? "";
        if (reference.Length is 0 or > 40) problems["in_ref"] = "Write the number of an order, a production order or an item.";
        if (!Enum.TryParse<ChangeKind>(input.Text("in_kind"), out var kind) || !Enum.IsDefined(kind)) problems["in_kind"] = "Choose what is to change.";
        if (input.Number("in_quantity") is <= 0 or > 999_999_999) problems["in_quantity"] = "Pieces are a number above 0.";
        var text = input.Text("in_text") ?? "";
        if (text.Length > 300) problems["in_text"] = "Shorten it to 300 characters.";
        return (new ChangeDraft(id, kind, reference.Length > 40 ? "" : reference)
        {
            To = input.Day("in_to"), Quantity = problems.ContainsKey("in_quantity") ? null : input.Number("in_quantity"),
            WorkCentre = input.Text("in_centre") is { Length: <= 40 } centre ? centre : null, Sequence = input.Whole("in_sequence"),
            Reason = ReasonOf(input), Text = text.Length > 300 ? text[..300] : text, CustomerAsked = input.IsOn("in_customer"), IsEmergency = input.IsOn("in_done"), WantedBy = input.Day("in_wanted"),
        }, problems);
    }

    public static ChangeReason? ReasonOf(CardInput input) => Enum.TryParse<ChangeReason>(input.Text("in_reason"), out var reason) && Enum.IsDefined(reason) ? reason : null;

    private static NewChange New(Origin origin, ChangeDraft draft, ChangeWhat what, DateTimeOffset now) =>
        new(new ChangeId(draft.Id), origin.Plant, what, origin.By, draft.Reason, draft.Text, draft.CustomerAsked, draft.WantedBy, draft.IsEmergency ? now : null);

    private static CardRef Form(ChangeDraft draft) => new(ChangeFormCard.Source, draft.ToJson());

    private static string FieldOf(string missing) => missing switch
    {
        nameof(ChangeWhat.To) => "in_to",
        nameof(ChangeWhat.Quantity) => "in_quantity",
        nameof(ChangeWhat.WorkCentre) => "in_centre",
        nameof(ChangeWhat.Sequence) => "in_sequence",
        _ => "in_ref",
    };

    private static string MissingWords(string missing) => missing switch
    {
        nameof(ChangeWhat.To) => "To which day?",
        nameof(ChangeWhat.Quantity) => "How many pieces?",
        nameof(ChangeWhat.WorkCentre) => "On which work centre?",
        nameof(ChangeWhat.Sequence) => "To which place in the queue?",
        _ => "Which order?",
    };
}
