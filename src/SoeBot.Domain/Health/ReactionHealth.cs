using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Health;

/// <summary>How fast divergences lead to decisions (R134), and whether the plan binds anybody (R143).</summary>
public static class ReactionHealth
{
    /// <summary>Divergences open for longer than the limit without a decision about them. Of now, whatever the window.</summary>
    public static HealthFigure SlowReaction(HealthInput input, HealthWindow window)
    {
        var slow = input.Exceptions.Select(one => (Exception: one, Days: WorkingDays(input, one.Since)))
            .Where(one => one.Days > input.Settings.SlowAfterDays && !IsDecided(input, one.Exception)).OrderByDescending(one => one.Days).ToList();
        return new HealthFigure(HealthKind.SlowReaction, "divergences", $"exceptions open for more than {PlanWords.Count(input.Settings.SlowAfterDays, "working day", "working days")} that no decision is about and whose cause nobody owns, of all open now", window)
        {
            Value = slow.Count, Numerator = slow.Count, Denominator = input.Exceptions.Count, Counted = "open exceptions",
            Warning = slow.Count > 0 ? "nobody has decided about these" : null,
            Parts = [.. slow.Take(HealthFigure.MostParts).Select(one => $"{one.Exception.Object}, {PlanWords.Count(one.Days, "working day", "working days")}: {one.Exception.Words}")],
        };
    }

    /// <summary>Changes inside a fence without approval, among the open exceptions: a plan that binds nobody (R25, R143).</summary>
    public static HealthFigure UnapprovedChanges(HealthInput input, HealthWindow window)
    {
        var found = input.Exceptions.Where(one => one.Category == ExceptionCategory.UnapprovedChange).ToList();
        return new HealthFigure(HealthKind.UnapprovedChanges, "changes", "changes inside the frozen or firm week that nobody approved, open now", window)
        {
            Value = found.Count, Warning = found.Count > 0 ? "the plan does not bind everybody" : null,
            Parts = [.. found.Take(HealthFigure.MostParts).Select(one => one.Words)],
        };
    }

    /// <summary>A decision since it came up that names its object, its problem's number or its order.</summary>
    private static bool IsDecided(HealthInput input, PlanException exception)
    {
        var problem = input.Problems.FirstOrDefault(one => one.ClosedOn is null && one.Identity == exception.Identity);
        if (problem is not null && input.Owned.Contains(problem.Number)) return true;
        return input.Decisions.Any(one => one.Status is not (DecisionStatus.Dropped or DecisionStatus.Draft) && input.Calendar.DayOf(one.DecidedAt) >= exception.Since
            && (Names(one.Subject.Reference, exception, problem) || one.Text.Contains(exception.Object, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool Names(string reference, PlanException exception, ProcessProblem? problem) => reference.Length > 0
        && (reference == exception.Object || reference == exception.Identity || reference == problem?.Name || exception.Object.StartsWith(reference + "/", StringComparison.Ordinal));

    private static int WorkingDays(HealthInput input, DateOnly since)
    {
        var days = 0;
        for (var day = since; day < input.Today; day = day.AddDays(1))
            if (input.Calendar.IsWorkingDay(day)) days++;
        return days;
    }
}
