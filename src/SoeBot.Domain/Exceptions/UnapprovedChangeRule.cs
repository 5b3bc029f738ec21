using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>
/// Differences between the published schedule and the current one inside a fence that nobody approved (R25).
/// What the shop floor reports (good pieces, scrap, start, finish) is a fact and no change of the plan.
/// </summary>
internal static class UnapprovedChangeRule
{
    public static void Find(ExceptionInput input, List<PlanException> found)
    {
        if (PlanDifference.OfSchedule(input.Baseline, input.Plan.Schedule) is not { } difference) return;
        var week = input.PublishedWeek ?? input.Calendar.WeekOf(input.Today);
        var names = PlanNames.Of(input.Plan);

        foreach (var change in difference.Changed)
            if (Guarded(change.Key, change.Before, change.After)) Changed(change.Before, change.After);
        foreach (var line in difference.Added)
            if (Guarded(line.Key, null, line))
                Report(line, "added", $"was added for {PlanWords.Day(line.Due)}: {PlanWords.Quantity(line.Planned)} {names(line.Item)}", 0, line.Planned, "pcs");
        foreach (var line in difference.Removed)
            if (Guarded(line.Key, line, null))
                Report(line, "removed", $"is gone: {PlanWords.Quantity(line.Planned)} {names(line.Item)} for {PlanWords.Day(line.Due)}", line.Planned, 0, "pcs");

        bool Guarded(string key, ScheduleLine? before, ScheduleLine? after) =>
            !input.ApprovedChanges.Contains(key) && FenceRules.OfChange(before, after, week, input.Calendar) >= input.GuardedFrom;

        void Changed(ScheduleLine before, ScheduleLine after)
        {
            if (before.Item != after.Item)
                Report(after, "item", $"makes {names(after.Item)} instead of {names(before.Item)}", null, null, null);
            if (before.Planned != after.Planned)
                Report(after, "quantity", $"went from {PlanWords.Quantity(before.Planned)} to {PlanWords.Quantity(after.Planned)} {names(after.Item)}", before.Planned, after.Planned, "pcs");
            if (before.Due != after.Due)
                Report(after, "date", $"moved from {PlanWords.Day(before.Due)} to {PlanWords.Day(after.Due)}", 0, after.Due.DayNumber - before.Due.DayNumber, "days");
            else if (before.Start != after.Start)
                Report(after, "start", $"starts {PlanWords.Day(after.Start)} instead of {PlanWords.Day(before.Start)}", 0, after.Start.DayNumber - before.Start.DayNumber, "days");
            if (before.WorkCentre != after.WorkCentre)
                Report(after, "work centre", $"moved from {before.WorkCentre ?? "no work centre"} to {after.WorkCentre ?? "no work centre"}", null, null, null);
            else if (before.Sequence != after.Sequence)
                Report(after, "sequence", $"moved in the queue from {Place(before)} to {Place(after)}", before.Sequence, after.Sequence, null);
        }

        static string Place(ScheduleLine line) => line.Sequence is { } place ? PlanWords.Quantity(place) : "no place";

        void Report(ScheduleLine line, string cause, string words, decimal? planned, decimal? actual, string? unit) =>
            found.Add(new PlanException(
                ExceptionCategory.UnapprovedChange, line.Number, cause, input.Today,
                $"Production order {line.Number} {words}, without approval", planned, actual, unit));
    }
}
