namespace SoeBot.Domain.Pegging;

public enum SupplyKind : byte
{
    Stock,
    Schedule,
    Purchase,

    /// <summary>Nothing is planned: what could be made or bought if it were started now (capable to promise).</summary>
    Possible,
}

/// <summary>Pieces of one item that exist from a day on.</summary>
/// <param name="Row">Place in the schedule, the purchase lines or <see cref="PegBook.Possible"/>; -1 for stock.</param>
/// <param name="Item">Place in <see cref="PegBook.Items"/>.</param>
/// <param name="Day">The first day the pieces can be used; <see cref="Never"/> when no day can be given.</param>
public readonly record struct Supply(SupplyKind Kind, int Row, int Item, DateOnly Day, decimal Quantity)
{
    public static readonly DateOnly Never = DateOnly.MaxValue;

    /// <summary>True for what is in stock, scheduled or on order.</summary>
    public bool IsPlanned => Kind != SupplyKind.Possible;
}
