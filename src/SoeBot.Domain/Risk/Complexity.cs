using SoeBot.Domain.Pegging;

namespace SoeBot.Domain.Risk;

/// <summary>
/// How much has to come together for an order line: the different components below its item, the supplies it hangs on,
/// and whether one of its production orders waits at a full work centre. Scored by its rank among the open lines that are ranked.
/// </summary>
internal sealed class Complexity(PegBook book)
{
    private readonly int[] _components = Enumerable.Repeat(-1, book.Items.Count).ToArray();

    public int Components(int item)
    {
        if (_components[item] >= 0) return _components[item];
        if (book.Items.ComponentSpan(item).IsEmpty) return _components[item] = 0;
        var seen = new HashSet<int>();
        var open = new Stack<int>();
        open.Push(item);
        while (open.TryPop(out var next))
            foreach (var component in book.Items.ComponentSpan(next))
                if (component.HoldsOn(book.Today) && seen.Add(component.Item)) open.Push(component.Item);
        return _components[item] = seen.Count;
    }

    public int Points(int demand)
    {
        var points = Components(book.DemandAt(demand).Item);
        var waits = false;
        foreach (var peg in book.Of(demand))
        {
            ref readonly var supply = ref book.SupplyAt(peg.Supply);
            if (supply.Kind == SupplyKind.Stock) continue;
            points++;
            waits |= supply.Kind == SupplyKind.Schedule && book.Timing(supply.Row).Delay == LineDelay.Capacity;
        }
        return waits ? points + 5 : points;
    }
}
