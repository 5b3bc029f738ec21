using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>Capacity utilisation (R71) = load hours / available hours of the calendar. Above 1 a work centre is a constrained resource.</summary>
public static class CapacityRules
{
    private const string NoHours = "no hours in the schedule file or no work centres";

    /// <summary>Planned: set-up and run hours of the production orders due in the weeks of the look-ahead.</summary>
    public static Figure Planned(LookAhead ahead)
    {
        var days = ahead.Weeks.Count == 0 ? default : new DayRange(ahead.Weeks[0].Week.Start, ahead.Weeks[^1].Week.End);
        var figure = new Figure(
            FigureKind.PlannedUtilisation, Figure.Share, "planned set-up and run hours of the scheduled production orders, of the hours that the work centres' calendar offers in the weeks with load; above 100 % the work centre is constrained",
            FigureWindow.Of(days), "production schedule, work centres");
        var loads = ahead.Weeks.SelectMany(week => week.Load).Where(load => load.Available > 0)
            .GroupBy(load => (load.WorkCentre, load.Name)).Select(group => FigurePart.Of(group.Key.Name, group.Sum(load => load.Planned), group.Sum(load => load.Available))).ToList();
        return figure.Over(loads.Sum(load => load.Numerator!.Value), loads.Sum(load => load.Denominator!.Value), "hours", NoHours) with { Parts = [.. Fullest(loads)] };
    }

    /// <summary>Actual: hours that the shop floor reported on production orders finished in the week. Without reports no number.</summary>
    public static Figure Actual(IReadOnlyList<ScheduleLine>? schedule, IReadOnlyList<WorkCentre>? centres, PlantWeek week, PlantCalendar calendar)
    {
        var figure = new Figure(
            FigureKind.ActualUtilisation, Figure.Share, "hours reported on production orders finished in the week, of the hours that the work centres' calendar offered",
            FigureWindow.Of(week), "production schedule, work centres");
        var hours = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in schedule ?? [])
            if (line is { ReportedHours: { } reported, WorkCentre: { } centre, FinishedOn: { } day } && week.Days.Contains(day))
                hours[centre] = hours.GetValueOrDefault(centre) + reported;
        if (hours.Count == 0) return figure.Without("no reported hours");
        // A centre that reported nothing may not report at all: only those that do are counted.
        var loads = (centres ?? []).Where(centre => hours.ContainsKey(centre.Number))
            .Select(centre => FigurePart.Of(centre.Name, hours[centre.Number], new CentreHours(centre, calendar).Between(week.Days))).Where(load => load.Denominator > 0).ToList();
        return figure.Over(loads.Sum(load => load.Numerator!.Value), loads.Sum(load => load.Denominator!.Value), "hours", NoHours) with { Parts = [.. Fullest(loads)] };
    }

    private static IEnumerable<FigurePart> Fullest(IEnumerable<FigurePart> loads) =>
        loads.OrderByDescending(load => load.Value).ThenBy(load => load.Name, StringComparer.Ordinal).Take(Figure.MostParts);
}
