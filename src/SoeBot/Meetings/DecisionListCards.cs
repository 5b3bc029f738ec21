using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

internal sealed record DecisionListView(PlantProfile Plant, DateOnly Today, IReadOnlyList<Decision> Decisions, IReadOnlyDictionary<PersonKey, Person> Names)
{
    public string Owner(Decision decision) => decision.Owner is not { } owner ? "no owner" : Names.TryGetValue(owner, out var person) && person.Name.Length > 0 ? person.Name : "somebody without a name";
}

/// <summary>Lists of decisions: what was decided today, what is yours of it. Ten lines at most; the rest is counted.</summary>
internal static class DecisionListCards
{
    private const int Shown = 10;

    public static Card DrawReadBack(DecisionListView view) =>
        Draw(view, view.Decisions.Count == 0 ? "Read-back: nothing was decided yet" : $"Read-back: {Count(view.Decisions.Count)}. Owners: take it, or say who", view.Plant.Name, TakeOrRefuse(view));

    /// <summary>After the meeting, in each owner's chat.</summary>
    public static Card DrawYours(DecisionListView view) => Draw(view, $"Yours from today's meeting: {Count(view.Decisions.Count)}", view.Plant.Name, TakeOrRefuse(view));

    private static Func<Decision, IReadOnlyList<CardAction>> TakeOrRefuse(DecisionListView view) => decision =>
        decision.Status == DecisionStatus.Draft ? [Button(view, decision, "Complete", "decision.complete-form"), Button(view, decision, "Drop: why", "decision.drop-reason-form")]
        : decision.Status == DecisionStatus.Proposed ? [Button(view, decision, "Take it", "decision.take"), Button(view, decision, "Not me", "decision.refuse-form"), Button(view, decision, "Other date", "decision.redate-form")] : [];

    private static Card Draw(DecisionListView view, string title, string plant, Func<Decision, IReadOnlyList<CardAction>> buttons)
    {
        // The ones that need a word first: missed, then open by due date, then what is settled.
        var sorted = view.Decisions.OrderByDescending(d => d.Status == DecisionStatus.Missed).ThenByDescending(d => d.IsOpen).ThenBy(d => d.Due).ToList();
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(plant) };
        foreach (var decision in sorted.Take(Shown))
        {
            var items = new List<CardElement>
            {
                new TextBlock(CardText.Of($"**{decision.Name}** {decision.Text}")),
                new TextBlock($"{view.Owner(decision)}, due {DayWords.Of(decision.Due, view.Today)}: {DecisionStates.Of(decision)}") { Color = DecisionStates.Colour(decision) },
            };
            if (decision.Events.LastOrDefault(e => e.Kind is DecisionEventKind.Redated or DecisionEventKind.Done or DecisionEventKind.Missed or DecisionEventKind.Blocked)?.Note is { Length: > 0 } note)
                items.Add(TextBlock.Subtle($"\"{note}\""));
            if (buttons(decision) is { Count: > 0 } actions) items.Add(new ActionSet(actions));
            body.Add(new Container(items) { Separator = true });
        }
        if (sorted.Count > Shown) body.Add(TextBlock.Subtle($"and {sorted.Count - Shown} more; type my for yours"));
        return new Card { Summary = $"{title} ({plant})", Body = body };
    }

    private static ExecuteAction Button(DecisionListView view, Decision decision, string title, string verb) =>
        new(title, verb, new { p = view.Plant.Id.Value, r = decision.Number, v = decision.Version }) { Tooltip = $"{title}: {decision.Name}" };

    private static string Count(int decisions) => decisions == 1 ? "1 decision" : $"{decisions} decisions";
}
