using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>The hours of one work centre from a day on, each day looked up once, and how many of them are still free.</summary>
internal sealed class CentreCapacity(WorkCentre centre, PlantCalendar calendar, DateOnly first)
{
    /// <summary>Ten years on, a queue is no longer a plan.</summary>
    public const int Days = 3660;

    private readonly CentreHours _hours = new(centre, calendar);
    private readonly List<decimal> _upTo = [];
    private readonly List<decimal> _free = [];
    private int _firstFree;

    public WorkCentre Centre => centre;

    /// <summary>All hours up to and including a day; none before the first.</summary>
    public decimal UpTo(DateOnly day)
    {
        var place = Math.Min(day.DayNumber - first.DayNumber, Days - 1);
        if (place < 0) return 0;
        Reach(place);
        return _upTo[place];
    }

    /// <summary>The first day by which so many hours are there; null when ten years do not bring them.</summary>
    public DateOnly? DayOf(decimal hours)
    {
        for (var day = _upTo.Count; day < Days && (_upTo.Count == 0 || _upTo[^1] < hours); day++) Reach(day);
        if (_upTo[^1] < hours) return null;
        int low = 0, high = _upTo.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_upTo[middle] < hours) low = middle + 1; else high = middle;
        }
        return first.AddDays(low);
    }

    /// <summary>Takes hours that are to be worked by a day, as late as possible; what does not fit before it goes on the first days after it.</summary>
    public void TakeBy(DateOnly due, decimal hours)
    {
        var last = Math.Clamp(due.DayNumber - first.DayNumber, -1, Days - 1);
        if (last >= 0) Reach(last);
        for (var day = last; day >= _firstFree && hours > 0; day--) hours -= Take(day, hours);
        for (var day = Math.Max(last + 1, _firstFree); hours > 0 && day < Days; day++) hours -= Take(day, hours);
    }

    /// <summary>The day on which so many free hours from a day on are worked off; null when ten years do not bring them.</summary>
    /// <param name="taken">What is taken goes in here, to be given back; null leaves the hours free.</param>
    public DateOnly? Work(DateOnly from, decimal hours, List<(CentreCapacity, int, decimal)>? taken)
    {
        var start = Math.Max(from.DayNumber - first.DayNumber, 0);
        for (var day = Math.Max(start, _firstFree); day < Days; day++)
        {
            Reach(day);
            var part = Math.Min(hours, _free[day]);
            if (part > 0 && taken is not null)
            {
                Take(day, part);
                taken.Add((this, day, part));
            }
            hours -= part;
            if (hours <= 0 && (part > 0 || _free[day] > 0)) return first.AddDays(day);
        }
        return null;
    }

    public void GiveBack(int day, decimal hours)
    {
        _free[day] += hours;
        _firstFree = Math.Min(_firstFree, day);
    }

    private decimal Take(int day, decimal hours)
    {
        Reach(day);
        var part = Math.Min(hours, _free[day]);
        _free[day] -= part;
        while (_firstFree < _free.Count && _free[_firstFree] == 0) _firstFree++;
        return part;
    }

    private void Reach(int place)
    {
        for (var day = _upTo.Count; day <= place; day++)
        {
            var hours = _hours.On(first.AddDays(day));
            _upTo.Add((day > 0 ? _upTo[day - 1] : 0) + hours);
            _free.Add(hours);
        }
    }
}
