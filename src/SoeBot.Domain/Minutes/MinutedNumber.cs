namespace SoeBot.Domain.Minutes;

/// <summary>A number as the meeting saw it, with all it needs to be found again (R17, R136).</summary>
/// <param name="Unit"><see cref="Metrics.Figure.Share"/> or what is counted.</param>
/// <param name="Value">Null when there was none; <see cref="Absent"/> says why.</param>
/// <param name="Version">The plan version it was computed from.</param>
public sealed record MinutedNumber(string Name, string Unit, decimal? Value, string Definition, string Window, string Sources, int Version)
{
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>Of both counts.</summary>
    public string? Counted { get; init; }

    /// <summary>The same number a week before; null when that is not known.</summary>
    public decimal? Before { get; init; }
    public string? Absent { get; init; }
}
