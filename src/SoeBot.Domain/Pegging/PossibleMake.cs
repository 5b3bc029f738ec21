namespace SoeBot.Domain.Pegging;

/// <summary>What could be made or bought for a demand that nothing planned covers.</summary>
/// <param name="Day">The earliest day without touching the frozen week; <see cref="Supply.Never"/> when it cannot be said.</param>
/// <param name="DayInsideFence">The earliest day if the plant manager let it start in the frozen week.</param>
/// <param name="ShortItem">The component that is ready last and after today, or -1.</param>
/// <param name="ShortUntil">The day it is there; <see cref="Supply.Never"/> when it cannot be said.</param>
/// <param name="KnowsLeadTime">False when the source does not say how long making or buying takes.</param>
public readonly record struct PossibleMake(
    int Item, DateOnly Day, DateOnly DayInsideFence, int ShortItem, DateOnly ShortUntil, bool KnowsLeadTime);
