namespace SoeBot.Domain.Flags;

/// <summary>When something is flagged (R107 to R120, R137, R138). Shares are 0 to 1.</summary>
public sealed record FlagSettings
{
    /// <summary>Times the normal weekly volume that make an order surge (R112).</summary>
    public decimal SurgeTimes { get; init; } = 5;

    /// <summary>And at least so many times the largest of the weeks behind the normal volume: keeps month ends out.</summary>
    public decimal SurgeTimesLargest { get; init; } = 1.5m;

    /// <summary>And at least so many pieces.</summary>
    public decimal SurgeLeastPieces { get; init; } = 50;

    /// <summary>Point-of-sale consumption may differ by this share from the greater of forecast and orders (R113).</summary>
    public decimal PointOfSaleLimit { get; init; } = 0.5m;

    /// <summary>An item's share of its family's point of sale may shift by this much (R115).</summary>
    public decimal MixShiftLimit { get; init; } = 0.10m;

    /// <summary>Weeks from the current one on in which only orders count as demand, no forecast.</summary>
    public int DemandFenceWeeks { get; init; } = 1;

    /// <summary>Days ahead in which a stock-out is expected (R108).</summary>
    public int StockOutDays { get; init; } = 14;

    /// <summary>Weeks in a row in which stock above the safety stock has to rise to be called safety-stock creep (R138).</summary>
    public int CreepWeeks { get; init; } = 4;

    /// <summary>Imports in a row in which a criterion has to be true before executives hear of it.</summary>
    public int ExecutiveImports { get; init; } = 2;
}
