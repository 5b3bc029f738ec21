using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Publishing;

/// <summary>Finds what stands against publishing a plan: nothing here stops it, a planner decides with it in sight.</summary>
public static class WeekDraftRules
{
    /// <param name="plan">The version.</param>
    /// <param name="lines">Its open order lines as they are projected.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <param name="today">The day of the version.</param>
    public static WeekDraft Compute(PlanSnapshot plan, IReadOnlyList<ProjectedLine> lines, PlantCalendar calendar, DateOnly today)
    {
        var weeks = LookAheadRules.Compute(new() { Schedule = plan.Schedule, WorkCentres = plan.WorkCentres }, calendar with { HorizonWeeks = WeekDraft.WeeksAhead }, today).Weeks;
        var known = (plan.WorkCentres ?? []).Select(centre => centre.Number).ToHashSet(StringComparer.Ordinal);
        var late = lines.Where(line => line.IsLate).ToList();
        var unfit = Unfit(plan, calendar, weeks[0].Week, weeks[1].Week.End);
        return new WeekDraft([.. weeks.Select(week => Conflicts(week, known, late, plan.Purchases ?? []))], [.. unfit.Take(WeekDraft.MostNamed)], unfit.Count);
    }

    /// <param name="week">For which the older version was frozen.</param>
    /// <param name="version">That version.</param>
    /// <param name="schedule">From that version to the new one; null when either has no schedule.</param>
    public static SincePublished? Since(PlantWeek week, int version, TableDifference<ScheduleLine>? schedule)
    {
        if (schedule is null) return null;
        // What was made meanwhile leaves the schedule, or is reported, by itself.
        var added = schedule.Added.Where(line => line.IsOpen).ToList();
        var gone = schedule.Removed.Where(line => line.IsOpen).ToList();
        var changed = schedule.Changed.Where(one => one.After.IsOpen).ToList();
        var moved = changed.Where(one => one.Before.Due != one.After.Due).ToList();
        var otherwise = changed.Where(one => one.Before.Due == one.After.Due && (one.Before.Planned != one.After.Planned || one.Before.WorkCentre != one.After.WorkCentre)).ToList();
        var words = moved.Select(one => (one.After.Due, one.Key, Words: $"{one.Key} from {PlanWords.Day(one.Before.Due)} to {PlanWords.Day(one.After.Due)}"))
            .Concat(added.Select(line => (line.Due, line.Key, Words: $"{line.Number} added for {PlanWords.Day(line.Due)}")))
            .Concat(gone.Select(line => (line.Due, line.Key, Words: $"{line.Number} of {PlanWords.Day(line.Due)} gone")))
            .Concat(otherwise.Select(one => (one.After.Due, one.Key, Words: $"{one.Key} {one.Words[0]}")));
        return new(week, version, added.Count, gone.Count, moved.Count, otherwise.Count,
            [.. words.OrderBy(one => one.Due).ThenBy(one => one.Key, StringComparer.Ordinal).Take(WeekDraft.MostNamed).Select(one => one.Words)]);
    }

    private static WeekConflicts Conflicts(WeekLoad week, HashSet<string> known, List<ProjectedLine> late, IReadOnlyList<PurchaseLine> purchases)
    {
        var days = week.Week.Days;
        // A work centre of which the source says nothing has hours that nobody knows.
        var found = week.Load.Where(load => load.Planned > load.Available && known.Contains(load.WorkCentre)).Select(load => new PlanConflict(ConflictKind.OverCapacity, load.WorkCentre, Over(load), load.Planned - load.Available)).ToList();
        found.AddRange(late.Where(line => days.Contains(line.Line.Commitment)).Select(line => new PlanConflict(ConflictKind.OrderLate, line.Line.Order,
            $"{line.Line.Order} due {PlanWords.Day(line.Line.Commitment)}: {(line.Projected is { } day ? $"complete {PlanWords.Day(day)}" : "no day in sight")}", line.DaysLate ?? int.MaxValue)));
        // A source that confirms nothing says nothing by it.
        var unconfirmed = purchases.Any(line => line.Confirmed is not null) ? purchases.Count(line => line is { Confirmed: null, OpenQuantity: > 0 } && days.Contains(line.Due)) : 0;
        if (unconfirmed > 0) found.Add(new(ConflictKind.Unconfirmed, "", $"{PlanWords.Count(unconfirmed, "purchase line", "purchase lines")} without a confirmed date", unconfirmed));
        return new(week.Week, found.Count, [.. found.OrderBy(one => one.Kind).ThenByDescending(one => one.Size).ThenBy(one => one.Object, StringComparer.Ordinal).Take(WeekDraft.MostNamed)]);
    }

    private static string Over(CentreLoad load) =>
        $"{load.Name}: {PlanWords.Quantity(Math.Round(load.Planned))} h of {PlanWords.Quantity(Math.Round(load.Available))} h, {PlanWords.Quantity(Math.Max(1, Math.Round(load.Planned - load.Available)))} h too much";

    private static List<UnfitRow> Unfit(PlanSnapshot plan, PlantCalendar calendar, PlantWeek first, DateOnly last)
    {
        var centres = (plan.WorkCentres ?? []).ToDictionary(centre => centre.Number, calendar.Of, StringComparer.Ordinal);
        var found = new List<(ScheduleLine Line, string Why)>();
        foreach (var line in plan.Schedule ?? [])
        {
            if (!line.IsOpen || line.Due > last) continue;
            var works = line.WorkCentre is { } centre && centres.TryGetValue(centre, out var own) ? own : calendar;
            if (line.Due < first.Start) found.Add((line, $"due {PlanWords.Day(line.Due)} and still open"));
            else if (line.Planned <= 0) found.Add((line, "no pieces planned"));
            else if (!works.IsWorkingDay(line.Due)) found.Add((line, $"due {PlanWords.Day(line.Due)}, a free day"));
        }
        return [.. found.OrderBy(one => one.Line.Due).ThenBy(one => one.Line.Number, StringComparer.Ordinal).Select(one => new UnfitRow(one.Line.Number, one.Line.Item, one.Why))];
    }
}
