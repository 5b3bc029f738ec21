using SoeBot.Domain.Plan;

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

    /// <summary>In place of <see cref="WorkingDays"/> where days on and off go in turn; null for a plant that works by weekdays.</summary>
    public Rotation? Rotation { get; init; }
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>Of work centres whose days differ from the plant's, by the name that the work centres' table uses.</summary>
    public IReadOnlyDictionary<string, PlantCalendar> Calendars { get; init; } = new Dictionary<string, PlantCalendar>();

    /// <summary>Working weeks that look-ahead, promising and at-risk list reach ahead, 1 to 12 (R129).</summary>
    public int HorizonWeeks { get; init; } = 2;

    /// <summary>Start of the first shift, plant time, and so of the production day.</summary>
    public TimeOnly FirstShift { get; init; } = new(6, 0);

    /// <summary>End of the last shift of day people, plant time: nothing quiet is sent after it.</summary>
    public TimeOnly DayEnd { get; init; } = new(18, 0);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);
    public PlantWeek WeekOf(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7)));
    public PlantWeek WeekOf(DateTimeOffset instant) => WeekOf(DayOf(instant));
    public bool IsWorkingDay(DateOnly day) => (Rotation?.Works(day) ?? WorkingDays.Contains(day.DayOfWeek)) && !Holidays.Contains(day);

    /// <summary>The days of a work centre: its own where it names a calendar that is known, else the plant's.</summary>
    public PlantCalendar Of(WorkCentre centre) => centre.Calendar is { } name && Calendars.TryGetValue(name, out var own) ? own : this;

    /// <summary>The day that something belongs to which happened at an instant: until the first shift starts, the day before goes on.</summary>
    public DateOnly ProductionDayOf(DateTimeOffset instant)
    {
        var day = DayOf(instant);
        return instant < At(day, FirstShift) ? day.AddDays(-1) : day;
    }

    /// <summary>How long a shift really lasts that starts on a day: an hour more or less in the night in which the clock changes.</summary>
    public TimeSpan LengthOf(Shift shift, DateOnly day) => At(shift.OverMidnight ? day.AddDays(1) : day, shift.End) - At(day, shift.Start);

    public DateTimeOffset At(DateOnly day, TimeOnly time) => LocalTime.At(Zone, day, time);

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
