namespace SoeBot.Domain.Flags;

/// <summary>What becomes of the stock of one item day by day: what lies there not on hold, and comes, less what is asked for.</summary>
/// <param name="Item">Place in <see cref="PlanIndex"/>.</param>
/// <param name="OnHand">Not on hold, today.</param>
/// <param name="OpenDemand">Pieces of open order lines with a commitment date within the days of a stock-out, past ones included.</param>
/// <param name="OpenLines">How many lines these are.</param>
/// <param name="ShortOn">The first day on which more is asked for than there is; null when that never happens in the horizon.</param>
/// <param name="ShortBy">The pieces missing on that day.</param>
/// <param name="NextSupply">The first day after the shortage on which something comes, of what is never short the next one; null when nothing is on its way.</param>
/// <param name="NextQuantity">What comes on it.</param>
public readonly record struct StockProjection(
    int Item, decimal OnHand, decimal OpenDemand, int OpenLines, DateOnly? ShortOn, decimal ShortBy, DateOnly? NextSupply, decimal NextQuantity)
{
    /// <summary>R107: nothing there and somebody waits.</summary>
    public bool IsOut => OnHand <= 0 && OpenDemand > 0;

    /// <summary>Looking forward: days until the stock is below zero; 9999 when it never is, negative when it is already.</summary>
    public decimal DaysOfCover(DateOnly today) =>
        IsOut ? -1 : ShortOn is { } day ? day.DayNumber - today.DayNumber : Metrics.StockRules.NoDemand;
}
