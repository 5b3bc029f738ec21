using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Changes;

/// <summary>A request as everybody sees it, as the plant manager decides it (C8) and as a function signs it (C9).</summary>
internal static class ChangeCard
{
    /// <summary>The shared card: the state for everybody, and the asker's form until it is sent.</summary>
    public const string Shared = "change";

    /// <summary>In the chat of the plant manager or the deputy.</summary>
    public const string Decide = "change-decide";

    /// <summary>In the chat of a function that signs.</summary>
    public const string Sign = "change-sign";

    /// <summary>How it ended, to those whom it concerns.</summary>
    public const string News = "change-news";

    /// <summary>It holds and is not in the schedule: planning is asked.</summary>
    public const string Missing = "change-missing";

    /// <summary>Somebody who decides asks whoever asked.</summary>
    public const string Question = "change-question";

    /// <summary>What follows the number of a card that is posted before everybody.</summary>
    public const string InChannel = ":channel";

    /// <summary>To somebody who cannot decide it: who can, with a button that asks them.</summary>
    public const string NoRight = "change-no-right";

    public static Card DrawShared(ChangeView view) =>
        Draw(view, ChangeWords.Headline(view), money: false, SendForm(view), SendActions(view)) with { Refresh = view.Refresh };

    /// <summary>The same for one person: with what is theirs to do, and nothing that is not.</summary>
    public static Card DrawPersonal(ChangeView view, PersonKey by, Standing standing, bool hasNoRight = false)
    {
        if (!view.Request.Waits)
            return view.CanBeTakenBack && view.Request.MayTakeBack(by, standing) ? Draw(view, ChangeWords.Headline(view), money: view.Request.IsManagers, [], [TakeBack(view)]) : DrawShared(view);
        if (hasNoRight) return DrawNoRight(view);
        if (view.Request.IsManagers && (standing.IsManager || standing.IsDeputy) && (by != view.Request.By || standing.MayApproveOwn))
            return Draw(view, ChangeWords.Headline(view), money: true, [], [.. DecideActions(view, standing.IsManager)]);
        if (!view.Request.IsManagers && by != view.Request.By && view.Request.Required.Any(standing.Functions.Contains))
            return Draw(view, ChangeWords.Headline(view), money: true, [], [.. SignActions(view)]);
        return Draw(view, ChangeWords.Headline(view), money: false, [], by == view.Request.By ? [Withdraw(view)] : []);
    }

    public static Card DrawDecide(ChangeView view) => Draw(view, ChangeWords.Headline(view), money: true, [],
        view.Request is { Waits: true, IsManagers: true } ? [.. DecideActions(view, view.Deputy is not null)] : TakeBacks(view));

    public static Card DrawSign(ChangeView view) => Draw(view, ChangeWords.Headline(view), money: true, [],
        view.Request is { Waits: true, IsManagers: false } ? [.. SignActions(view)] : view.Request.WasSigned ? TakeBacks(view) : []);

    public static Card DrawNoRight(ChangeView view) => !view.Request.Waits ? DrawShared(view) : Draw(view with { Note = view.Note ?? ChangeNotes.NoRight(view) }, ChangeWords.Headline(view), money: false, [],
        view.Deciders.Count == 0 ? [] : [Action(view, $"Ask {DataLine.Short(view.Names.Any(view.Deciders), 40)}", Verbs.Urge) with { Style = ActionStyle.Positive }]);

    public static Card DrawNews(ChangeView view) => Draw(view, ChangeWords.Headline(view), money: false, [], []);

    public static Card? DrawMissing(ChangeView view) => view.Request is { IsEffective: true, ArrivedIn: null } request
        ? Draw(view, $"{request.Name} is approved but not in the schedule: {view.Names.Any(view.Planners, "planning")}, change it or say why not", money: false, [], []) : null;

    public static Card? DrawQuestion(ChangeView view)
    {
        var request = view.Request;
        if (request.Events.LastOrDefault(one => one.Kind is ChangeEventKind.Questioned or ChangeEventKind.Answered) is not { } asked) return null;
        var open = request.Waits && asked.Kind == ChangeEventKind.Questioned;
        var title = open ? $"{request.Name}: {view.Names.Of(asked.By)} asks you" : $"{request.Name}: {(asked.Kind == ChangeEventKind.Answered ? "answered" : "nobody waits for the answer any more")}";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title), new TextBlock(DataLine.Short(asked.Note, 500)),
                TextBlock.Subtle($"{DataLine.Short(view.Plant.Name, 40)}. You asked: {ChangeWords.Asks(request.What, view.Today)}."),
                .. open ? [new TextInput("in_answer", "Your answer") { IsRequired = true, IsMultiline = true, MaxLength = 300, ErrorMessage = "Write your answer." }] : Array.Empty<CardElement>(),
            ],
            Actions = open ? [Action(view, "Answer", Verbs.Answer) with { Style = ActionStyle.Positive }] : [],
        };
    }

    /// <summary>For the channel, when whoever decides cannot be reached.</summary>
    public static PublicAsk? Ask(ChangeView view) =>
        view.Request.Waits ? new PublicAsk($"{view.Request.Name}, to be decided until {ChangeWords.Until(view)}") : null;

    internal static ExecuteAction Action(ChangeView view, string title, string verb) =>
        new(title, verb, new { p = view.Plant.Id.Value, r = view.Request.Number, v = view.Request.Version });

    private static Card Draw(ChangeView view, string title, bool money, IReadOnlyList<CardElement> fields, IReadOnlyList<CardAction> actions)
    {
        var request = view.Request;
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new TextBlock(CardText.Of($"**{Capital(ChangeWords.Asks(request.What, view.Today))}**{(request.Impact is { Problem: null } known ? $" ({DataLine.Short(known.Words, 60)}{ChangeWords.Places(known, view.Today)})" : "")}")),
        };
        if (view.Note is { } note) body.Insert(1, new Container([new TextBlock(note)]) { Style = ContainerStyle.Accent });
        if (request.Condition is { } condition && !view.HasGuests) body.Add(new Container([new TextBlock(CardText.Of($"**Only under this condition:** {DataLine.Short(condition, 300)}"))]) { Style = ContainerStyle.Warning });
        if (request.IsAfterwards) body.Add(new TextBlock(request.Impact?.Displaced.Count > 0 ? $"Done already and filed afterwards. It displaces {ChangeWords.Displaced(request.Impact)}." : "Done already and filed afterwards.") { Weight = TextWeight.Bolder });
        if (request.Waits && ChangeWords.WhyNow(view) is { } why) body.Add(new TextBlock(why));
        if (!request.IsOpen && ChangeWords.Next(view) is { } next) body.Add(new TextBlock(next));
        body.AddRange(HandedOver(view));
        if (request is { State: ChangeState.Checked, Impact.Problem: { } problem }) body.Add(new TextBlock(problem) { Color = TextColor.Attention });
        else if (request.Impact is { } impact) body.Add(new FactSet([.. Facts(view, impact, money)]));
        if (History(view) is { Count: > 0 } history) body.Add(new TextBlock(CardText.Bullets(history)) { IsSubtle = true, Size = TextSize.Small });
        body.AddRange(fields);
        body.Add(TextBlock.Subtle(
            $"{DataLine.Short(view.Plant.Name, 40)}. Asked for by {view.Names.Of(request.By)}, {DayWords.Moment(request.DraftedAt, view.Plant.Calendar)}{(request.Impact is { } on ? $", computed on plan version {on.PlanVersion}" : "")}."));
        return new Card { Summary = $"{title} ({DataLine.Short(request.What.Reference, 40)})", Body = body, Actions = actions };
    }

    /// <summary>How far it is on its way to the plant's other systems; a no of one of them stands out.</summary>
    private static IEnumerable<CardElement> HandedOver(ChangeView view)
    {
        var (stuck, well) = (view.HandOvers.Where(one => one.NeedsHelp), view.HandOvers.Where(one => !one.NeedsHelp).ToList());
        if (well.Count > 0) yield return new TextBlock($"Handed over: {string.Join(", ", well.Select(one => HandOverWords.Of(one, view.Plant.Calendar, view.Now, words: !view.HasGuests)))}");
        foreach (var one in stuck) yield return new TextBlock(HandOverWords.Of(one, view.Plant.Calendar, view.Now, words: !view.HasGuests)) { Color = TextColor.Attention };
    }

    private static IEnumerable<Fact> Facts(ChangeView view, ChangeImpact impact, bool money)
    {
        var request = view.Request;
        if (request.Reason is { } reason) yield return new Fact("Why", $"{ChangeWords.Of(reason)}{(request.Text.Length > 0 && !view.HasGuests ? $": {DataLine.Short(request.Text, 200)}" : "")}{(request.CustomerAsked && !view.HasGuests && reason is not (ChangeReason.CustomerAsks or ChangeReason.LineStop) ? ", asked for by the customer" : "")}");
        else if (request.Text.Length > 0 && !view.HasGuests) yield return new Fact("Why", DataLine.Short(request.Text, 200));
        if (request.WantedBy is { } wanted && wanted != request.What.To) yield return new Fact("Wanted by", DayWords.Of(wanted, view.Today));
        if (request.IsOpen) yield return new Fact("Zone", ChangeWords.Zone(view));
        if (request.IsAfterwards)
        {
            // It is in the plan already: there is nothing that it would cost to do or to leave.
            if (request.Waits) yield return new Fact("Answer by", $"{ChangeWords.Until(view)}, else it counts as a change without approval");
            yield break;
        }
        yield return new Fact("Displaces", ChangeWords.Displaced(impact));
        if (ChangeWords.Work(impact) is { } work) yield return new Fact("Work", work);
        if (impact.WorseOrders > 0) yield return new Fact("Delays", ChangeWords.Orders(impact));
        yield return new Fact("Doing nothing", ChangeWords.Price(impact.Nothing, money));
        yield return new Fact("Doing it", ChangeWords.Price(impact.Doing, money));
        if (request.Waits) yield return new Fact("Answer by", $"{ChangeWords.Until(view)}, else it ends and the plan stays");
        else if (request.State == ChangeState.Checked && impact.FirstSlot is { } slot) yield return new Fact("Can be decided", $"until {DayWords.Moment(slot, view.Plant.Calendar)}");
        if (request is { Zone: Fence.Firm, Required.Count: > 0 }) yield return new Fact("Functions", string.Join(", ", request.Required.Select(role => $"{People.Roles.Words(role)} {Mark(request.SignatureOf(role))}")));
    }

    private static string Mark(Signature? signature) => signature switch
    {
        Signature.Agrees => "✓ agrees",
        Signature.Objects => "✗ objects",
        Signature.NotConcerned => "not concerned",
        null => "not yet",
    };

    private static List<CardText> History(ChangeView view) =>
        [.. view.Request.Events.Select(one => ChangeWords.Happened(view, one)).OfType<string>().TakeLast(6).Select(line => CardText.FromString(line))];

    private static IReadOnlyList<CardElement> SendForm(ChangeView view) => view.Request is not { State: ChangeState.Checked, Impact.Problem: null } request ? [] :
    [
        new ChoiceInput("in_reason", "Reason")
        {
            Choices = [.. Enum.GetValues<ChangeReason>().Select(reason => new Choice(ChangeWords.Of(reason), reason.ToString()))],
            Value = request.Reason?.ToString(), IsRequired = true, ErrorMessage = "Choose a reason.",
        },
        new TextInput("in_text", "In your words") { Value = request.Text.Length > 0 ? request.Text : null, MaxLength = 300, Placeholder = "Customer line stops on Friday" },
        new ToggleInput("in_customer", "The customer asks for it") { Value = request.CustomerAsked },
    ];

    private static IReadOnlyList<CardAction> SendActions(ChangeView view) => view.Request switch
    {
        { State: ChangeState.Checked, Impact.Problem: null } request =>
        [
            Action(view, request.Zone switch { Fence.Flexible => "Record it", Fence.Frozen => $"Send to {DataLine.Short(view.Names.Any(view.Deciders, $"the {People.Roles.Words(view.Decider)}"), 30)}", Fence.Firm => "Send to the functions" }, Verbs.Send) with { Style = ActionStyle.Positive },
            Withdraw(view),
        ],
        { State: ChangeState.Checked or ChangeState.Drafted } => [Withdraw(view)],
        _ => [],
    };

    private static ExecuteAction Withdraw(ChangeView view) => Action(view, view.Request.Waits ? "Withdraw" : "Drop it", Verbs.Withdraw) with { AssociatedInputs = AssociatedInputs.None };

    private static IEnumerable<CardAction> DecideActions(ChangeView view, bool mayGive)
    {
        yield return Action(view, view.Request.IsAfterwards ? "Accept" : "Approve", Verbs.Approve) with { Style = ActionStyle.Positive, AssociatedInputs = AssociatedInputs.None };
        if (!view.Request.IsAfterwards) yield return Words(view, "With a condition", "in_condition", "Condition", "Say under which condition.", Verbs.ApproveIf, "Approve under this condition");
        yield return Words(view, view.Request.IsAfterwards ? "Not acceptable" : "Reject", "in_why", "Reason (the asker reads it at once)", "Say why in one sentence.", Verbs.Reject, view.Request.IsAfterwards ? "Not acceptable" : "Reject");
        yield return Asks(view);
        if (mayGive && view.Deputy is { } deputy && !view.Request.DeputyMay) yield return Action(view, $"Leave it to {DataLine.Short(view.Names.Of(deputy), 24)}", Verbs.Give) with { AssociatedInputs = AssociatedInputs.None };
    }

    private static IEnumerable<CardAction> SignActions(ChangeView view)
    {
        yield return Action(view, "Agree", Verbs.Agree) with { Style = ActionStyle.Positive, AssociatedInputs = AssociatedInputs.None };
        yield return Words(view, "Object", "in_why", "Why not", "Say why in one sentence.", Verbs.Object, "Object");
        yield return Action(view, "Not concerned", Verbs.NotConcerned) with { AssociatedInputs = AssociatedInputs.None };
        yield return Asks(view);
    }

    private static ShowCardAction Asks(ChangeView view) => Words(view, "Ask", "in_question", $"Question to {view.Names.Of(view.Request.By)}", "Write the question.", Verbs.Ask, "Ask");

    private static ShowCardAction Words(ChangeView view, string title, string field, string label, string error, string verb, string button) => new(
        title, [new TextInput(field, label) { IsRequired = true, IsMultiline = true, MaxLength = 300, ErrorMessage = error }], [Action(view, button, verb) with { Style = ActionStyle.Positive }]);

    private static IReadOnlyList<CardAction> TakeBacks(ChangeView view) => view.CanBeTakenBack ? [TakeBack(view)] : [];

    private static ExecuteAction TakeBack(ChangeView view) =>
        Action(view, $"Undo (until {DayWords.Time(view.Request.UndoUntil!.Value, view.Plant.Calendar)})", Verbs.TakeBack) with { AssociatedInputs = AssociatedInputs.None };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
