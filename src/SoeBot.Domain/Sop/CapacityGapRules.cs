using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Sop;

/// <summary>A work centre that cannot do a week so far ahead.</summary>
/// <param name="Needed">Hours: the greater of what is scheduled and what the demand signal needs.</param>
/// <param name="Available">Hours that its calendar offers.</param>
public sealed record CapacityGap(string WorkCentre, string Name, PlantWeek Week, decimal Needed, decimal Available)
{
    public decimal Missing => Needed - Available;
}

/// <summary>Capacity gaps 6 to 12 weeks out (R128): too far for the week, early enough for S&amp;OP.</summary>
public static class CapacityGapRules
{
    public const int FirstWeek = 6, LastWeek = 12;
    private const decimal MinutesPerHour = 60;

    /// <param name="today">The day of the data.</param>
    /// <returns>Null when the plan has no work centres, or nothing that far ahead to load them with; else the largest gap first.</returns>
    public static IReadOnlyList<CapacityGap>? Find(PlanSnapshot plan, PlantCalendar calendar, DateOnly today)
    {
        if (plan.WorkCentres is not { Count: > 0 } centres) return null;
        var first = calendar.WeekOf(today).Plus(FirstWeek);
        var needed = new Dictionary<(string Centre, int Week), (decimal Scheduled, decimal Demanded)>();
        Schedule(plan, first, needed);
        Demand(plan, calendar, today, needed);
        if (needed.Count == 0) return null;
        return
        [
            .. from centre in centres
               let hours = new CentreHours(centre, calendar)
               from at in Enumerable.Range(0, LastWeek - FirstWeek + 1)
               let week = first.Plus(at)
               let load = needed.GetValueOrDefault((centre.Number, at))
               let gap = new CapacityGap(centre.Number, centre.Name, week, Math.Max(load.Scheduled, load.Demanded), hours.Between(week.Days))
               // A shut week has no hours, and nothing is missing where nothing is needed.
               where gap.Missing > 0
               orderby gap.Missing descending, gap.Week.Start, gap.WorkCentre
               select gap,
        ];
    }

    private static void Schedule(PlanSnapshot plan, PlantWeek first, Dictionary<(string, int), (decimal Scheduled, decimal Demanded)> needed)
    {
        foreach (var line in plan.Schedule ?? [])
        {
            if (line is not { IsOpen: true, WorkCentre: { } centre, Hours: { } hours } || WeekAt(line.Due, first) is not { } week) continue;
            var load = needed.GetValueOrDefault((centre, week));
            needed[(centre, week)] = load with { Scheduled = load.Scheduled + hours };
        }
    }

    /// <summary>Demand = the greater of forecast and orders (R114), with the minutes of the item's own work centre.</summary>
    private static void Demand(PlanSnapshot plan, PlantCalendar calendar, DateOnly today, Dictionary<(string, int), (decimal Scheduled, decimal Demanded)> needed)
    {
        var index = new PlanIndex(plan);
        var signals = new DemandSignals(index, calendar, today, back: 0, ahead: LastWeek, fenceWeeks: 0);
        foreach (var item in plan.Items ?? [])
        {
            if (item is not { WorkCentre: { } centre, MinutesPerPiece: { } minutes }) continue;
            var place = index.Find(item.Number);
            for (var week = FirstWeek; week <= LastWeek; week++)
            {
                if (signals.Of(place, week).Pieces is not (> 0 and var pieces)) continue;
                var load = needed.GetValueOrDefault((centre, week - FirstWeek));
                needed[(centre, week - FirstWeek)] = load with { Demanded = load.Demanded + (pieces * minutes + (item.SetupMinutes ?? 0)) / MinutesPerHour };
            }
        }
    }

    private static int? WeekAt(DateOnly day, PlantWeek first)
    {
        var week = (day.DayNumber - first.Start.DayNumber) / 7;
        return day >= first.Start && week <= LastWeek - FirstWeek ? week : null;
    }
}
