using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Fences;

/// <summary>
/// What one work centre can do on a day: its hours, on the days of its own calendar or the plant's, times its efficiency.
/// With shifts, a change of the clock within one makes the day longer or shorter. A night shift counts to the day it starts on.
/// </summary>
public sealed class CentreHours
{
    private readonly PlantCalendar _calendar;
    private readonly decimal _hours;
    private readonly IReadOnlyList<Shift> _shifts;
    private readonly TimeSpan _length;

    public CentreHours(WorkCentre centre, PlantCalendar plant)
    {
        _calendar = plant.Of(centre);
        _hours = centre.HoursPerDay * centre.Efficiency;
        _shifts = centre.Shifts is { } text && plant.Zone.SupportsDaylightSavingTime && Shift.TryParseAll(text, out var shifts) ? shifts : [];
        foreach (var shift in _shifts) _length += shift.Length;
    }

    public decimal On(DateOnly day)
    {
        if (!_calendar.IsWorkingDay(day)) return 0;
        if (_shifts.Count == 0) return _hours;
        var length = TimeSpan.Zero;
        foreach (var shift in _shifts) length += _calendar.LengthOf(shift, day);
        return length == _length ? _hours : _hours * length.Ticks / _length.Ticks;
    }

    public decimal Between(DayRange days)
    {
        decimal sum = 0;
        foreach (var day in days.Each()) sum += On(day);
        return sum;
    }
}
