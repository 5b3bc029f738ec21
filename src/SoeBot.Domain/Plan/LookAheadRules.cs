using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Plan;

/// <summary>Computes the look-ahead (R8 to R11): counts, never lists, because a plant has more lines than a card.</summary>
public static class LookAheadRules
{
    /// <summary>
    /// Weeks are working weeks, the first is the frozen one. A schedule line counts in the week of its due day, finished or not (it is the plan),
    /// and so does a customer order, shipped or not; purchase lines count only while open. A purchase line of this week whose day is past counts as due and as late.
    /// </summary>
    public static LookAhead Compute(PlanSnapshot plan, PlantCalendar calendar, DateOnly today)
    {
        var horizon = Horizon(calendar, today);
        var range = Range(horizon, calendar, today);
        var purchases = Purchases(plan.Purchases ?? [], range, today);
        var orders = OrdersDue(plan.Orders ?? [], range);
        return new LookAhead(
            WeekLoads(plan, horizon, calendar),
            purchases.Due,
            purchases.AnyConfirmed ? purchases.Unconfirmed : null,
            purchases.Late,
            orders.Due,
            Missing(plan, calendar, purchases.AnyConfirmed))
        {
            CustomerOrdersShipped = orders.Due - orders.Open,
            ScheduleLinesPastDue = PastDue(plan.Schedule ?? [], range.First),
        };
    }

    /// <summary>The frozen week and the working weeks after it, as many as the plant looks ahead (R129).</summary>
    public static IReadOnlyList<PlantWeek> Horizon(PlantCalendar calendar, DateOnly today)
    {
        var result = new PlantWeek[calendar.HorizonWeeks];
        var week = FenceRules.FrozenWeek(today, calendar);
        for (var i = 0; i < result.Length; i++, week = FenceRules.WorkingWeekFrom(week.Next, calendar)) result[i] = week;
        return result;
    }

    /// <summary>All days of the horizon, from the start of the current week, so that nothing due in a shut week falls between two stools.</summary>
    public static DayRange Range(IReadOnlyList<PlantWeek> horizon, PlantCalendar calendar, DateOnly today) =>
        new(calendar.WeekOf(today).Start, horizon[^1].End);

    private static WeekLoad[] WeekLoads(PlanSnapshot plan, IReadOnlyList<PlantWeek> horizon, PlantCalendar calendar)
    {
        var orders = new int[horizon.Count];
        var pieces = new decimal[horizon.Count];
        var hours = new Dictionary<string, decimal>[horizon.Count];
        for (var i = 0; i < hours.Length; i++) hours[i] = new Dictionary<string, decimal>(StringComparer.Ordinal);

        foreach (var line in plan.Schedule ?? [])
        {
            for (var i = 0; i < orders.Length; i++)
            {
                if (!horizon[i].Days.Contains(line.Due)) continue;
                orders[i]++;
                pieces[i] += line.Planned;
                if (line is { WorkCentre: { } centre, Hours: { } needed })
                    hours[i][centre] = hours[i].GetValueOrDefault(centre) + needed;
                break;
            }
        }

        var centres = (plan.WorkCentres ?? []).ToDictionary(c => c.Number, c => (Centre: c, Hours: new CentreHours(c, calendar)), StringComparer.Ordinal);
        var result = new WeekLoad[horizon.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = new WeekLoad(horizon[i], orders[i], pieces[i], CentreLoads(hours[i], centres, horizon[i]));
        return result;
    }

    private static List<CentreLoad> CentreLoads(
        Dictionary<string, decimal> hours, Dictionary<string, (WorkCentre Centre, CentreHours Hours)> centres, PlantWeek week)
    {
        var loads = new List<CentreLoad>(hours.Count);
        foreach (var (number, planned) in hours)
        {
            loads.Add(centres.TryGetValue(number, out var known)
                ? new CentreLoad(number, known.Centre.Name, planned, known.Hours.Between(week.Days))
                : new CentreLoad(number, number, planned, 0));
        }
        loads.Sort((a, b) =>
        {
            var byShare = (b.Share ?? decimal.MaxValue).CompareTo(a.Share ?? decimal.MaxValue);
            return byShare != 0 ? byShare : string.CompareOrdinal(a.WorkCentre, b.WorkCentre);
        });
        return loads;
    }

    private static (int Due, int Unconfirmed, int Late, bool AnyConfirmed) Purchases(
        IReadOnlyList<PurchaseLine> lines, DayRange range, DateOnly today)
    {
        int due = 0, unconfirmed = 0, late = 0;
        var anyConfirmed = false;
        foreach (var line in lines)
        {
            anyConfirmed |= line.Confirmed is not null;
            if (line.OpenQuantity == 0) continue;
            if (line.Expected < today) late++;
            if (!range.Contains(line.Expected)) continue;
            due++;
            if (line.Confirmed is null) unconfirmed++;
        }
        return (due, unconfirmed, late, anyConfirmed);
    }

    private static (int Due, int Open) OrdersDue(IReadOnlyList<OrderLine> lines, DayRange range)
    {
        var (due, open) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            if (line.Cancelled || !range.Contains(line.Commitment)) continue;
            due.Add(line.Order);
            if (line.OpenQuantity > 0) open.Add(line.Order);
        }
        return (due.Count, open.Count);
    }

    private static int PastDue(IReadOnlyList<ScheduleLine> lines, DateOnly before)
    {
        var count = 0;
        foreach (var line in lines)
            if (line.IsOpen && line.Due < before) count++;
        return count;
    }

    private static List<string> Missing(PlanSnapshot plan, PlantCalendar calendar, bool anyConfirmed)
    {
        var missing = new List<string>();
        if (plan.Orders is null) missing.Add("no customer orders, so nothing can be said about what is due or at risk");
        if (plan.Schedule is null) missing.Add("no production schedule, so scheduled orders and pieces cannot be counted");
        else if (plan.Schedule.Count > 0 && !plan.Schedule.Any(l => l.Hours is not null))
            missing.Add("no hours in the schedule file, so the load of the work centres cannot be computed");
        else if (plan.WorkCentres is null && plan.Schedule.Any(l => l.Hours is not null))
            missing.Add("no work centres, so available hours are not known");
        foreach (var unknown in (plan.WorkCentres ?? []).Where(centre => centre.Calendar is { } name && !calendar.Calendars.ContainsKey(name)))
            missing.Add($"no calendar {unknown.Calendar} in the settings, so work centre {unknown.Name} is taken to work on the plant's days");
        if (plan.Purchases is null) missing.Add("no purchase orders, so incoming material cannot be counted");
        else if (plan.Purchases.Count > 0 && !anyConfirmed)
            missing.Add("no confirmed dates in the purchase file, so unconfirmed lines cannot be counted");
        if (plan.Stock is null) missing.Add("no stock, so what is available now is not known");
        if (plan.Bill is null) missing.Add("no bill of materials, so short components cannot be traced to orders");
        return missing;
    }
}
