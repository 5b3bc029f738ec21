using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Fences;

/// <summary>
/// Which days are guarded how strictly (R20 to R23). Fences hang on the plant's published week, never on a rolling seven days:
/// the published week and everything before it is frozen, the next working week is firm, everything later is flexible.
/// </summary>
public static class FenceRules
{
    /// <summary>The week itself, or the next one with a working day when the plant is shut for all of it (at most a year on).</summary>
    public static PlantWeek WorkingWeekFrom(PlantWeek week, PlantCalendar calendar)
    {
        for (var tries = 0; tries < 53; tries++, week = week.Next)
            if (calendar.FirstWorkingDay(week) is not null) return week;
        return week;
    }

    /// <summary>The week that is frozen on a day: the plant's current week, or the next working one when it is shut.</summary>
    public static PlantWeek FrozenWeek(DateOnly today, PlantCalendar calendar) =>
        WorkingWeekFrom(calendar.WeekOf(today), calendar);

    /// <summary>Week 2: the first working week after the frozen one.</summary>
    public static PlantWeek FirmWeek(PlantWeek published, PlantCalendar calendar) =>
        WorkingWeekFrom(WorkingWeekFrom(published, calendar).Next, calendar);

    /// <summary>The fence of a day while <paramref name="published"/> is the published week. Shut weeks in between belong to the working week they lead up to.</summary>
    public static Fence Of(DateOnly day, PlantWeek published, PlantCalendar calendar)
    {
        if (day <= WorkingWeekFrom(published, calendar).End) return Fence.Frozen;
        return day <= FirmWeek(published, calendar).End ? Fence.Firm : Fence.Flexible;
    }

    /// <summary>The stricter of two fences rules (R23).</summary>
    public static Fence Stricter(Fence one, Fence other) => one > other ? one : other;

    /// <summary>The fence of a change from one place to another; null for a place that does not exist (an addition or a cancellation).</summary>
    public static Fence OfChange(DateOnly? from, DateOnly? to, PlantWeek published, PlantCalendar calendar) =>
        Stricter(
            from is { } before ? Of(before, published, calendar) : Fence.Flexible,
            to is { } after ? Of(after, published, calendar) : Fence.Flexible);

    /// <summary>
    /// The fence of a change of one production order: added, cancelled, or another item, quantity, day, work centre or place in the queue.
    /// Null when only facts differ, which need no approval: a breakdown, a hold or scrap shows in what is reported (start, good and scrapped pieces,
    /// finish). The plan to recover from it moves days or pieces, and that is a change like any other.
    /// </summary>
    /// <param name="before">As published; null when it was added.</param>
    /// <param name="after">As it is now; null when it is gone.</param>
    public static Fence? OfChange(ScheduleLine? before, ScheduleLine? after, PlantWeek published, PlantCalendar calendar)
    {
        if (after is null && before is not { IsOpen: true }) return null; // what was done leaves the schedule by itself
        if (before is not null && after is not null && PlanOf(before) == PlanOf(after)) return null;
        return OfChange(before?.Due, after?.Due, published, calendar);
    }

    private static (string, decimal, DateOnly, DateOnly, string?, int?) PlanOf(ScheduleLine line) =>
        (line.Item, line.Planned, line.Start, line.Due, line.WorkCentre, line.Sequence);
}
