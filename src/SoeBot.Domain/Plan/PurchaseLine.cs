namespace SoeBot.Domain.Plan;

/// <summary>One line of a purchase order.</summary>
public sealed record PurchaseLine : IPlanRow
{
    public required string Order { get; init; }
    public required string Line { get; init; }
    public required string Item { get; init; }
    public required string Supplier { get; init; }
    public DateOnly? OrderedOn { get; init; }

    /// <summary>The day we asked for.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day the supplier last confirmed; null means unconfirmed.</summary>
    public DateOnly? Confirmed { get; init; }
    public required decimal Quantity { get; init; }
    public decimal Received { get; init; }
    public decimal Rejected { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public bool Cancelled { get; init; }

    /// <summary>The way it comes: origin, route or destination, as the source calls it.</summary>
    public string? Lane { get; init; }

    /// <summary>Air, ocean, truck ..., as the source calls it.</summary>
    public string? ShipMode { get; init; }

    public string Key => $"{Order}/{Line}";

    /// <summary>The day to plan with: what the supplier confirmed, else what we asked for.</summary>
    public DateOnly Expected => Confirmed ?? Due;
    public decimal OpenQuantity => Cancelled ? 0 : Math.Max(0, Quantity - Received);
}
