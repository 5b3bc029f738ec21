using SoeBot.Connectors.Sample;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Connectors.Sample;

/// <summary>What the sample plant shows on one day, counted by simple rules of its own.</summary>
internal sealed record SampleDayFacts(
    DateOnly Day,
    IReadOnlySet<string> LateSuppliers,
    int LongestLate,
    decimal HoursLost,
    decimal OnHold,
    int ChangesThisWeek,
    int Unapproved,
    int Surges,
    IReadOnlyList<string> FullCentres,
    IReadOnlyList<string> AtRisk,
    IReadOnlyList<string> Causes,
    decimal LowestStock,
    IReadOnlyList<string> Oddities)
{
    public static SampleDayFacts Of(DateOnly day, PlanSnapshot plan, PlanSnapshot yesterday, PlanSnapshot weekAgo, PlanSnapshot baseline)
    {
        var calendar = SamplePlant.Calendar();
        var week = calendar.WeekOf(day);
        var late = plan.Purchases!.Where(p => p.OpenQuantity > 0 && (p.Expected < day || p.Expected > p.Due)).ToList();
        var overdue = plan.Purchases!.Where(p => p.OpenQuantity > 0 && p.Expected < day);
        var risk = SampleShortage.Of(day, plan);
        return new SampleDayFacts(
            day,
            late.Select(p => p.Supplier).ToHashSet(),
            overdue.Select(p => ReportDays(p.Expected, day)).DefaultIfEmpty(0).Max(),
            plan.Events!.Where(e => e.Kind == ShopEventKind.Downtime && e.EndedOn is null).Sum(e => e.Planned!.Value - e.Actual!.Value),
            plan.Stock!.Sum(s => s.OnHold),
            Changes(plan.Orders!, weekAgo.Orders!),
            MovedIn(plan.Schedule!, baseline.Schedule!, day == week.Start ? week.Previous.Days : week.Days),
            SurgesIn(plan.Orders!, week.Start),
            [.. Full(plan, week.Next.Days)],
            [.. risk.Select(r => r.Order).Distinct()],
            [.. risk.Select(r => r.Cause).Distinct()],
            plan.Stock!.Min(s => s.OnHand - s.OnHold),
            SampleStep.Oddities(day, yesterday, plan));

        int ReportDays(DateOnly due, DateOnly today)
        {
            var days = 0;
            for (var d = due.AddDays(1); d <= today; d = d.AddDays(1)) if (calendar.IsWorkingDay(d)) days++;
            return days;
        }
    }

    private static int Changes(IReadOnlyList<OrderLine> now, IReadOnlyList<OrderLine> before)
    {
        var old = before.ToDictionary(o => o.Key);
        return now.Count(o => old.TryGetValue(o.Key, out var was) && (o.Requested < was.Requested || o.Quantity > was.Quantity));
    }

    private static int MovedIn(IReadOnlyList<ScheduleLine> now, IReadOnlyList<ScheduleLine> frozen, SoeBot.Domain.Fences.DayRange week)
    {
        var lines = now.ToDictionary(l => l.Number);
        return frozen.Count(l => week.Contains(l.Due) && lines.TryGetValue(l.Number, out var is_) && (is_.Due != l.Due || is_.Planned != l.Planned));
    }

    private static int SurgesIn(IReadOnlyList<OrderLine> orders, DateOnly monday) => orders
        .GroupBy(o => (o.Customer, o.Item))
        .Count(g =>
        {
            decimal InWeek(int back) => g.Where(o => o.OrderedOn >= monday.AddDays(-7 * back) && o.OrderedOn < monday.AddDays(7 - 7 * back)).Sum(o => o.Quantity);
            var eight = Enumerable.Range(1, 8).Select(InWeek).ToList();
            return InWeek(0) >= 50 && eight.Sum() > 0 && InWeek(0) >= 5 * eight.Average() && InWeek(0) >= 1.5m * eight.Max();
        });

    private static IEnumerable<string> Full(PlanSnapshot plan, SoeBot.Domain.Fences.DayRange week) =>
        from line in plan.Schedule!
        where week.Contains(line.Due)
        group line by line.WorkCentre into centre
        where centre.Sum(l => l.Hours) > 5 * plan.WorkCentres!.Single(c => c.Number == centre.Key).HoursPerDay
        select centre.Key;
}
