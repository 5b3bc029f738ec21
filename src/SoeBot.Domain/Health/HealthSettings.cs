namespace SoeBot.Domain.Health;

/// <summary>Limits of the process' health.</summary>
public sealed record HealthSettings
{
    /// <summary>A divergence that is open for more working days than this without a decision about it is a slow reaction (R134).</summary>
    public int SlowAfterDays { get; init; } = 2;
}
