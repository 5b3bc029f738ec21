using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Orders;

/// <summary>The chain of causes in words with its numbers, and what put the order on the list (R46, R116).</summary>
internal static class OrderWhyCard
{
    public const string Source = "order-why";

    public static Card Draw(OrderView view)
    {
        var title = $"Why {DataLine.Short(view.Order, 30)}, {DataLine.Short(view.PlantName, 40)}? {Answer(view)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Ranked is { } order)
        {
            body.Add(new TextBlock(CardText.Of($"{PlanWords.Quantity(order.OpenQuantity)} x {DataLine.Short(order.ItemName.Length > 0 ? order.ItemName : order.Item, 60)} (line {DataLine.Short(order.Line, 12)}). Due **{PlanWords.Day(order.Commitment)}**, projected **{OrderWords.Projected(order)}**.")));
            if (order.PutOnBecause is { } because) body.Add(new TextBlock(CardText.Of($"**Put on the list against the ranking:** {DataLine.Short(because, 200)}")));
            if (order is { IsLate: true, Cause: not Domain.Promising.LateCause.None }) body.Add(new TextBlock($"Cause: {OrderWords.Of(order.Cause)}.") { Color = TextColor.Attention });
            if (order.Chain.Count > 0)
            {
                body.Add(TextBlock.Subheading("Because"));
                body.AddRange(order.Chain.Take(5).Select((line, at) => new TextBlock(CardText.Of($"**{at + 1}.** {DataLine.Short(line, 200)}")) { Spacing = Spacing.Small }));
            }
            if (OrderWords.Promise(order) is { } promise) body.Add(new TextBlock(CardText.Of($"Could be promised: **{promise}**.")) { Spacing = Spacing.Medium });
            if (OrderWords.Free(order, view.Today) is { } free) body.Add(TextBlock.Subtle($"Free to promise of this item: {free}."));
            if (order.Drivers.Count > 0)
            {
                // What it is made of comes with the plan; one computed before that knew no shares.
                body.Add(TextBlock.Subheading($"What makes it risky: {Points(order.Score)} of 100 points"));
                body.AddRange(order.Drivers.Select(driver => new TextBlock(Said(driver)) { Spacing = Spacing.Small }));
                body.Add(TextBlock.Subtle("A driver can give as many points as it weighs. One without data drops out, and the rest add up to 100."));
            }
        }
        else
        {
            body.Add(new TextBlock(view.IsOpen
                ? $"It is open and not on the at-risk list of version {view.Data.Version}: it is projected in time and nothing raises its risk."
                : "Nothing of it is open."));
        }
        body.AddRange(view.Data.Draw());
        return new Card
        {
            Summary = title, Body = body,
            Actions = view.IsOpen ? [OrderCard.Action(view, "The order", OrderVerbs.Show), .. view.Ranked is null ? Array.Empty<CardAction>() : [OrderCard.Action(view, "Update", OrderVerbs.Form)]] : [OrderCard.Action(view, "The order", OrderVerbs.Show)],
        };
    }

    private static string Points(decimal share) => PlanWords.Quantity(Math.Round(100 * share, MidpointRounding.AwayFromZero));

    private static CardText Said(RiskDriver driver) => driver.Share > 0
        ? CardText.Of($"**{Points(driver.Score * driver.Share)} of {Points(driver.Share)}** {Kind(driver.Kind)}: {DataLine.Short(driver.Words, 160)}")
        : CardText.Of($"{Kind(driver.Kind)}: {DataLine.Short(driver.Words, 160)}");

    private static string Kind(RiskDriverKind kind) => kind switch
    {
        RiskDriverKind.Supply => "supply",
        RiskDriverKind.Time => "time",
        RiskDriverKind.Complexity => "how complex it is",
        RiskDriverKind.RecentChange => "recent change",
        RiskDriverKind.History => "history",
    };

    private static string Answer(OrderView view) => view switch
    {
        { IsOpen: false } => "It is not open.",
        { Ranked: null } => "It is not at risk.",
        { Ranked.IsUnranked: true } => "It was put on the list.",
        { Ranked: { IsUnprojected: true, IsPastDue: true } } => "Past due.",
        { Ranked.IsUnprojected: true } => "At risk by what happened before.",
        { Ranked.IsLate: false } => "In time, but at risk.",
        { Ranked: { Projected: { } day, Commitment: var due } } => $"{PlanWords.Count(day.DayNumber - due.DayNumber, "day", "days")} late.",
        _ => "No date in sight.",
    };
}
