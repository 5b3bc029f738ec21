using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.LookAhead;

/// <summary>One page of a list behind the look-ahead: ten lines, a container each, because a phone has no room for a wide table.</summary>
internal static class LinesCard
{
    public static Card Draw(LinesView view)
    {
        var first = view.Total == 0 ? 0 : view.Skip + 1;
        var range = view.Total == 0 ? "none" : $"{PlanWords.Quantity(first)} to {PlanWords.Quantity(view.Skip + view.Rows.Count)} of {PlanWords.Quantity(view.Total)}";
        var title = $"{DataLine.Short(view.PlantName, 40)}, {Name(view.Section)} - {range}";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(view.Days) };
        if (view.OlderVersion is { } old)
            body.Add(new TextBlock($"The card you pressed was of version {old}. This is today's.") { IsSubtle = true });
        body.AddRange(view.Rows.Select(Row));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [.. Actions(view)] };
    }

    private static string Name(Section section) => section switch
    {
        Section.Week1 => "schedule of week 1",
        Section.Week2 => "schedule of week 2",
        Section.Purchases => "purchase lines due",
    };

    private static Container Row(LineRow row)
    {
        var items = new List<CardElement>
        {
            new ColumnSet(
                new Column(ColumnWidth.Stretch, new TextBlock(CardText.Of($"**{DataLine.Short(row.Name, 30)}**"))),
                new Column(ColumnWidth.Auto, new TextBlock(row.When) { HorizontalAlignment = Alignment.Right })),
            new TextBlock(DataLine.Short(row.What, 80)) { Spacing = Spacing.None },
        };
        if (row.State.Length > 0)
            items.Add(new TextBlock(DataLine.Short(row.State, 120)) { Spacing = Spacing.None, Size = TextSize.Small, IsSubtle = !row.Bad, Weight = row.Bad ? TextWeight.Bolder : TextWeight.Default });
        return new Container(items) { Separator = true, Spacing = Spacing.Small };
    }

    private static IEnumerable<CardAction> Actions(LinesView view)
    {
        var size = SectionPage.Size;
        if (view.Skip > 0) yield return Page(view, "Previous 10", Math.Max(0, view.Skip - size));
        if (view.Skip + view.Rows.Count < view.Total) yield return Page(view, "Next 10", view.Skip + size);
        if (view.Total > 5 * size && view.Skip + (5 * size) < view.Total) yield return Page(view, "Skip 50", view.Skip + (5 * size));
        yield return new ExecuteAction("Back to the look-ahead", LookAheadVerbs.Show, new { p = view.Plant, r = "", v = view.Data.Version });
    }

    private static ExecuteAction Page(LinesView view, string title, int skip) =>
        new(title, LookAheadVerbs.Page, new { p = view.Plant, r = new SectionPage(view.Section, skip).ToString(), v = view.Data.Version });
}
