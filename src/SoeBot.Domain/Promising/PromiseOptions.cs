using System.Collections.Concurrent;
using SoeBot.Domain.Pegging;

namespace SoeBot.Domain.Promising;

/// <summary>So many pieces can be promised for any day from this one on.</summary>
public sealed record FreeFrom(DateOnly Day, decimal Quantity);

/// <summary>What could be promised for an order line that is at risk. Nothing of it moves anything promised to others.</summary>
/// <param name="Sooner">The day on which what is missing could be there if it were made or bought anew; null when that is no sooner than projected.</param>
/// <param name="InsideFence">The day if that started in the frozen week, which needs the plant manager; null when that is no sooner.</param>
/// <param name="Free">Available to promise of its item, cumulative with look-ahead: now, and after the next receipts that add to it; at most three.</param>
public sealed record PromiseOptions(DateOnly? Sooner, DateOnly? InsideFence, IReadOnlyList<FreeFrom> Free);

/// <summary>Available and capable to promise of many order lines, with one run over the supplies and demands of their items.</summary>
public sealed class PromiseTable
{
    private const int Most = 3;
    private readonly PegBook _book;
    private readonly Dictionary<int, (decimal OnHand, List<(DateOnly, decimal)> Receipts, List<(DateOnly, decimal)> Wanted)> _items = [];
    private readonly ConcurrentDictionary<int, IReadOnlyList<FreeFrom>> _free = [];

    public PromiseTable(PegBook book, IEnumerable<int> demands)
    {
        _book = book;
        foreach (var demand in demands) _items.TryAdd(book.Demands[demand].Item, (0, [], []));
        for (var at = 0; at < book.Supplies.Count; at++)
        {
            ref readonly var supply = ref book.SupplyAt(at);
            if (!supply.IsPlanned || supply.Day == Supply.Never || !_items.TryGetValue(supply.Item, out var item)) continue;
            if (supply.Kind == SupplyKind.Stock) _items[supply.Item] = item with { OnHand = item.OnHand + supply.Quantity };
            else item.Receipts.Add((supply.Day, supply.Quantity));
        }
        for (var at = 0; at < book.Demands.Count; at++)
        {
            ref readonly var demand = ref book.DemandAt(at);
            if (demand.Kind != DemandKind.Possible && _items.TryGetValue(demand.Item, out var item)) item.Wanted.Add((demand.Need, demand.Quantity));
        }
    }

    public PromiseOptions Of(int demand)
    {
        var (projected, need, free) = (_book.CoveredOn(demand), _book.Demands[demand].Need, Free(_book.Demands[demand].Item));
        if (projected <= need) return new PromiseOptions(null, null, free);
        var anew = _book.Anew(demand);
        var sooner = anew is { } fresh && fresh.Day < projected ? fresh.Day : projected;
        var inside = _book.MadeFor(demand) is { } made ? Later(made.DayInsideFence, LastPlanned(demand)) : anew?.DayInsideFence ?? Supply.Never;
        return new PromiseOptions(sooner < projected ? sooner : null, inside < sooner ? inside : null, free);
    }

    private DateOnly LastPlanned(int demand)
    {
        var last = _book.Today;
        foreach (var peg in _book.Of(demand))
            if (_book.Supplies[peg.Supply] is { IsPlanned: true, Day: var day }) last = Later(last, day);
        return last;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>What orders want and production orders need comes off; what is only possible does not count.</summary>
    private IReadOnlyList<FreeFrom> Free(int item)
    {
        if (_free.TryGetValue(item, out var known)) return known;
        var (onHand, receipts, wanted) = _items[item];
        var steps = new List<FreeFrom>(Most);
        foreach (var period in AvailableToPromise.Compute(_book.Today, onHand, receipts, wanted))
        {
            if (period.Cumulative <= (steps.Count > 0 ? steps[^1].Quantity : 0)) continue;
            steps.Add(new FreeFrom(period.From, period.Cumulative));
            if (steps.Count == Most) break;
        }
        return _free[item] = steps;
    }
}
