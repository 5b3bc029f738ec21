namespace SoeBot.Domain.Plan;

/// <summary>Stock of one item at one place.</summary>
public sealed record StockLine : IPlanRow
{
    public required string Item { get; init; }
    public required string Location { get; init; }
    public required decimal OnHand { get; init; }

    /// <summary>The part of <see cref="OnHand"/> that quality has blocked.</summary>
    public decimal OnHold { get; init; }

    public string Key => $"{Item}/{Location}";
    public decimal Available => Math.Max(0, OnHand - OnHold);
}
