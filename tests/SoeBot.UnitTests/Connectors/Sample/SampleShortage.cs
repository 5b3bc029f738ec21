using SoeBot.Connectors.Sample;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Connectors.Sample;

/// <summary>A plain look at which orders cannot be kept: whoever starts first takes the parts; what is not there waits for the next receipt.</summary>
internal static class SampleShortage
{
    public static IReadOnlyList<(string Order, string Cause)> Of(DateOnly today, PlanSnapshot plan)
    {
        var parts = plan.Stock!.ToDictionary(s => s.Item, s => new Queue<(DateOnly Day, decimal Pieces)>([(today, s.Available)]));
        var receipts = plan.Purchases!.Where(p => p.OpenQuantity > 0).Select(p => (p.Item, Day: Max(p.Expected, today.AddDays(1)), Pieces: p.OpenQuantity))
            .Concat(plan.Schedule!.Where(l => l.OpenQuantity > 0 && l.ForOrder is null).Select(l => (l.Item, Day: Max(l.Due, today), Pieces: l.OpenQuantity)));
        foreach (var receipt in receipts.OrderBy(r => r.Day)) parts[receipt.Item].Enqueue((receipt.Day, receipt.Pieces));

        var bill = plan.Bill!.ToLookup(b => b.Assembly);
        var calendar = SamplePlant.Calendar();
        var done = new Dictionary<string, (DateOnly Day, decimal Pieces, string? Short)>();
        foreach (var line in plan.Schedule!.Where(l => l.IsOpen).OrderBy(l => l.Start).ThenBy(l => l.Number))
        {
            var ready = (Day: line.Start, Part: (string?)null);
            foreach (var component in line.StartedOn is null ? bill[line.Item] : [])
            {
                var day = Take(parts[component.Component], line.OpenQuantity * component.Per);
                if (day > ready.Day && day > today) ready = (day, component.Component);
            }
            var length = Enumerable.Range(line.Start.DayNumber, line.Due.DayNumber - line.Start.DayNumber).Count(d => calendar.IsWorkingDay(DateOnly.FromDayNumber(d)));
            var finish = ready.Part is null ? Max(line.Due, today) : Max(line.Due, calendar.AddWorkingDays(ready.Day, length));
            if (line.ForOrder is { } order) done[order] = (finish, line.Planned, ready.Part);
        }

        var risk = new List<(string, string)>();
        foreach (var order in plan.Orders!.Where(o => o.OpenQuantity > 0 && o.Commitment <= today.AddDays(21)))
        {
            var work = done.TryGetValue(order.Key, out var known) ? known : default;
            if (order.Commitment < today) risk.Add((order.Order, "past due"));
            else if (work.Day > order.Commitment) risk.Add((order.Order, work.Short ?? "moved"));
            else if (work.Pieces > 0 && order.Quantity > work.Pieces + 2) risk.Add((order.Order, "raised"));
        }
        return risk;
    }

    private static DateOnly Take(Queue<(DateOnly Day, decimal Pieces)> supply, decimal pieces)
    {
        var day = DateOnly.MinValue;
        while (pieces > 0)
        {
            if (supply.Count == 0) return DateOnly.MaxValue.AddDays(-400);
            var (when, left) = supply.Peek();
            if (left > 0) day = when;
            if (left > pieces)
            {
                var rest = supply.Dequeue();
                Queue<(DateOnly, decimal)> others = new(supply);
                supply.Clear();
                supply.Enqueue((rest.Day, left - pieces));
                foreach (var other in others) supply.Enqueue(other);
                return day;
            }
            pieces -= left;
            supply.Dequeue();
        }
        return day;
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
