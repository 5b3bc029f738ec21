namespace SoeBot.Domain.Exceptions;

/// <summary>
/// An exception that came on three report days in a row: no coincidence any more (R41). It asks for an owner of the cause, once, and closes
/// when five report days have passed without it.
/// </summary>
/// <param name="Number">Per plant, as people say it: X-118.</param>
/// <param name="Words">As the exception read when it was last seen.</param>
/// <param name="LastSeenOn">The last day with a report that showed it.</param>
/// <param name="CleanDays">Report days since then.</param>
/// <param name="ClosedOn">Null while it is open.</param>
public sealed record ProcessProblem(
    int Number, ExceptionCategory Category, string Object, string Cause, string Words, DateOnly OpenedOn, DateOnly LastSeenOn, int CleanDays = 0, DateOnly? ClosedOn = null)
{
    public const int DaysToClose = 5;

    public string Identity => $"{Category}|{Object}|{Cause}";
    public string Name => $"X-{Number}";

    /// <summary>The plan version that opened it.</summary>
    public int OpenedIn { get; init; }

    /// <summary>The last report day that counted as a clean one.</summary>
    public DateOnly? CleanOn { get; init; }
}

/// <summary>How process problems open and close over the reports.</summary>
public static class ProcessProblemRules
{
    private const int ClosedKept = 20;

    /// <summary>Open ones first, the oldest first; of the closed ones the newest twenty, so that numbers go on rising.</summary>
    /// <param name="known">Of the report before.</param>
    /// <param name="today">The exceptions of this report.</param>
    /// <param name="day">The day of this report.</param>
    /// <param name="isReportDay">False on a weekend: such a report cleans nothing.</param>
    /// <param name="version">The plan version of this report.</param>
    public static IReadOnlyList<ProcessProblem> Continue(IReadOnlyList<ProcessProblem> known, IReadOnlyList<PlanException> today, DateOnly day, bool isReportDay, int version)
    {
        var shown = new Dictionary<string, PlanException>(StringComparer.Ordinal);
        foreach (var exception in today) shown[exception.Identity] = exception;
        var open = known.Where(problem => problem.ClosedOn is null).Select(problem => Next(problem, shown.GetValueOrDefault(problem.Identity), day, isReportDay)).ToList();
        var number = known.Count == 0 ? 0 : known.Max(problem => problem.Number);
        var held = open.Select(problem => problem.Identity).ToHashSet(StringComparer.Ordinal);
        foreach (var exception in today)
            if (exception.IsProcessProblem && held.Add(exception.Identity))
                open.Add(new ProcessProblem(++number, exception.Category, exception.Object, exception.Cause, exception.Words, day, day) { OpenedIn = version });
        return
        [
            .. open.Where(problem => problem.ClosedOn is null).OrderBy(problem => problem.Number),
            .. open.Concat(known.Where(problem => problem.ClosedOn is not null)).Where(problem => problem.ClosedOn is not null).OrderByDescending(problem => problem.Number).Take(ClosedKept),
        ];
    }

    private static ProcessProblem Next(ProcessProblem problem, PlanException? seen, DateOnly day, bool isReportDay)
    {
        if (seen is not null) return problem with { LastSeenOn = day, Words = seen.Words, CleanDays = 0, CleanOn = null };
        if (!isReportDay || problem.LastSeenOn >= day || problem.CleanOn >= day) return problem;
        var clean = problem.CleanDays + 1;
        return problem with { CleanDays = clean, CleanOn = day, ClosedOn = clean >= ProcessProblem.DaysToClose ? day : null };
    }
}
