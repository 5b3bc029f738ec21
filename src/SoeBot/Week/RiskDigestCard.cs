using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Week;

internal sealed record RiskDigestView(PlantProfile Plant, DateOnly Today, DateTimeOffset? Meeting, TimeZoneInfo Zone, IReadOnlyList<(RankedOrder Order, RiskStatus Status, bool Owned)> Orders);

/// <summary>One card per person with all their orders: a line and one button each, so that answering costs two taps and a sentence.</summary>
internal static class RiskDigestCard
{
    public const string Source = "risk-digest";

    public static Card? Draw(RiskDigestView view)
    {
        if (view.Orders.Count == 0) return null;
        var open = view.Orders.Count(one => one.Status == RiskStatus.Unanswered);
        var title = open == 0 ? "Your orders at risk are all answered. Thank you" : $"{(open == 1 ? "1 order at risk waits" : $"{open} orders at risk wait")} for your word";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (open > 0 && view.Meeting is { } meeting)
            body.Add(new TextBlock($"The meeting is {When(view, meeting)}. What is not answered is shown as \"no answer\" at {DayWords.Time(meeting, view.Plant.Calendar)}."));
        foreach (var (order, status, owned) in view.Orders)
            body.Add(new Container(
            [
                new TextBlock(CardText.Of($"**{order.Order}** {order.ItemName}, {order.Customer}, due {DayWords.Of(order.Commitment, view.Today)}")),
                new TextBlock($"{(status == RiskStatus.Unanswered ? "No answer yet" : status.ToString())}. {(order.Drivers.Count > 0 ? order.Drivers[0].Words : "")}") { IsSubtle = true, Spacing = Spacing.None },
                .. Stakes(order) is { Length: > 0 } stakes ? (CardElement[])[new TextBlock(stakes) { Spacing = Spacing.None }] : [],
                new ActionSet(new ExecuteAction(owned ? "Update" : "Take it and update", "risk.form", new { p = view.Plant.Id.Value, r = order.Order }) { Tooltip = $"Update {order.Order}" }),
            ]) { Separator = true });
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = [.. body, TextBlock.Subtle(view.Plant.Name)] };
    }

    /// <summary>Today by name; in the reader's own time too where that is another.</summary>
    private static string When(RiskDigestView view, DateTimeOffset meeting)
    {
        var calendar = view.Plant.Calendar;
        return view.Zone.GetUtcOffset(meeting) != calendar.Zone.GetUtcOffset(meeting) ? ZoneWords.Moment(meeting, calendar, view.Zone.Id, calendar.At(view.Today, TimeOnly.MinValue))
            : calendar.DayOf(meeting) == view.Today ? $"today {DayWords.Time(meeting, calendar)}" : DayWords.Moment(meeting, calendar);
    }

    /// <summary>Class, priority and contractual penalty where they are known (R55). This card goes to one person; money stands on no other.</summary>
    private static string Stakes(RankedOrder order) => string.Join(", ", ((string?[])
    [
        order.CustomerClass is { Length: > 0 } one ? $"customer class {DataLine.Short(one, 12)}" : null,
        order.Priority is { } priority ? $"priority {priority}" : null,
        order.Penalty is > 0 and var penalty ? $"contract penalty {PlanWords.Quantity(penalty)}" : null,
    ]).OfType<string>()) is { Length: > 0 } stakes ? DataLine.Capital(stakes, 120) : "";
}
