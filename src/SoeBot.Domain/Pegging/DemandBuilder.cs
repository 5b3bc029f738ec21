using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>Reads the demands out of the plan.</summary>
/// <param name="until">Last day of the two weeks. What is needed later can still be planned: there the earlier need goes first, whatever its priority.</param>
internal sealed class DemandBuilder(PlanSnapshot plan, PegLedger ledger, LinkedOrders links, DateOnly today, DateOnly until)
{
    private readonly int[] _itemPriority = new int[ledger.Items.Count];

    /// <returns>The demand of each order row, -1 when nothing is open.</returns>
    public int[] AddOrders()
    {
        Array.Fill(_itemPriority, int.MaxValue);
        var orders = plan.Orders ?? [];
        var demandOf = new int[orders.Count];
        for (var row = 0; row < demandOf.Length; row++)
        {
            var line = orders[row];
            demandOf[row] = -1;
            if (line.OpenQuantity <= 0) continue;
            var item = ledger.Items.OfOrders[row];
            var priority = line.Priority ?? int.MaxValue;
            demandOf[row] = Add(DemandKind.Order, row, item, line.Commitment, line.OpenQuantity, priority);
            if (priority < _itemPriority[item]) _itemPriority[item] = priority;
        }
        HandPrioritiesDown();
        return demandOf;
    }

    /// <summary>
    /// Components of the pieces still to be made, taken from stock as pieces are reported. Only an order that is reported as started has
    /// its components: a start day that has passed is no proof, least of all when the one missing part is why it has not started.
    /// </summary>
    /// <returns>The first component demand of each schedule row, and one more at the end.</returns>
    public int[] AddComponents()
    {
        var schedule = plan.Schedule ?? [];
        var first = new int[schedule.Count + 1];
        var linked = LinkedPriorities();
        for (var row = 0; row < schedule.Count; row++)
        {
            first[row] = ledger.Demands.Count;
            var line = schedule[row];
            if (line.OpenQuantity <= 0 || line.StartedOn is not null) continue;
            var item = ledger.Items.OfSchedule[row];
            var priority = links.OfSchedule(row) is >= 0 and var link ? linked[link] : _itemPriority[item];
            var start = line.Start > today ? line.Start : today;
            foreach (var component in ledger.Items.ComponentSpan(item))
                if (component.HoldsOn(start)) Add(DemandKind.Component, row, component.Item, line.Start, line.OpenQuantity * component.Per, priority);
        }
        first[^1] = ledger.Demands.Count;
        return first;
    }

    private int[] LinkedPriorities()
    {
        var linked = new int[links.Count];
        Array.Fill(linked, int.MaxValue);
        foreach (var (link, row) in links.Rows)
            if (plan.Orders![row].Priority is { } priority && priority < linked[link]) linked[link] = priority;
        return linked;
    }

    /// <summary>A component is as important as the most important order for anything it goes into.</summary>
    private void HandPrioritiesDown()
    {
        var order = ledger.Items.BottomUp;
        for (var i = order.Count - 1; i >= 0; i--)
            foreach (var component in ledger.Items.ComponentSpan(order[i]))
                _itemPriority[component.Item] = Math.Min(_itemPriority[component.Item], _itemPriority[order[i]]);
    }

    private int Add(DemandKind kind, int row, int item, DateOnly need, decimal quantity, int priority) => ledger.Add(new Demand(
        kind, row, item, need > today ? need : today, quantity, need > until ? int.MaxValue : priority));
}
