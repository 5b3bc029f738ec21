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

    public string Key => Number;
}
