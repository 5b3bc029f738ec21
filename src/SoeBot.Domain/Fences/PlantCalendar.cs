namespace SoeBot.Domain.Fences;

/// <summary>
/// What gives an instant its meaning in a plant: zone, first day of the week, working days, holidays, shifts.
/// A local time that does not exist becomes the next moment that does; of one that exists twice, the first counts.
/// </summary>
public sealed record PlantCalendar
{
    public required TimeZoneInfo Zone { get; init; }
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;
    public IReadOnlySet<DayOfWeek> WorkingDays { get; init; } = new HashSet<DayOfWeek>
    {
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    };
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Start of the first shift, plant time.</summary>
    public TimeOnly FirstShift { get; init; } = new(6, 0);

    /// <summary>End of the last shift of day people, plant time: nothing quiet is sent after it.</summary>
    public TimeOnly DayEnd { get; init; } = new(18, 0);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);
    public PlantWeek WeekOf(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7)));
    public PlantWeek WeekOf(DateTimeOffset instant) => WeekOf(DayOf(instant));
    public bool IsWorkingDay(DateOnly day) => WorkingDays.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(local)
            ? Zone.GetAmbiguousTimeOffsets(local).Max()
            : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Moves by working days; a start on a free day counts from there. Zero gives the day itself.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>The day itself when it is a working day, else the next one (at most a year on).</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        for (var tries = 0; tries < 366 && !IsWorkingDay(day); tries++) day = day.AddDays(1);
        return day;
    }

    /// <summary>Null when the plant is shut the whole week.</summary>
    public DateOnly? FirstWorkingDay(PlantWeek week)
    {
        foreach (var day in week.Days.Each())
            if (IsWorkingDay(day)) return day;
        return null;
    }
}
