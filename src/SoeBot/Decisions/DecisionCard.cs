using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.People;
using SoeBot.Teams;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <param name="Names">Names of the people in it.</param>
/// <param name="Refresh">Who sees a view of their own; null where the card is not shared.</param>
internal sealed record DecisionView(string Plant, string PlantName, Decision Decision, DecisionNames Names, DateOnly Today, string DecidedAt, CardRefresh? Refresh = null);

/// <summary>One who looks at a decision.</summary>
/// <param name="MayDrop">The S&amp;OE lead, or the chair of its open meeting.</param>
/// <param name="MayCorrect">The same, while that meeting is open.</param>
internal sealed record DecisionReader(bool IsOwner, bool MayDrop, bool MayCorrect);

/// <summary>The receipt that everybody sees, and the card by which the owner answers (C6, C11).</summary>
internal static class DecisionCard
{
    /// <summary>The state for everybody; no buttons but the owner's "Take it" and "Not me".</summary>
    public const string Receipt = "decision";

    /// <summary>In the owner's chat: the same with all answers.</summary>
    public const string Chase = "chase";

    public static Card DrawReceipt(DecisionView view) => Draw(view, DecisionWords.Headline(view.Decision, view.Names), ReceiptActions(view)) with { Refresh = view.Refresh };

    /// <summary>The same for one person: with what is theirs to do, and nothing that is not.</summary>
    /// <param name="note">Said on top: that the pressed card was an old one.</param>
    public static Card DrawPersonal(DecisionView view, DecisionReader reader, string? note = null) =>
        Draw(view, DecisionWords.Headline(view.Decision, view.Names), [.. PersonalActions(view, reader)], note: note) with { Refresh = view.Refresh };

    public static Card DrawChase(DecisionView view, string title) => Draw(view, title, ChaseActions(view));

    /// <summary>To be shown anywhere, to readers unknown: without buttons, which work only where the bot is, and without what people answered.</summary>
    public static Card DrawShared(DecisionView view) => Draw(view, DecisionWords.Title(view.Decision, view.Names), [], withWords: false);

    /// <summary>For the channel, when the owner cannot be reached: which decision, and the one button that is sure to be meant.</summary>
    public static PublicAsk Ask(DecisionView view) => new(
        $"{view.Decision.Name}{(view.Decision.Subject.Kind == SubjectKind.Nothing ? "" : $" ({view.Decision.Subject.Reference})")}, due {DayWords.Of(view.Decision.Due, view.Today)}",
        view.Decision.Status == DecisionStatus.Proposed ? Action(view, "Take it", Verbs.Take) : Action(view, "Done", Verbs.Done), view.Decision.Owner);

    private static Card Draw(DecisionView view, string title, IReadOnlyList<CardAction> actions, bool withWords = true, string? note = null)
    {
        var decision = view.Decision;
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new TextBlock(decision.Text) { Weight = TextWeight.Bolder },
            new FactSet(
            [
                new Fact("Owner", view.Names.Owner(decision)),
                new Fact("Due", CardText.Of($"{DayWords.Of(decision.Due, view.Today)}{DecisionWords.Distance(decision, view.Today)}")),
                new Fact("State", DecisionStates.Of(decision)),
                .. decision.Subject.Kind == SubjectKind.Nothing ? Array.Empty<Fact>() : [new Fact("About", decision.Subject.Reference)],
                .. decision.Helpers is { } group ? [new Fact("Helps", DataLine.Short(group, 60))] : Array.Empty<Fact>(),
            ]),
        };
        if (note is not null) body.Insert(0, Amber(note));
        if (decision.Escalation is { } up) body.Add(new TextBlock(decision.WaitsFor is { } asked
            ? $"Waits for {view.Names.Of(asked)} ({Roles.Words(up.Level)}) to decide by {DayWords.Of(up.DecideBy, view.Today)}."
            : up.Chosen is { } chosen ? $"{view.Names.Of(up.ChosenBy)} ({Roles.Words(up.Level)}) decided: {up.Options[chosen]}" : "Asked above, closed without an answer."));
        if (DecisionWords.Isolated(decision) is { } without) body.Add(Amber($"Decided without {without}, whom it touches."));
        if (decision is { IsOpen: true, Redates: >= 2 }) body.Add(Amber($"Moved {(decision.Redates == 2 ? "twice" : $"{decision.Redates} times")}. Is this still the right owner?"));
        if (withWords && DecisionWords.LastWords(decision, view.Names, view.Today) is { } last) body.Add(new TextBlock(last) { IsSubtle = true });
        body.Add(TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Decided by {view.Names.Of(decision.DecidedBy)}, {view.DecidedAt}{DecisionWords.Where(decision)}{(decision.PlanVersion is { } version ? $", on plan version {version}" : "")}."));
        return new Card { Summary = $"{title}: {decision.Text}".Cut(200), Body = body, Actions = actions };
    }

    /// <summary>Yellow text cannot be read on white, a yellow ground can.</summary>
    internal static Container Amber(string words) => new([new TextBlock(words)]) { Style = ContainerStyle.Warning };

    private static IReadOnlyList<CardAction> ReceiptActions(DecisionView view) =>
        view.Decision.Status switch
        {
            DecisionStatus.Draft => [Action(view, "Complete", Verbs.CompleteForm), Action(view, "Drop: why", Verbs.DropForm)],
            DecisionStatus.Proposed => [Action(view, "Take it", Verbs.Take), Action(view, "Not me", Verbs.RefuseForm), Action(view, "Other date", Verbs.RedateForm)],
            _ => [],
        };

    private static IEnumerable<CardAction> PersonalActions(DecisionView view, DecisionReader reader)
    {
        if (!view.Decision.IsOpen) yield break;
        if (!view.Decision.IsComplete)
        {
            yield return Action(view, "Complete", Verbs.CompleteForm) with { Style = ActionStyle.Positive };
            yield return Action(view, "Drop: why", Verbs.DropForm);
            yield break;
        }
        if (reader.IsOwner)
        {
            if (view.Decision.Status == DecisionStatus.Proposed) yield return Action(view, "Take it", Verbs.Take) with { Style = ActionStyle.Positive };
            else yield return Action(view, "Done", Verbs.Done) with { Style = ActionStyle.Positive };
            yield return Action(view, "Not me", Verbs.RefuseForm);
            yield return Action(view, "Other date", Verbs.RedateForm);
        }
        if ((reader.IsOwner || reader.MayDrop) && view.Decision.WaitsFor is null) yield return Action(view, "Escalate", Verbs.EscalateForm);
        if (reader.MayCorrect) yield return Action(view, "Correct", Verbs.CorrectForm);
        if (reader.MayDrop) yield return Action(view, "Drop", Verbs.DropForm);
    }

    private static IReadOnlyList<CardAction> ChaseActions(DecisionView view) => view.Decision is not { IsOpen: true, IsComplete: true } ? [] :
    [
        // One button stands out: what is asked now.
        .. view.Decision.Status == DecisionStatus.Proposed
            ? new[] { Action(view, "Take it", Verbs.Take) with { Style = ActionStyle.Positive }, Action(view, "Done", Verbs.Done) }
            : [Action(view, "Done", Verbs.Done) with { Style = ActionStyle.Positive }],
        Action(view, "New date", Verbs.RedateForm),
        Action(view, "Blocked", Verbs.BlockedForm),
        Action(view, view.Decision.Redates >= 2 ? "Other owner" : "Not me", Verbs.RefuseForm),
    ];

    internal static ExecuteAction Action(DecisionView view, string title, string verb) =>
        new(title, verb, new { p = view.Plant, r = view.Decision.Number, v = view.Decision.Version });
}
