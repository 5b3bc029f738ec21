using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Flags;

/// <summary>
/// Demand of an item in a plant week = the greater of forecast and orders (R114). Orders consume the forecast of their own week first;
/// what is beyond it is over-consumption and adds up. Inside the demand time fence only orders count.
/// </summary>
/// <param name="Ordered">Pieces ordered for the week by commitment date, shipped ones included, cancelled ones not.</param>
/// <param name="Forecast">Null when there is none for the week.</param>
/// <param name="InsideFence">True: the forecast counts nothing.</param>
public readonly record struct DemandSignal(decimal Ordered, decimal? Forecast, bool InsideFence)
{
    public decimal Pieces => InsideFence ? Ordered : Math.Max(Ordered, Forecast ?? 0);

    /// <summary>Forecast that no order has consumed.</summary>
    public decimal Unconsumed => InsideFence ? 0 : Math.Max(0, (Forecast ?? 0) - Ordered);

    /// <summary>Ordered beyond the forecast; null without a forecast.</summary>
    public decimal? OverConsumption => Forecast is { } known ? Math.Max(0, Ordered - known) : null;
}

/// <summary>The demand signal of every item for a run of weeks, in periodic buckets.</summary>
public sealed class DemandSignals
{
    private readonly PlantWeek _first;
    private readonly int _weeks, _today, _fence;
    private readonly decimal[] _ordered;
    private readonly decimal?[] _forecast;

    /// <param name="index">Items and orders.</param>
    /// <param name="calendar">Gives the weeks.</param>
    /// <param name="today">The week of today is where the fence starts.</param>
    /// <param name="back">Weeks before the current one.</param>
    /// <param name="ahead">Weeks after the current one.</param>
    /// <param name="fenceWeeks">Weeks from the current one on in which only orders count.</param>
    public DemandSignals(PlanIndex index, PlantCalendar calendar, DateOnly today, int back, int ahead, int fenceWeeks)
    {
        _first = calendar.WeekOf(today).Plus(-back);
        (_weeks, _today, _fence) = (back + 1 + ahead, back, fenceWeeks);
        _ordered = new decimal[index.Count * _weeks];
        _forecast = new decimal?[_ordered.Length];
        var orders = index.Plan.Orders ?? [];
        for (var row = 0; row < orders.Count; row++)
            if (!orders[row].Cancelled && Bucket(orders[row].Commitment) is var week and >= 0) _ordered[index.OfOrder(row) * _weeks + week] += orders[row].Quantity;
        foreach (var line in index.Plan.Forecast ?? [])
        {
            if (Bucket(line.Week) is not (var week and >= 0)) continue;
            ref var sum = ref _forecast[index.Find(line.Item) * _weeks + week];
            sum = (sum ?? 0) + line.Quantity;
        }
    }

    /// <param name="weeksFromNow">0 is the current week, -1 the last complete one.</param>
    public DemandSignal Of(int item, int weeksFromNow)
    {
        var week = weeksFromNow + _today;
        var place = item * _weeks + week;
        return new DemandSignal(_ordered[place], _forecast[place], weeksFromNow >= 0 && weeksFromNow < _fence);
    }

    private int Bucket(DateOnly day)
    {
        var days = day.DayNumber - _first.Start.DayNumber;
        return days < 0 || days >= _weeks * 7 ? -1 : days / 7;
    }
}
