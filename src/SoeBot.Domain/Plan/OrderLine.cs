namespace SoeBot.Domain.Plan;

/// <summary>One line of a customer order, with the three dates of an order line: requested, first confirmed, last confirmed.</summary>
public sealed record OrderLine : IPlanRow
{
    public required string Order { get; init; }
    public required string Line { get; init; }
    public required string Item { get; init; }
    public string? Customer { get; init; }
    public string? CustomerClass { get; init; }

    /// <summary>1 is the most important; null when the source has no priorities.</summary>
    public int? Priority { get; init; }
    public required decimal Quantity { get; init; }
    public decimal ShippedQuantity { get; init; }
    public DateOnly? ShippedOn { get; init; }
    public DateOnly? OrderedOn { get; init; }
    public required DateOnly Requested { get; init; }
    public DateOnly? FirstConfirmed { get; init; }
    public DateOnly? LastConfirmed { get; init; }

    /// <summary>Of the whole line, in the plant's currency.</summary>
    public decimal? Value { get; init; }

    /// <summary>Contractual penalty for missing the commitment date, in the plant's currency (R55).</summary>
    public decimal? Penalty { get; init; }
    public bool Cancelled { get; init; }

    /// <summary>Who delivers it, where a line is bought for the customer and shipped on; its own history counts then.</summary>
    public string? Supplier { get; init; }

    /// <summary>The way it goes: destination, route or ship-to, as the source calls it.</summary>
    public string? Lane { get; init; }

    /// <summary>Air, ocean, truck ..., as the source calls it.</summary>
    public string? ShipMode { get; init; }

    /// <summary>Number of the order that this one was split from.</summary>
    public string? SplitFrom { get; init; }

    /// <summary>Number of the order that this one became part of.</summary>
    public string? MergedInto { get; init; }

    public string Key => $"{Order}/{Line}";

    /// <summary>The date the customer counts on: the last confirmed one, else the first, else what was asked for.</summary>
    public DateOnly Commitment => LastConfirmed ?? FirstConfirmed ?? Requested;

    /// <summary>What is still to be shipped; never below zero, zero when cancelled.</summary>
    public decimal OpenQuantity => Cancelled ? 0 : Math.Max(0, Quantity - ShippedQuantity);
}
