using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.LookAhead;

/// <summary>C1: what runs in the weeks ahead, what comes in, and whether it fits (R8 to R11).</summary>
internal static class LookAheadCard
{
    public const string Source = "look-ahead";

    /// <summary>From here on a second week is called out: it was not planned with the first one.</summary>
    private const decimal FarAbove = 2m;

    public static Card Draw(LookAheadView view)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)}, {Ahead(view.Plan.Weeks.Count)} ahead - {Move(view)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.OlderVersion is { } old)
            body.Add(new TextBlock($"The card you pressed was of version {old}. This is today's.") { IsSubtle = true });
        body.AddRange(Weeks(view.Plan.Weeks));
        if (view.Unconfirmed is { } unconfirmed) body.Add(TextBlock.Subtle(unconfirmed));
        body.AddRange(LoadRows.Draw(view.Plan.Weeks));
        body.Add(Counts(view));
        if (view.Changed is { Count: > 0 } changed)
            body.Add(new TextBlock(CardText.Of($"**Changed since the week was published:** {CardText.Join("; ", changed.Take(3).Select(line => (CardText)DataLine.Short(line, 120)))}{More(changed.Count - 3)}")) { Spacing = Spacing.Medium });
        if (view.Plan.Missing.Count > 0)
            body.Add(new Container([new TextBlock(CardText.Of($"**Not in the data:** {CardText.Join("; ", view.Plan.Missing.Take(4).Select(line => (CardText)DataLine.Short(line, 120)))}."))]) { Style = ContainerStyle.Warning, Spacing = Spacing.Medium });
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [.. Actions(view)] };
    }

    private static string Ahead(int weeks) => weeks switch { 1 => "one week", 2 => "two weeks", _ => $"{weeks} weeks" };

    private static string More(int count) => count > 0 ? $"; {count} more" : "";

    private static string Move(LookAheadView view)
    {
        var over = view.Plan.Weeks.SelectMany((week, at) => week.Load.Select(load => (Week: at + 1, Load: load)))
            .Where(entry => entry.Load.Planned > entry.Load.Available).ToList();
        if (over.Count > 0)
            return over.Select(entry => entry.Load.WorkCentre).Distinct().Count() is var centres and > 1
                ? $"planning: {centres} work centres are over capacity"
                : $"planning: {DataLine.Short(over[0].Load.Name, 40)} is over capacity in week {over[0].Week}";
        if (Ratio(view.Plan.Weeks) is >= FarAbove) return "planning: can week 2 be made?";
        if (view.Plan.Unconfirmed + view.Plan.PurchaseLinesLate > 0) return "procurement: material is not certain";
        return view.AtRisk > 0 ? "order owners: see the top ten" : "nobody has to act";
    }

    private static decimal? Ratio(IReadOnlyList<WeekLoad> weeks) =>
        weeks is [{ Pieces: > 0 and var first }, { Pieces: var second }, ..] ? second / first : null;

    private static IEnumerable<CardElement> Weeks(IReadOnlyList<WeekLoad> weeks)
    {
        var two = weeks.Take(2).ToList();
        if (two.Count == 0) yield break;
        yield return Row("", two.Select((week, at) => (CardText)CardText.Of($"**Week {at + 1}, {(at == 0 ? "frozen" : "firm")}**")), Spacing.Medium);
        yield return Row("", two.Select(week => (CardText)$"{PlanWords.Day(week.Week.Start)} to {PlanWords.Day(week.Week.End)}"), subtle: true);
        yield return Row("Orders", two.Select(week => (CardText)PlanWords.Quantity(week.Orders)));
        yield return Row("Pieces", two.Select(week => (CardText)PlanWords.Quantity(week.Pieces)));
        if (weeks.Count > 2)
            yield return TextBlock.Subtle($"Then {PlanWords.Day(weeks[2].Week.Start)} to {PlanWords.Day(weeks[^1].Week.End)}, flexible: {PlanWords.Count(weeks.Skip(2).Sum(week => week.Orders), "order", "orders")}, {PlanWords.Quantity(weeks.Skip(2).Sum(week => week.Pieces))} pieces.");
        if (Ratio(weeks) is { } ratio and >= FarAbove)
            yield return new TextBlock(CardText.Of($"Week 2 has **{ratio:0.0} x** the pieces of week 1: far above.")) { Color = TextColor.Attention };
    }

    private static ColumnSet Row(CardText name, IEnumerable<CardText> values, Spacing spacing = Spacing.Small, bool subtle = false) =>
        new([
            new Column(ColumnWidth.Weight(2), new TextBlock(name.IsEmpty ? CardText.Trusted("\u00A0") : name)),
            .. values.Select(value => new Column(ColumnWidth.Weight(3), new TextBlock(value) { IsSubtle = subtle, Size = subtle ? TextSize.Small : TextSize.Default })),
        ]) { Spacing = spacing };

    private static FactSet Counts(LookAheadView view)
    {
        var plan = view.Plan;
        var facts = new List<Fact>
        {
            new("Purchase lines due", Purchases(plan)),
            new("Customer orders due", plan.CustomerOrdersShipped == 0
                ? PlanWords.Quantity(plan.CustomerOrdersDue)
                : $"{PlanWords.Quantity(plan.CustomerOrdersDue)}, {PlanWords.Quantity(plan.CustomerOrdersShipped)} of them shipped already"),
            new("Orders at risk", PlanWords.Quantity(view.AtRisk)),
        };
        if (plan.ScheduleLinesPastDue > 0) facts.Add(new Fact("Past due", PlanWords.Count(plan.ScheduleLinesPastDue, "production order of earlier weeks still open", "production orders of earlier weeks still open")));
        return new FactSet(facts) { Spacing = Spacing.Medium };
    }

    private static string Purchases(Domain.Plan.LookAhead plan)
    {
        var words = PlanWords.Quantity(plan.PurchaseLinesDue);
        if (plan.Unconfirmed is { } open) words += $", {PlanWords.Quantity(open)} unconfirmed";
        return plan.PurchaseLinesLate > 0 ? $"{words}, {PlanWords.Quantity(plan.PurchaseLinesLate)} late" : words;
    }

    private static IEnumerable<CardAction> Actions(LookAheadView view)
    {
        for (var at = 0; at < Math.Min(2, view.Plan.Weeks.Count); at++)
            if (view.Plan.Weeks[at].Orders > 0)
                yield return Show(view, $"Show week {at + 1}", new SectionPage(at == 0 ? Section.Week1 : Section.Week2, 0).ToString());
        if (view.Plan.PurchaseLinesDue > 0) yield return Show(view, "Show purchases", new SectionPage(Section.Purchases, 0).ToString());
        if (view.AtRisk > 0) yield return Show(view, "Top ten", "top-ten");
    }

    private static ExecuteAction Show(LookAheadView view, string title, string what) =>
        new(title, LookAheadVerbs.Show, new { p = view.Plant, r = what, v = view.Data.Version });
}
