using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <param name="All">What the last meetings left behind: open, and settled or moved since the last one.</param>
/// <param name="Meeting">The meeting that looks at it; empty outside one.</param>
/// <param name="Skip">Lines of the pages before.</param>
internal sealed record LastCommitmentsView(string Plant, string PlantName, DateOnly Today, IReadOnlyList<DecisionView> All, string Meeting, int Skip);

/// <summary>The card that opens the next meeting (R98): kept, missed, re-negotiated, and on each open line the three answers. What is missed stays until somebody answers (R99).</summary>
internal static class LastCommitmentsCard
{
    public const int Lines = 10;

    public static Card Draw(LastCommitmentsView view)
    {
        // The ones that need a word first: missed, then open by due date, then what is settled.
        var sorted = view.All.OrderByDescending(one => one.Decision.Status == DecisionStatus.Missed).ThenByDescending(one => one.Decision.IsOpen)
            .ThenBy(one => one.Decision.Due is null).ThenBy(one => one.Decision.Due).ThenBy(one => one.Decision.Number).ToList();
        var skip = view.Skip > 0 && view.Skip < sorted.Count ? view.Skip - (view.Skip % Lines) : 0;
        var title = sorted.Count == 0 ? "Last commitments: none are open" : $"Last commitments: {Counts(view.All)}";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(DataLine.Short(view.PlantName, 40)) };
        body.AddRange(sorted.Skip(skip).Take(Lines).Select(one => Line(one, view.Today)));
        if (sorted.Count > Lines) body.Add(TextBlock.Subtle($"{skip + 1} to {Math.Min(skip + Lines, sorted.Count)} of {sorted.Count}"));
        return new Card { Summary = $"{title} ({view.PlantName})", Body = body, Actions = [.. Pages(view, skip, sorted.Count)] };
    }

    /// <summary>Each decision is counted once by how it ended, and once more when it was moved.</summary>
    private static string Counts(IReadOnlyList<DecisionView> all)
    {
        var decisions = all.Select(one => one.Decision).ToList();
        (int Count, string Word)[] counts =
        [
            (decisions.Count(d => d.Status == DecisionStatus.Kept), "kept"), (decisions.Count(d => d.Misses > 0), "missed"), (decisions.Count(d => d.Redates > 0), "re-negotiated"),
            (decisions.Count(d => d.IsOpen && d.Misses == 0), "open"), (decisions.Count(d => d.Status is DecisionStatus.Dropped or DecisionStatus.Replaced), "dropped or replaced"),
        ];
        return string.Join(", ", counts.Where(one => one.Count > 0).Select(one => $"{one.Count} {one.Word}"));
    }

    private static Container Line(DecisionView view, DateOnly today)
    {
        var decision = view.Decision;
        var items = new List<CardElement>
        {
            new TextBlock(CardText.Of($"**{decision.Name}** {DataLine.Short(decision.Text, 120)}")),
            new TextBlock($"{DataLine.Short(view.Names.Owner(decision), 40)}, due {DayWords.Of(decision.Due, today)}: {DecisionStates.Of(decision)}") { Spacing = Spacing.None, Color = DecisionStates.Colour(decision) },
        };
        if (decision is { IsOpen: true, Redates: >= 2 }) items.Add(new TextBlock("Is this still the right owner?") { Spacing = Spacing.None });
        if (decision.Events.LastOrDefault(e => e.Kind is DecisionEventKind.Redated or DecisionEventKind.Done or DecisionEventKind.Missed or DecisionEventKind.Blocked)?.Note is { Length: > 0 } note)
            items.Add(TextBlock.Subtle($"\"{DataLine.Short(note, 120)}\""));
        if (decision is { IsOpen: true, IsComplete: true }) items.Add(new ActionSet([.. Answers(view)]));
        return new Container(items) { Separator = true, Style = decision is { IsOpen: true, Redates: >= 2 } ? ContainerStyle.Warning : ContainerStyle.Default };
    }

    private static IEnumerable<CardAction> Answers(DecisionView view)
    {
        yield return Named(view, "Kept", Verbs.Done);
        if (view.Decision.Status != DecisionStatus.Missed) yield return Named(view, "Missed: why", Verbs.MissForm);
        yield return Named(view, "New date: why", Verbs.RedateForm);
        if (view.Decision.Redates >= 2) yield return Named(view, "Other owner", Verbs.RefuseForm);
    }

    /// <summary>The same words on ten lines: a screen reader needs to hear which line.</summary>
    private static ExecuteAction Named(DecisionView view, string title, string verb) => DecisionCard.Action(view, title, verb) with { Tooltip = $"{title}: {view.Decision.Name}" };

    private static IEnumerable<CardAction> Pages(LastCommitmentsView view, int skip, int count)
    {
        if (skip > 0) yield return Page("Before", Math.Max(0, skip - Lines));
        if (skip + Lines < count) yield return Page($"Next {Math.Min(Lines, count - skip - Lines)}", skip + Lines);

        ExecuteAction Page(string title, int to) => new(title, Verbs.Commitments, new { p = view.Plant, r = view.Meeting.Length > 0 ? view.Meeting : "-", v = (object)0, s = to });
    }
}
