using SoeBot.Cards;
using SoeBot.Teams.Cards;

namespace SoeBot.Minutes;

/// <summary>The artifact at the end of a meeting (R104): the decision log with owners and dates. A meeting that decided nothing is headed so (R7).</summary>
internal static class MinutesCard
{
    public const string Source = MeetingCards.Minutes;
    private const int Shown = 8;
    private const int OnPage = 10;

    public static Card Draw(MinutesView view)
    {
        var minutes = MinutesDocument.Of(view);
        var body = new List<CardElement> { TextBlock.Heading(minutes.Title), TextBlock.Subtle($"{DataLine.Short(minutes.Plant, 40)}. {DataLine.Short(minutes.Held, 200)}") };
        body.AddRange(minutes.Decisions.Take(Shown).Select(Decision));
        if (minutes.Decisions.Count > Shown) body.Add(TextBlock.Subtle($"and {minutes.Decisions.Count - Shown} more: press All decisions"));
        if (minutes.Parked.Count > 0) body.Add(new TextBlock(CardText.Of($"**Parked for S&OP:** {DataLine.Short(string.Join("; ", minutes.Parked), 400)}")) { Separator = true });
        body.Add(new FactSet([.. minutes.Numbers.Take(4).Select(number => new Fact(number.Name, DataLine.Short(number.Value, 60))), .. minutes.Facts.Select(fact => new Fact(fact.Label, DataLine.Short(fact.Value, 300)))]) { Separator = true });
        return new Card { Summary = $"{minutes.Title} ({DataLine.Short(minutes.Plant, 40)})", Body = body, Actions = [.. Actions(view, minutes)] };
    }

    /// <param name="skip">Decisions before the first one shown.</param>
    public static Card DrawPage(MinutesView view, int skip)
    {
        var minutes = MinutesDocument.Of(view);
        skip = Paging.Clamp(skip, OnPage, minutes.Decisions.Count);
        var title = $"{DataLine.Short(minutes.Plant, 40)}, decisions {Paging.Range(skip, OnPage, minutes.Decisions.Count)}";
        var actions = new List<CardAction>();
        if (skip > 0) actions.Add(Button(view, "Previous", MinutesVerbs.Page, $":{skip - OnPage}"));
        if (skip + OnPage < minutes.Decisions.Count) actions.Add(Button(view, "Next", MinutesVerbs.Page, $":{skip + OnPage}"));
        return new Card
        {
            Summary = title, Actions = actions,
            Body = [TextBlock.Heading(title), TextBlock.Subtle(DataLine.Short(minutes.Held, 200)), .. minutes.Decisions.Skip(skip).Take(OnPage).Select(Decision)],
        };
    }

    private static Container Decision(DecisionLine one) => new(
    [
        new TextBlock(CardText.Of($"**{one.Name}** {DataLine.Short(one.Text, 300)}")),
        new TextBlock($"{DataLine.Short(one.Owner, 60)}, due {one.Due}{(one.About.Length > 0 ? $", about {DataLine.Short(one.About, 60)}" : "")}{(one.Without.Length > 0 ? $", decided {one.Without}" : "")}") { Spacing = Spacing.None, Color = one.IsIncomplete ? TextColor.Attention : TextColor.Default },
    ]) { Separator = true };

    private static IEnumerable<CardAction> Actions(MinutesView view, MinutesDocument minutes)
    {
        if (minutes.Decisions.Count > Shown) yield return Button(view, "All decisions", MinutesVerbs.Page, ":0");
        if (minutes.Steps.Count > 0) yield return new ShowCardAction("Steps", [.. minutes.Reviews.Take(10).Concat(minutes.Steps.Take(12)).Select(step => new TextBlock(DataLine.Short(step, 200)) { Spacing = Spacing.Small })]);
        if (minutes.Numbers.Count > 0) yield return new ShowCardAction("Sources", [.. minutes.Numbers.SelectMany(Sources)]);
        yield return Button(view, "As text", MinutesVerbs.Text, ":0");
        yield return Button(view, "Link to print", MinutesVerbs.Link, "");
    }

    private static IEnumerable<CardElement> Sources(NumberLine number) =>
    [
        new TextBlock(CardText.Of($"**{number.Name}: {DataLine.Short(number.Value, 60)}**{(number.Counts.Length > 0 ? $", {number.Counts}" : "")}")) { Spacing = Spacing.Small },
        new TextBlock($"{DataLine.Capital(number.Definition, 250)}. {DataLine.Capital(number.Origin, 150)}.") { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.None },
    ];

    internal static ExecuteAction Button(MinutesView view, string title, string verb, string after) =>
        new(title, verb, new { p = view.Plant.Id.Value, r = view.Minutes.Meeting + after, v = view.Minutes.PlanVersion ?? 1 }) { AssociatedInputs = AssociatedInputs.None };
}
