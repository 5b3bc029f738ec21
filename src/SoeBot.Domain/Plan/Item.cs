namespace SoeBot.Domain.Plan;

/// <summary>A finished good, part or material.</summary>
public sealed record Item : IPlanRow
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public string? Family { get; init; }
    public string Unit { get; init; } = "pcs";

    /// <summary>True when the plant makes it, false when it is bought.</summary>
    public bool Made { get; init; }
    public decimal SafetyStock { get; init; }

    /// <summary>Calendar days to buy it, or working days to make it; null when unknown.</summary>
    public int? LeadTimeDays { get; init; }
    public decimal? Cost { get; init; }

    /// <summary>The work centre that decides how fast it is made; null when bought or unknown.</summary>
    public string? WorkCentre { get; init; }

    /// <summary>Run time of one piece on the work centre; null when unknown. Minutes, because four decimals of an hour are too coarse for fast lines.</summary>
    public decimal? MinutesPerPiece { get; init; }

    /// <summary>Set-up time of one lot on the work centre.</summary>
    public decimal? SetupMinutes { get; init; }

    public string Key => Number;

    /// <summary>Hours of its work centre for one lot; null when the source has no times.</summary>
    public decimal? HoursFor(decimal pieces) => MinutesPerPiece is null && SetupMinutes is null
        ? null : ((SetupMinutes ?? 0) + (MinutesPerPiece ?? 0) * pieces) / 60;
}
