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
    public string? CustomerClass { get; init; }

    /// <summary>1 is the most important; null when the source has no priorities.</summary>
    public int? Priority { get; init; }

    /// <summary>Contractual penalty of its open lines in the plant's currency (R55). Money: never on a card that others see.</summary>
    public decimal? Penalty { get; init; }

    /// <summary>The plan has neither stock nor schedule nor purchases, so no day can be projected and history alone speaks.</summary>
    public bool IsUnprojected { get; init; }

    /// <summary>The commitment date was past on the day of the plan.</summary>
    public bool IsPastDue { get; init; }

    /// <summary>The rules have not ranked it, so nothing is projected; people put it on the list, or it is asked about by number.</summary>
    public bool IsUnranked { get; init; }

    /// <summary>Why people put it on the list against the ranking; null when the ranking did.</summary>
    public string? PutOnBecause { get; init; }

    /// <summary>What could be promised for the worst line; null where nothing was computed.</summary>
    public PromiseOptions? Promise { get; init; }

    public bool IsLate => IsPastDue || (!IsUnprojected && !IsUnranked && (Projected is null || Projected > Commitment));
}
