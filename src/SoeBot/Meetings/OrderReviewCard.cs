using SoeBot.Cards;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Meetings;

/// <param name="Title">The plant's name and a colon where the bot serves more than one, else empty.</param>
/// <param name="One">Null when all were gone through.</param>
/// <param name="Owner">Name; null when nobody answers for it.</param>
/// <param name="Place">Counts from 1.</param>
/// <param name="All">What the meeting goes through, in its order.</param>
internal sealed record OrderReviewView(PlantProfile Plant, string Title, Meeting Meeting, OrderInMeeting? One, string? Owner, int Place, IReadOnlyList<OrderInMeeting> All, DateTimeOffset Now, DataLine? Data);

/// <summary>The top ten one order at a time: why it is at risk, what its owner says, and what the meeting makes of it (R7, R51).</summary>
internal static class OrderReviewCard
{
    public const string Source = MeetingCards.Order;

    public static Card Draw(OrderReviewView view) => view.One is { } one ? DrawOne(view, one) : DrawEnd(view);

    private static Card DrawOne(OrderReviewView view, OrderInMeeting one)
    {
        var (order, today) = (one.Order, view.Plant.Calendar.DayOf(view.Now));
        var title = $"{view.Title}Order {view.Place} of {view.All.Count}: {DataLine.Short(order.Order, 40)} - {Whose(one)}";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new TextBlock(CardText.Of($"**{StatusWord(one)}** {PlanWords.Quantity(order.OpenQuantity)} {DataLine.Short(order.ItemName, 60)}{(order.Customer is { } customer ? $", {DataLine.Short(customer, 60)}" : "")}, due {DayWords.Of(order.Commitment, today)}{Projected(order, today)}")) { Color = Colour(one) },
            new FactSet([.. Facts(view, one, today)]),
        };
        foreach (var decision in one.Decisions)
            body.Add(new TextBlock(CardText.Of($"**{decision.Name}** {decision.Text}")) { Color = TextColor.Good });
        if (one.IsRed && one.Decisions.Count == 0) body.Add(new TextBlock("A red order needs a decision, or the reason why there is none.") { Weight = TextWeight.Bolder });
        if (view.Data is { } data) body.AddRange(data.Draw());
        return new Card { Summary = $"{title} ({view.Plant.Name})", Body = body, Actions = view.Meeting.State == MeetingState.Open ? Buttons(view, one) : [] };
    }

    private static Card DrawEnd(OrderReviewView view)
    {
        var count = view.All.Count;
        var title = view.Title + (count == 0 ? "No orders at risk" : $"All {count} orders at risk were gone through");
        var lines = view.Meeting.Reviews.GroupBy(review => review.Order).Select(group => group.Last())
            .Select(review => CardText.Of($"**{review.Order}** {ReviewWords.Of(review)}")).Take(10).ToList();
        return new Card
        {
            Summary = $"{title} ({view.Plant.Name})",
            Body = [TextBlock.Heading(title), .. lines.Count > 0 ? [new TextBlock(CardText.Bullets(lines))] : Array.Empty<CardElement>(), TextBlock.Subtle($"{view.Plant.Name}. Next goes on with the agenda.")],
        };
    }

    private static IEnumerable<Fact> Facts(OrderReviewView view, OrderInMeeting one, DateOnly today)
    {
        yield return new("Why", one.Order.Drivers.Count > 0 ? string.Join("; ", one.Order.Drivers.Take(3).Select(driver => driver.Words)) : "no driver has data");
        yield return new("Owner", view.Owner ?? "nobody: who takes it?");
        if (one.Said?.Risk is { Length: > 0 } risk) yield return new("Risk", $"\"{DataLine.Short(risk, 300)}\"");
        if (one.Said?.Mitigation is { Length: > 0 } mitigation) yield return new("Doing", $"\"{DataLine.Short(mitigation, 300)}\"");
        if (one.Said?.NewDate is { } date) yield return new("New date", DayWords.Of(date, today));
        yield return new("Customer", one.Said?.ToldOn is { } told ? $"told {DayWords.Of(told, today)}{(one.Said.Promised is { } promised ? $", promised {DayWords.Of(promised, today)}" : "")}"
            : one.Said?.TellBy is { } tellBy ? $"to be told by {DayWords.Of(tellBy, today)}" : "nobody said by when to tell");
        if (view.Meeting.OrderSince is { } since) yield return new("Time", $"on the table since {DayWords.Time(since, view.Plant.Calendar)}, 2:30 planned{(view.Now - since > Meeting.PerOrder ? $", over by {Span(view.Now - since - Meeting.PerOrder)}" : "")}");
    }

    private static IReadOnlyList<CardAction> Buttons(OrderReviewView view, OrderInMeeting one)
    {
        var data = new { p = view.Plant.Id.Value, r = view.Meeting.Id.ToString(), order = DataLine.Key(one.Order.Order) };
        return
        [
            .. one.Decisions.Count > 0 ? [new ExecuteAction("Next order", Verbs.Decided, data) { Style = ActionStyle.Positive }] : Array.Empty<CardAction>(),
            new ExecuteAction("Decide", "decision.form", data) { Style = one.Decisions.Count > 0 ? ActionStyle.Default : ActionStyle.Positive },
            new ExecuteAction("Keep watching", Verbs.Watch, data),
            new ExecuteAction("Escalate", Verbs.Escalate, data),
            new ExecuteAction("Done with it", Verbs.Done, data),
        ];
    }

    private static string Whose(OrderInMeeting one) => one.Decisions.Count > 0 ? "decided" : one.IsRed ? "the meeting decides" : "watch or decide";

    private static string Projected(RankedOrder order, DateOnly today) =>
        order.IsPastDue ? ", past due" : order.Projected is { } day && day > order.Commitment ? $", ready {DayWords.Of(day, today)}" : "";

    private static string StatusWord(OrderInMeeting one) => one.Status switch
    {
        RiskStatus.Unanswered => one.Order.IsLate ? "Red, no answer:" : "No answer:",
        RiskStatus.Green => "Green:",
        RiskStatus.Amber => "Amber:",
        RiskStatus.Red => "Red:",
    };

    private static TextColor Colour(OrderInMeeting one) => one.IsRed ? TextColor.Attention : one.Status switch
    {
        RiskStatus.Green => TextColor.Good,
        RiskStatus.Unanswered or RiskStatus.Amber or RiskStatus.Red => TextColor.Default,
    };

    private static string Span(TimeSpan time) => $"{(int)time.TotalMinutes}:{time.Seconds:00}";
}
