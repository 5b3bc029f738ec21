using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Risk.Past;

/// <summary>One morning of the past: what was open and due soon, and what was known of it then. Nothing in it comes from later.</summary>
internal sealed class PastWeek
{
    private readonly LateRates _items, _customers, _suppliers;
    private readonly Dictionary<string, int> _usualDays;
    private readonly int _usualOfAll;
    private readonly PlantCalendar _calendar;
    private readonly DateOnly _day;

    private PastWeek(DateOnly day, PlantCalendar calendar, RiskSettings settings, IReadOnlyList<PastPromise> past)
    {
        (_day, _calendar) = (day, calendar);
        (_items, _customers, _suppliers) = (new(settings.SmoothingCases), new(settings.SmoothingCases), new(settings.SmoothingCases));
        foreach (var promise in past)
        {
            var done = promise.Done < day ? promise.Done : null;
            _items.Add(promise.Item, promise.Promised, done);
            if (promise.Customer is { } customer) _customers.Add(customer, promise.Promised, done);
            if (promise.Supplier is { } supplier) _suppliers.Add(supplier, promise.Promised, done);
        }
        var took = past.Where(promise => promise.Done < day).ToList();
        _usualDays = took.GroupBy(promise => promise.Item, StringComparer.Ordinal).Where(group => group.Count() >= 4).ToDictionary(group => group.Key, Usual, StringComparer.Ordinal);
        _usualOfAll = took.Count > 0 ? Usual(took) : 0;
    }

    public required IReadOnlyList<PastPromise> Candidates { get; init; }

    /// <param name="all">By the day promised.</param>
    public static PastWeek Of(DateOnly day, IReadOnlyList<PastPromise> all, int horizonDays, PlantCalendar calendar, RiskSettings settings)
    {
        var since = day.AddDays(-settings.HistoryDays);
        return new(day, calendar, settings, [.. all.Where(promise => promise.Promised >= since && promise.Promised < day)])
        {
            Candidates = [.. all.Where(promise =>
                promise.Promised >= day && promise.Promised < day.AddDays(horizonDays) && promise.KnownFrom < day && (promise.Done is null || promise.Done >= day))],
        };
    }

    public decimal History(PastPromise promise)
    {
        var deviations = new List<double>(3);
        Take(_items, promise.Item);
        if (promise.Customer is { } customer) Take(_customers, customer);
        if (promise.Supplier is { } supplier) Take(_suppliers, supplier);
        return LateRates.Together(_items.Mean ?? 0, deviations);

        void Take(LateRates rates, string name)
        {
            if (rates.Of(name) is { Cases: > 0 }) deviations.Add(rates.Deviation(name));
        }
    }

    /// <summary>The critical ratio with the item's usual time as the work that is needed.</summary>
    public decimal Time(PastPromise promise)
    {
        var usual = _usualDays.GetValueOrDefault(promise.Item, _usualOfAll);
        var ready = promise.KnownFrom.AddDays(usual);
        var needed = WorkingDays(ready > _day ? ready : _day.AddDays(1));
        return Math.Clamp((3 - ((decimal)WorkingDays(promise.Promised) / Math.Max(1, needed))) / 2, 0, 1);
    }

    private int WorkingDays(DateOnly until)
    {
        var days = 0;
        for (var day = _day.AddDays(1); day <= until; day = day.AddDays(1))
            if (_calendar.IsWorkingDay(day)) days++;
        return days;
    }

    private static int Usual(IEnumerable<PastPromise> some)
    {
        var days = some.Select(promise => promise.Done!.Value.DayNumber - promise.KnownFrom.DayNumber).Order().ToList();
        return Math.Max(0, days[days.Count / 2]);
    }
}
