using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Pegging;

/// <summary>
/// Covers every open customer order line and every component of a production order that is not reported as started (R116).
/// Items are computed components first, so that a production order is known to be late before anybody counts on it. What nothing planned
/// covers is then made or bought order by order, by priority and then commitment date, from what is left of material and hours; orders after the
/// horizon take what is in stock of a component only after that.
/// </summary>
public static class PeggingRules
{
    /// <summary>
    /// Supplies are: stock not on hold, from today; open production orders, from their due day or when hours and components allow;
    /// open purchase lines, from their expected day. What is past due and still open comes on the next working day at the earliest.
    /// </summary>
    public static PegBook Compute(PlanSnapshot plan, PlantCalendar calendar, DateOnly today)
    {
        var (stock, schedule, purchases, orders) = (plan.Stock?.Count ?? 0, plan.Schedule?.Count ?? 0, plan.Purchases?.Count ?? 0, plan.Orders?.Count ?? 0);
        var ledger = new PegLedger(new ItemTable(plan, today), supplies: stock + schedule + purchases, demands: orders);
        var links = new LinkedOrders(plan);
        var until = LookAheadRules.Horizon(calendar, today)[^1].End;
        var demands = new DemandBuilder(plan, ledger, links, today, until);
        var demandOfOrder = demands.AddOrders();
        var firstComponent = demands.AddComponents();

        var timings = FirstTimings(plan, calendar, today);
        var centres = new CentreTable(plan, calendar, today);
        WorkCentreQueue.Apply(plan, centres, today, timings);
        centres.TakeScheduled(plan.Schedule ?? []);

        var run = new PeggingRun(plan, calendar, today, until, ledger, links, centres, demandOfOrder, firstComponent, timings);
        foreach (var item in ledger.Items.BottomUp) run.Compute(item);
        run.CoverTheRest();
        var book = new PegBook(plan, today, ledger, demandOfOrder, firstComponent, timings);
        book.SetAnew(run.AskAnew(book, until));
        return book;
    }

    private static LineTiming[] FirstTimings(PlanSnapshot plan, PlantCalendar calendar, DateOnly today)
    {
        var schedule = plan.Schedule ?? [];
        var timings = new LineTiming[schedule.Count];
        var tomorrow = calendar.AddWorkingDays(today, 1);
        for (var row = 0; row < timings.Length; row++)
            timings[row] = schedule[row].Due < today
                ? new LineTiming(tomorrow, LineDelay.PastDue, -1, 0)
                : new LineTiming(schedule[row].Due, LineDelay.None, -1, 0);
        return timings;
    }
}
