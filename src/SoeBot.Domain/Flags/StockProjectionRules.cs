using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Flags;

/// <summary>
/// Projects the stock of every item that customers order or that is forecast (R107, R108, R69). Demand is the demand signal: open order
/// lines on their commitment date (past ones today), forecast that no order consumed spread over the working days of its week, and
/// components of open production orders on their start day. Supply comes on its expected day, what is past due on the next working day.
/// Items without a stock row are left out: nothing is known of them.
/// </summary>
public static class StockProjectionRules
{
    /// <param name="index">The plan.</param>
    /// <param name="signals">Must reach to the end of the horizon.</param>
    /// <param name="calendar">Gives working days and weeks.</param>
    /// <param name="today">The day of the data.</param>
    /// <param name="days">Length of the horizon after today.</param>
    /// <param name="openDays">Days after today in which an open order line makes an empty stock a stock-out.</param>
    public static IReadOnlyList<StockProjection> Compute(PlanIndex index, DemandSignals signals, PlantCalendar calendar, DateOnly today, int days, int openDays)
    {
        var book = new StockBook(index, today, days, openDays);
        AddOrders(book, index);
        AddForecast(book, index, signals, calendar, today, days);
        AddComponents(book, index, today);
        var next = calendar.AddWorkingDays(today, 1);
        EachSupply(index, next, today, book.Bring);
        book.Run();
        EachSupply(index, next, today, book.After);
        return book.Projections();
    }

    private static void AddOrders(StockBook book, PlanIndex index)
    {
        var orders = index.Plan.Orders ?? [];
        for (var row = 0; row < orders.Count; row++)
            if (orders[row].OpenQuantity is > 0 and var open) book.Ask(index.OfOrder(row), orders[row].Commitment, open);
    }

    private static void AddForecast(StockBook book, PlanIndex index, DemandSignals signals, PlantCalendar calendar, DateOnly today, int days)
    {
        var end = today.AddDays(days);
        var ahead = 0;
        for (var week = calendar.WeekOf(today); week.Start <= end; week = week.Next, ahead++)
        {
            var working = week.Days.Each().Where(calendar.IsWorkingDay).ToArray();
            if (working.Length == 0) continue;
            for (var item = 0; item < index.Count; item++)
            {
                if (!book.Follows(item) || signals.Of(item, ahead).Unconsumed is not (> 0 and var pieces)) continue;
                foreach (var day in working)
                    if (day >= today) book.Expect(item, day, pieces / working.Length);
            }
        }
    }

    private static void AddComponents(StockBook book, PlanIndex index, DateOnly today)
    {
        if (index.Plan is not { Schedule: { } schedule, Bill: { } bill }) return;
        var components = new Dictionary<int, List<(int Item, decimal Per)>>();
        foreach (var line in bill)
        {
            if (line.Per <= 0 || !line.HoldsOn(today) || index.Find(line.Component) is not (>= 0 and var component) || !book.Follows(component)) continue;
            if (index.Find(line.Assembly) is not (>= 0 and var assembly)) continue;
            if (!components.TryGetValue(assembly, out var list)) components[assembly] = list = [];
            list.Add((component, line.Per));
        }
        if (components.Count == 0) return;
        for (var row = 0; row < schedule.Count; row++)
        {
            var line = schedule[row];
            if (line.StartedOn is not null || line.OpenQuantity is not (> 0 and var open) || !components.TryGetValue(index.OfSchedule(row), out var list)) continue;
            foreach (var (item, per) in list) book.Expect(item, line.Start, open * per);
        }
    }

    private static void EachSupply(PlanIndex index, DateOnly next, DateOnly today, Action<int, DateOnly, decimal> supply)
    {
        foreach (var line in index.Plan.Purchases ?? [])
            if (line.OpenQuantity is > 0 and var open && index.Find(line.Item) is >= 0 and var item) supply(item, line.Expected < today ? next : line.Expected, open);
        var schedule = index.Plan.Schedule ?? [];
        for (var row = 0; row < schedule.Count; row++)
            if (schedule[row].OpenQuantity is > 0 and var open) supply(index.OfSchedule(row), schedule[row].Due < today ? next : schedule[row].Due, open);
    }
}
