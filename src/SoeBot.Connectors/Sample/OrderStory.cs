using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Sample;

/// <summary>A whole customer order from its first day to its shipment; a day's plan shows what of it is known by then.</summary>
/// <param name="Home">Week in which it is made (pumps, valves) or committed (fittings).</param>
/// <param name="KnownFrom">The first morning it stands in the plan.</param>
/// <param name="Second">A fitting that goes with it from stock.</param>
internal sealed record OrderStory(
    int Home, int Slot, string Number, int Customer, Product Product, DateOnly OrderedOn, DateOnly KnownFrom,
    DateOnly Asked, DateOnly Promise, int Ordered, (Product Product, int Pieces)? Second)
{
    public (DateOnly From, int Pieces)? Raise { get; init; }

    /// <summary>True when production raises its order on the same morning.</summary>
    public bool WorkFollows { get; init; }
    public (DateOnly From, DateOnly Asked, DateOnly? Promise)? Earlier { get; init; }
    public (DateOnly From, DateOnly Promise)? Later { get; init; }
    public DateOnly? CancelledFrom { get; init; }
    public DateOnly? ShippedOn { get; init; }

    public int Final => CancelledFrom is null ? Raise?.Pieces ?? Ordered : 0;
    public string MainKey => $"{Number}/10";

    public IEnumerable<OrderLine> LinesOn(DateOnly today)
    {
        if (KnownFrom > today) yield break;
        var raised = Raise is { } raise && raise.From <= today ? raise.Pieces : Ordered;
        yield return Line("10", Product, raised, today);
        if (Second is { } second) yield return Line("20", second.Product, second.Pieces, today);
    }

    private OrderLine Line(string line, Product product, int pieces, DateOnly today)
    {
        var shipped = ShippedOn < today && CancelledFrom is null;
        var earlier = Earlier is { } e && e.From <= today ? Earlier : null;
        var later = Later is { } l && l.From <= today ? Later : null;
        DateOnly? first = SampleDays.AddWorking(OrderedOn, 2) < today ? Promise : null;
        return new OrderLine
        {
            Order = Number, Line = line, Item = product.Number,
            Customer = SampleCatalogue.Customers[Customer],
            CustomerClass = Customer switch { 0 or 3 or 6 => "A", < 10 => "B", _ => "C" },
            Priority = Customer switch { 0 or 3 or 6 => 1, < 10 => 2, _ => 3 },
            Quantity = pieces,
            ShippedQuantity = shipped ? pieces : 0,
            ShippedOn = shipped ? ShippedOn : null,
            OrderedOn = OrderedOn,
            Requested = earlier?.Asked ?? Asked,
            FirstConfirmed = first,
            LastConfirmed = first is null ? null : later?.Promise ?? earlier?.Promise ?? first,
            Value = pieces * product.Price,
            Penalty = Customer is 0 or 6 ? Math.Round(pieces * product.Price * 0.05m) : null,
            Cancelled = CancelledFrom <= today,
        };
    }
}
