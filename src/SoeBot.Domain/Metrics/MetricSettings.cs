namespace SoeBot.Domain.Metrics;

/// <summary>What a plant may set about its numbers. Shares are 0 to 1.</summary>
public sealed record MetricSettings
{
    public AttainmentDefinition Attainment { get; init; } = AttainmentDefinition.Capped;

    /// <summary>Below it the schedule is called not realistic (R61).</summary>
    public decimal RebuildUnder { get; init; } = 0.80m;

    /// <summary>The target of attainment (R63).</summary>
    public decimal Target { get; init; } = 0.90m;

    /// <summary>Reference lines of attainment: industry median and top quartile (R64).</summary>
    public decimal ReferenceMedian { get; init; } = 0.87m;
    public decimal ReferenceTop { get; init; } = 0.94m;

    /// <summary>Days before the date that still count as on time in OTIF; null: as early as one likes.</summary>
    public int? DaysEarly { get; init; }

    /// <summary>Days after the date that still count as on time in OTIF.</summary>
    public int DaysLate { get; init; }

    /// <summary>The part of the ordered quantity that may be missing in "in full".</summary>
    public decimal ShortBy { get; init; }

    /// <summary>The greatest gap between S&amp;OP plan and shipments of a month (R65).</summary>
    public decimal GapTarget { get; init; } = 0.03m;
}
