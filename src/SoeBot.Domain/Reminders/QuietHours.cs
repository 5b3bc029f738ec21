using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Reminders;

/// <summary>
/// When a person may be reminded (R140): on working days of the plant, from the start of its first shift to the end of its day, or within a
/// shift of the person's own, by the person's own clock. The day, too, is the person's: a night belongs to the day on which its shift starts.
/// </summary>
/// <param name="Plant">Its working days count for everybody.</param>
/// <param name="Zone">Of the person.</param>
/// <param name="Own">Of somebody who works at other hours than the plant's day.</param>
public sealed record QuietHours(PlantCalendar Plant, TimeZoneInfo Zone, Shift? Own = null)
{
    /// <summary>The hour at which reminders of a day go out.</summary>
    public static readonly TimeOnly Usual = new(8, 0);

    /// <summary>A first shift that begins in the evening is nobody's day shift.</summary>
    public TimeOnly Opens => Own?.Start ?? (Plant.FirstShift < Plant.DayEnd ? Plant.FirstShift : Usual < Plant.DayEnd ? Usual : TimeOnly.MinValue);

    public DateOnly DayOf(DateTimeOffset instant)
    {
        var day = LocalTime.DayOf(Zone, instant);
        return OverMidnight && instant < Closes(day.AddDays(-1)) ? day.AddDays(-1) : day;
    }

    public bool IsOpen(DateTimeOffset instant) =>
        DayOf(instant) is var day && Plant.IsWorkingDay(day) && instant >= At(day, Opens) && instant < Closes(day);

    /// <summary>The instant itself when one may be reminded then, else the usual hour of the next day on which one may.</summary>
    public DateTimeOffset From(DateTimeOffset instant)
    {
        if (IsOpen(instant)) return instant;
        var day = Plant.WorkingDayFrom(DayOf(instant));
        return Morning(day) is var morning && morning >= instant ? morning : MorningAfter(day);
    }

    /// <summary>The usual hour of the first working day after that one.</summary>
    public DateTimeOffset MorningAfter(DateOnly day) => Morning(Plant.WorkingDayFrom(day.AddDays(1)));

    /// <summary>The usual hour, or the first at which one may be reminded when that is later; should the hours have ended by then, the first.</summary>
    public DateTimeOffset Morning(DateOnly day) => At(day, Usual >= Opens && (OverMidnight || Usual < End) ? Usual : Opens);

    private TimeOnly End => Own?.End ?? Plant.DayEnd;

    private bool OverMidnight => Own is { OverMidnight: true };

    /// <summary>The end of the hours that open on that day.</summary>
    private DateTimeOffset Closes(DateOnly day) => At(OverMidnight ? day.AddDays(1) : day, End);

    private DateTimeOffset At(DateOnly day, TimeOnly time) => LocalTime.At(Zone, day, time);
}
