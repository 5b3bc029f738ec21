using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Promising;

/// <summary>What the plan says about one open order line.</summary>
/// <param name="Projected">The day it can be shipped in full; null when nothing known will ever cover it.</param>
/// <param name="Covered">Share of the open quantity that is covered by the commitment date, 0 to 1.</param>
/// <param name="Chain">Why, in short sentences a planner can check, the most important first (at most five).</param>
public sealed record ProjectedLine(
    OrderLine Line,
    DateOnly? Projected,
    decimal Covered,
    LateCause Cause,
    IReadOnlyList<string> Chain)
{
    public bool IsLate => Projected is null || Projected > Line.Commitment;

    /// <summary>Calendar days behind the commitment date; null when no date can be given, zero or less when on time.</summary>
    public int? DaysLate => Projected is { } day ? day.DayNumber - Line.Commitment.DayNumber : null;
}
