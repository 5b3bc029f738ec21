namespace SoeBot.Domain.Plan;

/// <summary>Forecast and, where known, point-of-sale consumption of one item in one plant week.</summary>
public sealed record ForecastLine : IPlanRow
{
    public required string Item { get; init; }

    /// <summary>First day of the plant week.</summary>
    public required DateOnly Week { get; init; }
    public required decimal Quantity { get; init; }
    public decimal? PointOfSale { get; init; }

    public string Key => $"{Item}/{Week:yyyyMMdd}";
}
