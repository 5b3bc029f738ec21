namespace SoeBot.Domain.Flags;

/// <summary>What a flag warns of. The first two are the criteria that bring executives in (R107 to R109).</summary>
public enum FlagKind { OutOfStock, StockOutAhead, OrderSurge, PointOfSale, MixShift, OverPromise, SafetyStockCreep }

/// <summary>
/// A warning before the problem shows (R112 to R119). One cause is one flag: it fires once, stays while it is true, and may fire again only
/// after it has cleared.
/// </summary>
/// <param name="Object">Item, customer and item, family, order line: with the kind what makes two flags the same one.</param>
/// <param name="Since">The data's day on which it was first seen.</param>
/// <param name="Words">What was compared with what, with the numbers.</param>
/// <param name="Value">What is.</param>
/// <param name="Compared">What it was held against.</param>
public sealed record PlanFlag(FlagKind Kind, string Object, DateOnly Since, string Words, decimal? Value, decimal? Compared, string Unit)
{
    public string Identity => $"{Kind}|{Object}";

    /// <summary>What may be done, best first (R110).</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Imports in a row in which it was true.</summary>
    public int Imports { get; init; } = 1;

    /// <summary>The plan version in which it fired; null while it has not been true often enough.</summary>
    public int? FiredIn { get; init; }

    /// <summary>One of the criteria for executives (R107, R108).</summary>
    public bool IsExecutive => Kind is FlagKind.OutOfStock or FlagKind.StockOutAhead;
}
