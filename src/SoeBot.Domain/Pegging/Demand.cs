namespace SoeBot.Domain.Pegging;

public enum DemandKind : byte
{
    /// <summary>An open customer order line.</summary>
    Order,

    /// <summary>A component that a production order needs by its start.</summary>
    Component,

    /// <summary>A component of something that is not planned and only could be made.</summary>
    Possible,
}

/// <summary>Pieces of one item that are needed by a day.</summary>
/// <param name="Row">Place in the orders, the schedule or <see cref="PegBook.Possible"/>.</param>
/// <param name="Item">Place in <see cref="PegBook.Items"/>.</param>
/// <param name="Need">Never before the day of the computation: what is past due is needed now.</param>
/// <param name="Priority">1 is the most important; <see cref="int.MaxValue"/> when the source has none, or the need is after the two weeks.</param>
public readonly record struct Demand(DemandKind Kind, int Row, int Item, DateOnly Need, decimal Quantity, int Priority);
