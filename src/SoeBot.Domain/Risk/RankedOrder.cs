using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Risk;

/// <summary>One order on the at-risk list: the order header with its worst line.</summary>
/// <param name="Rank">1 is most at risk.</param>
/// <param name="Score">0 to 1, the weighted drivers.</param>
/// <param name="Drivers">Those with data, the strongest first.</param>
public sealed record RankedOrder(
    int Rank,
    string Order,
    string Line,
    string Item,
    string ItemName,
    string? Customer,
    decimal OpenQuantity,
    DateOnly Commitment,
    DateOnly? Projected,
    decimal? Value,
    LateCause Cause,
    decimal Score,
    IReadOnlyList<RiskDriver> Drivers,
    IReadOnlyList<string> Chain)
{
    public bool IsLate => Projected is null || Projected > Commitment;
}
