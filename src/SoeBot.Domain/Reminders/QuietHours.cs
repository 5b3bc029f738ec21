using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Reminders;

/// <summary>
/// When a person may be reminded (R140): on working days of the plant, from the start of its first shift to the end of its day, by the
/// person's own clock. The day, too, is the person's.
/// </summary>
public sealed record QuietHours(PlantCalendar Plant, TimeZoneInfo Zone)
{
    /// <summary>The hour at which reminders of a day go out.</summary>
    public static readonly TimeOnly Usual = new(8, 0);

    /// <summary>A first shift that begins in the evening is nobody's day shift.</summary>
    public TimeOnly Opens => Plant.FirstShift < Plant.DayEnd ? Plant.FirstShift : Usual < Plant.DayEnd ? Usual : TimeOnly.MinValue;

    public DateOnly DayOf(DateTimeOffset instant) => LocalTime.DayOf(Zone, instant);

    public bool IsOpen(DateTimeOffset instant) =>
        DayOf(instant) is var day && Plant.IsWorkingDay(day) && instant >= At(day, Opens) && instant < At(day, Plant.DayEnd);

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
    public DateTimeOffset Morning(DateOnly day) => At(day, Usual >= Opens && Usual < Plant.DayEnd ? Usual : Opens);

    private DateTimeOffset At(DateOnly day, TimeOnly time) => LocalTime.At(Zone, day, time);
}
