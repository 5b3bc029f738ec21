namespace SoeBot.Domain.Plan;

/// <summary>The monthly S&amp;OP plan of one family.</summary>
public sealed record SalesPlanLine : IPlanRow
{
    public required string Family { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }
    public required decimal Quantity { get; init; }

    public string Key => $"{Family}/{Month:yyyyMM}";
}
