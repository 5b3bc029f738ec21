using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <summary>C2: the ten customer orders most at risk of missing their date, fewer when there are fewer (R45 to R47).</summary>
internal static class TopTenCard
{
    public const string Source = "top-ten";
    private const int MostNamed = 5;

    /// <summary>With names that would make it too big to arrive, it says less of each order rather than nothing of all.</summary>
    public static Card Draw(TopTenView view)
    {
        var card = Draw(view, brief: false);
        return CardJson.WriteUtf8(card).Length <= CardLinter.MaxBytes ? card : Draw(view, brief: true);
    }

    private static Card Draw(TopTenView view, bool brief)
    {
        var title = $"{DataLine.Short(view.PlantName, 40)}, {Name(view)} - {Move(view)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.OlderVersion is { } old)
            body.Add(new TextBlock($"The card you pressed was of version {old}. This is today's.") { IsSubtle = true });
        if (view.Skip == 0) body.AddRange(Lead(view));
        body.AddRange(view.Rows.Select(row => Row(view, row, brief)));
        if (view.Rows.Count > 0) body.Add(Choice(view));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [.. Actions(view)] };
    }

    private static string Name(TopTenView view)
    {
        if (view.Total == 0) return "orders at risk";
        if (view.Skip > 0) return $"orders at risk {view.Skip + 1} to {view.Skip + view.Rows.Count} of {view.Total}";
        return view.Total < TopTenView.Size ? PlanWords.Count(view.Total, "order at risk", "orders at risk") : "top ten";
    }

    private static string Move(TopTenView view) => view switch
    {
        { Total: 0 } => "nobody has to act",
        { Skip: > 0 } => "for reading",
        { Unowned.Count: > 0 } => view.Unowned.Count == 1 ? "one needs an owner: who?" : $"{view.Unowned.Count} need an owner: who?",
        { Waiting.Count: 1 } => $"{DataLine.Short(view.Waiting[0], 40)}, your answer",
        { Waiting.Count: > 1 } => $"{view.Waiting.Count} owners, your answer",
        _ => "all answered, decide in the meeting",
    };

    private static IEnumerable<CardElement> Lead(TopTenView view)
    {
        if (view.Total == 0)
        {
            yield return new TextBlock("No order is projected late or near it.");
            yield break;
        }
        // When most have none, the title has said it, and each row says it again.
        if (view.Unowned.Count is > 0 and <= MostNamed)
            yield return new TextBlock(CardText.Of($"**No owner:** {string.Join(", ", view.Unowned.Select(order => DataLine.Short(order, 30)))}")) { Color = TextColor.Attention };
        if (view.Waiting.Count > 0)
            yield return new TextBlock(CardText.Of($"**No answer yet:** {string.Join(", ", view.Waiting.Take(10).Select(name => DataLine.Short(name, 40)))}"));
    }

    private static Container Row(TopTenView view, TopTenRow row, bool brief)
    {
        var order = row.Order;
        return new Container(
        [
            new ColumnSet(
                new Column(ColumnWidth.Stretch, new TextBlock(CardText.Of($"**{order.Rank}. {DataLine.Short(order.Order, brief ? 20 : 30)}**{(order.Customer is { Length: > 0 } customer && !brief ? $", {DataLine.Short(customer, 40)}" : "")}{(brief ? "" : Standing(order))}"))),
                new Column(ColumnWidth.Auto, new TextBlock(RiskWords.Of(row.Status)) { Color = Colour(row.Status), Weight = TextWeight.Bolder, HorizontalAlignment = Alignment.Right })),
            new TextBlock(CardText.Of($"{PlanWords.Quantity(order.OpenQuantity)} x {DataLine.Short(order.ItemName.Length > 0 ? order.ItemName : order.Item, brief ? 20 : 50)}. Due **{PlanWords.Day(order.Commitment)}**, {Projected(order)}")) { Spacing = Spacing.None },
            .. order.PutOnBecause is { } because ? (CardElement[])[new TextBlock($"Put on the list: {DataLine.Short(because, brief ? 40 : 150)}") { Spacing = Spacing.None, Size = TextSize.Small }] : [],
            new TextBlock(DataLine.Short(string.Join("; ", order.Drivers.Take(brief ? 1 : 2).Select(driver => Whole(driver, brief ? driver.Kind == RiskDriverKind.History ? 44 : 30 : 70))), 150)) { Spacing = Spacing.None, Size = TextSize.Small, IsSubtle = true },
            new TextBlock(Owner(row, brief)) { Spacing = Spacing.None, Size = TextSize.Small, Color = row.Owner is null ? TextColor.Attention : TextColor.Default },
        ])
        {
            Separator = true, Spacing = Spacing.Small,
            SelectAction = new ExecuteAction($"Why {DataLine.Short(order.Order, 20)}", RiskVerbs.Why, new { p = view.Plant, r = DataLine.Key(order.Order), v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None },
        };
    }

    /// <summary>What does not fit loses a whole part at its end, not half a word: the count is what matters.</summary>
    private static string Whole(RiskDriver driver, int most)
    {
        var words = driver.Words;
        string[] parts = driver.Kind switch { RiskDriverKind.History => [", plant ", " in "], RiskDriverKind.RecentChange => [": "], _ => [] };
        foreach (var part in parts)
            if (words.Length > most && words.LastIndexOf(part, StringComparison.Ordinal) is > 0 and var cut) words = words[..cut];
        return DataLine.Short(words, most);
    }

    /// <summary>Class and priority of the customer, where the source knows them (R55). Never money: everybody reads this.</summary>
    private static string Standing(RankedOrder order) => order switch
    {
        { CustomerClass: { Length: > 0 } one, Priority: { } priority } => $" (class {DataLine.Short(one, 12)}, priority {priority})",
        { CustomerClass: { Length: > 0 } one } => $" (class {DataLine.Short(one, 12)})",
        { Priority: { } priority } => $" (priority {priority})",
        _ => "",
    };

    private static string Projected(RankedOrder order)
    {
        var cause = RiskWords.Of(order.Cause) is { Length: > 0 } words ? $" ({words})" : "";
        if (order.IsUnranked) return "not ranked by the rules";
        if (order.IsUnprojected) return order.IsPastDue ? "past due" : "not projected: the plan has no stock, schedule or purchases";
        if (order.Projected is not { } day) return $"no date in sight{cause}";
        return order.IsLate ? $"projected {PlanWords.Day(day)}, {PlanWords.Count(day.DayNumber - order.Commitment.DayNumber, "day", "days")} late{cause}" : $"projected {PlanWords.Day(day)}, in time";
    }

    private static string Owner(TopTenRow row, bool brief)
    {
        var owner = row.Owner is { } name ? $"Owner {DataLine.Short(name, brief ? 20 : 40)}" : "No owner - take it";
        if (row.Told is { } told) return $"{owner}. {told}";
        return row.TellBy is { } day ? $"{owner}. Tell the customer by {PlanWords.Day(day)}" : owner;
    }

    internal static TextColor Colour(RiskStatus status) => status switch
    {
        RiskStatus.Unanswered or RiskStatus.Amber => TextColor.Default,
        RiskStatus.Green => TextColor.Good,
        RiskStatus.Red => TextColor.Attention,
    };

    /// <summary>One choice for all buttons, because six buttons do not reach ten orders. It stands on the order that needs somebody first.</summary>
    private static ChoiceInput Choice(TopTenView view) => new("in_order", "Order")
    {
        Choices = [.. view.Rows.Select(row => new Choice($"{row.Order.Rank}. {DataLine.Short(row.Order.Order, 20)}{(row.Owner is null ? " (no owner)" : "")}", DataLine.Key(row.Order.Order)))],
        Value = (view.Rows.FirstOrDefault(row => row.Owner is null) ?? view.Rows.FirstOrDefault(row => row.Status == RiskStatus.Unanswered) ?? view.Rows[0]).Order.Order is var first ? DataLine.Key(first) : null,
        Spacing = Spacing.Medium,
    };

    private static IEnumerable<CardAction> Actions(TopTenView view)
    {
        if (view.Rows.Count > 0)
        {
            yield return OnChosen(view, "Take it", RiskVerbs.Take);
            yield return OnChosen(view, "Update", RiskVerbs.Update);
            yield return OnChosen(view, "Why", RiskVerbs.Why);
        }
        if (view.Skip > 0) yield return Page(view, view.Skip <= TopTenView.Size ? "Back to the top ten" : "Previous 10", Math.Max(0, view.Skip - TopTenView.Size));
        if (view.Skip + view.Rows.Count < view.Total) yield return Page(view, view.Skip == 0 ? $"Whole list ({view.Total})" : "Next 10", view.Skip + TopTenView.Size);
    }

    private static ExecuteAction OnChosen(TopTenView view, string title, string verb) =>
        new(title, verb, new { p = view.Plant, r = "", v = view.Data.Version });

    private static ExecuteAction Page(TopTenView view, string title, int skip) =>
        new(title, RiskVerbs.List, new { p = view.Plant, r = $"all:{skip}", v = view.Data.Version }) { AssociatedInputs = AssociatedInputs.None };
}
