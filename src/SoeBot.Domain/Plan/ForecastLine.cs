namespace SoeBot.Domain.Plan;

/// <summary>
/// Forecast and, where known, point-of-sale consumption of one item in one plant week. What the consensus was made of (R127) is told only by sources
/// that know it: statistical forecast + sales adjustment + marketing adjustment, and what people agreed on instead.
/// </summary>
public sealed record ForecastLine : IPlanRow
{
    public required string Item { get; init; }

    /// <summary>First day of the plant week.</summary>
    public required DateOnly Week { get; init; }

    /// <summary>Pieces; the consensus where people agreed on one.</summary>
    public required decimal Quantity { get; init; }
    public decimal? PointOfSale { get; init; }

    /// <summary>Pieces as the system forecast them.</summary>
    public decimal? Statistical { get; init; }

    /// <summary>Pieces that sales added; below zero when they took away.</summary>
    public decimal? SalesAdjustment { get; init; }

    /// <summary>Pieces that marketing added; below zero when they took away.</summary>
    public decimal? MarketingAdjustment { get; init; }

    /// <summary>Who answers for each, as the source names them.</summary>
    public string? StatisticalBy { get; init; }
    public string? SalesBy { get; init; }
    public string? MarketingBy { get; init; }
    public string? ConsensusBy { get; init; }

    public string Key => $"{Item}/{Week:yyyyMMdd}";
}
