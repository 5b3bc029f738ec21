using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Plan;

/// <summary>The two-week look-ahead (R8 to R11) of one plan version: what is planned, what comes in, what the data lacks.</summary>
/// <param name="Weeks">The weeks of the horizon in order; the first is the frozen one.</param>
/// <param name="PurchaseLinesDue">Open purchase lines expected within the horizon.</param>
/// <param name="Unconfirmed">Of these, without a supplier's confirmation.</param>
/// <param name="PurchaseLinesLate">Open purchase lines whose expected day is past.</param>
/// <param name="CustomerOrdersDue">Customer orders (headers) with a line, not cancelled, whose commitment date lies in the horizon, shipped or not.</param>
/// <param name="Missing">What could not be computed and for want of which table, in words.</param>
public sealed record LookAhead(
    IReadOnlyList<WeekLoad> Weeks,
    int PurchaseLinesDue,
    int? Unconfirmed,
    int PurchaseLinesLate,
    int CustomerOrdersDue,
    IReadOnlyList<string> Missing)
{
    /// <summary>Of the customer orders due, those that have shipped everything already.</summary>
    public int CustomerOrdersShipped { get; init; }

    /// <summary>Production orders still open that were due before the horizon began.</summary>
    public int ScheduleLinesPastDue { get; init; }
}

/// <summary>What is scheduled in one week.</summary>
/// <param name="Orders">Production orders due in the week.</param>
/// <param name="Pieces">Planned pieces of these.</param>
/// <param name="Load">Hours per work centre, the fullest first; empty when the source has no hours.</param>
public sealed record WeekLoad(PlantWeek Week, int Orders, decimal Pieces, IReadOnlyList<CentreLoad> Load);

/// <summary>Planned against available hours of one work centre in one week.</summary>
public sealed record CentreLoad(string WorkCentre, string Name, decimal Planned, decimal Available)
{
    /// <summary>1 is full; null when nothing is available (a shut week).</summary>
    public decimal? Share => Available > 0 ? Planned / Available : null;
}
