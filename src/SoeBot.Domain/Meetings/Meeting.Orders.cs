using SoeBot.Domain.People;

namespace SoeBot.Domain.Meetings;

// How it goes through the orders at risk, one after the other.
public sealed partial class Meeting
{
    /// <summary>Planned for one order: 2:30.</summary>
    public static readonly TimeSpan PerOrder = TimeSpan.FromSeconds(150);

    private readonly List<OrderReview> _reviews = [];

    /// <summary>The order on the card now; null when none is.</summary>
    public string? Order { get; private set; }
    public DateTimeOffset? OrderSince { get; private set; }

    /// <summary>One for each order that was gone through; an order can come up again.</summary>
    public IReadOnlyList<OrderReview> Reviews => _reviews;

    public OrderReview? ReviewOf(string order) => _reviews.FindLast(review => review.Order == order);

    /// <summary>The next of these that was not gone through; what is on the card stays as long as it is among them.</summary>
    public MeetingOutcome TakeUp(IReadOnlyList<string> orders, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (Order is { } shown && orders.Contains(shown) && ReviewOf(shown) is null) return MeetingOutcome.SameAsBefore;
        return Show(orders, now) ? Changed() : MeetingOutcome.SameAsBefore;
    }

    /// <summary>Done with the order on the card, on to the next.</summary>
    /// <param name="seen">The order that the presser saw.</param>
    /// <param name="because">Needed where a red order gets no decision, and for what is sent up.</param>
    /// <param name="orders">All that are to be gone through, in their order.</param>
    public MeetingOutcome Review(ReviewedOrder seen, ReviewResult result, string? because, IReadOnlyList<string> orders, PersonKey by, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (Order != seen.Order) return MeetingOutcome.AlreadyMoved;
        var needsReason = result == ReviewResult.Escalated || (seen.IsRed && !seen.HasDecision);
        if (needsReason && string.IsNullOrWhiteSpace(because)) return MeetingOutcome.ReasonNeeded;
        _reviews.Add(new(seen.Order, result, string.IsNullOrWhiteSpace(because) ? null : because.Trim(), by, now));
        Show(orders, now);
        return Changed();
    }

    /// <summary>Red orders about which the meeting neither decided nor said why not.</summary>
    public IReadOnlyList<string> RedOpen(IEnumerable<ReviewedOrder> orders) =>
        [.. orders.Where(order => order.IsRed && !order.HasDecision && ReviewOf(order.Order)?.Because is null).Select(order => order.Order)];

    private bool Show(IReadOnlyList<string> orders, DateTimeOffset now)
    {
        var next = orders.FirstOrDefault(order => ReviewOf(order) is null);
        if (next == Order) return false;
        (Order, OrderSince) = (next, next is null ? null : now);
        return true;
    }
}
