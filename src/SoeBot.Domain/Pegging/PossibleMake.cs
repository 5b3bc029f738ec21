namespace SoeBot.Domain.Pegging;

/// <summary>What could be made or bought for a demand that nothing planned covers.</summary>
/// <param name="Day">The earliest day without touching the frozen week; <see cref="Supply.Never"/> when it cannot be said.</param>
/// <param name="DayInsideFence">The earliest day if the plant manager let it start in the frozen week.</param>
/// <param name="ShortItem">The component that is ready last and after today, or -1.</param>
/// <param name="ShortUntil">The day it is there; <see cref="Supply.Never"/> when it cannot be said.</param>
/// <param name="KnowsLeadTime">False when the source does not say how long making or buying takes.</param>
public readonly record struct PossibleMake(
    int Item, DateOnly Day, DateOnly DayInsideFence, int ShortItem, DateOnly ShortUntil, bool KnowsLeadTime)
{
    /// <summary>The earliest day it could start outside the frozen week if all components were there.</summary>
    public DateOnly EarliestStart { get; init; }

    /// <summary>Hours on its work centre; 0 when it has none or they are not known.</summary>
    public decimal Hours { get; init; }

    /// <summary>The day it would be done if nothing stood before it at its work centre; the same as <see cref="Day"/> when nothing does.</summary>
    public DateOnly DayWithoutQueue { get; init; }

    /// <summary>Place in <see cref="PegBook.Possible"/> of what must be made or bought of <see cref="ShortItem"/>, plus one; 0 when a planned supply of it decides.</summary>
    public int MakeBelow { get; init; }

    /// <summary>Place in <see cref="PegBook.Supplies"/> of the planned supply of <see cref="ShortItem"/> that decides, plus one; 0 when there is none.</summary>
    public int SupplyBelow { get; init; }

    /// <summary>Its components, and nothing else, decide when it can start.</summary>
    public bool WaitsForComponent => ShortItem >= 0 && ShortUntil > EarliestStart;
}
