using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>Reads the demands out of the plan.</summary>
internal sealed class DemandBuilder(PlanSnapshot plan, PegLedger ledger, DateOnly today)
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
            var item = ledger.Items[line.Item];
            var priority = line.Priority ?? int.MaxValue;
            demandOf[row] = ledger.Add(new Demand(
                DemandKind.Order, row, item, Later(line.Commitment, today), line.OpenQuantity, priority));
            if (priority < _itemPriority[item]) _itemPriority[item] = priority;
        }
        HandPrioritiesDown();
        return demandOf;
    }

    /// <returns>The first component demand of each schedule row, and one more at the end.</returns>
    public int[] AddComponents()
    {
        var schedule = plan.Schedule ?? [];
        var first = new int[schedule.Count + 1];
        var startsKnown = schedule.Any(line => line.StartedOn is not null);
        var linked = LinkedPriorities(schedule);
        for (var row = 0; row < schedule.Count; row++)
        {
            first[row] = ledger.Demands.Count;
            var line = schedule[row];
            if (line.OpenQuantity <= 0 || HasStarted(line, startsKnown)) continue;
            var item = ledger.Items[line.Item];
            var priority = line.ForOrder is { } order && linked.TryGetValue(order, out var its) ? its : _itemPriority[item];
            foreach (var component in ledger.Items.ComponentSpan(item))
                ledger.Add(new Demand(
                    DemandKind.Component, row, component.Item, Later(line.Start, today), line.OpenQuantity * component.Per, priority));
        }
        first[^1] = ledger.Demands.Count;
        return first;
    }

    /// <summary>A started order has its components. Where the source does not report starts, one whose start day is past counts as started.</summary>
    private bool HasStarted(ScheduleLine line, bool startsKnown) =>
        line.StartedOn is not null || line.Good > 0 || line.Scrapped > 0 || (!startsKnown && line.Start < today);

    private Dictionary<string, int> LinkedPriorities(IReadOnlyList<ScheduleLine> schedule)
    {
        var linked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in schedule)
            if (line.ForOrder is { } order) linked[order] = int.MaxValue;
        if (linked.Count == 0) return linked;
        foreach (var line in plan.Orders ?? [])
            if (line.Priority is { } priority && linked.TryGetValue(line.Key, out var best) && priority < best)
                linked[line.Key] = priority;
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

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
