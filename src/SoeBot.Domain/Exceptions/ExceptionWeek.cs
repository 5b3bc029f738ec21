using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Exceptions;

/// <summary>How often what went wrong in one plant week (R42): each exception counts once in a week, however many days it lasted.</summary>
/// <param name="OpenAtEnd">Open on the last report of the week (R44, R59).</param>
/// <param name="ByCategory">Different exceptions of the week.</param>
/// <param name="Causes">Category, object and cause with their report days, the longest first; all of the current week, the worst of a past one.</param>
public sealed record ExceptionWeek(PlantWeek Week, int OpenAtEnd, IReadOnlyDictionary<ExceptionCategory, int> ByCategory, IReadOnlyList<ExceptionCause> Causes)
{
    public const int CausesKept = 20;
    public int Total => ByCategory.Values.Sum();
}

/// <summary>One exception within a week.</summary>
/// <param name="Days">Report days of the week on which it was seen.</param>
/// <param name="LastDay">The last of them.</param>
public sealed record ExceptionCause(ExceptionCategory Category, string Object, string Cause, int Days, DateOnly LastDay)
{
    public string Identity => $"{Category}|{Object}|{Cause}";
}

/// <summary>Frequency by category over weeks (R42) and the greatest causes (Pareto).</summary>
public static class ExceptionWeekRules
{
    private const int WeeksKept = 13;

    /// <summary>The weeks with this report in them, the newest first. A report made again counts once.</summary>
    public static IReadOnlyList<ExceptionWeek> Continue(IReadOnlyList<ExceptionWeek> known, IReadOnlyList<PlanException> today, DateOnly day, PlantCalendar calendar)
    {
        var week = calendar.WeekOf(day);
        var current = known.FirstOrDefault(one => one.Week == week);
        var causes = new Dictionary<string, ExceptionCause>(StringComparer.Ordinal);
        foreach (var cause in current?.Causes ?? []) causes[cause.Identity] = cause;
        foreach (var found in today)
            causes[found.Identity] = causes.TryGetValue(found.Identity, out var before)
                ? before with { Days = before.Days + (before.LastDay < day ? 1 : 0), LastDay = day }
                : new ExceptionCause(found.Category, found.Object, found.Cause, 1, day);
        var now = new ExceptionWeek(
            week, today.Count, causes.Values.GroupBy(cause => cause.Category).ToDictionary(group => group.Key, group => group.Count()), [.. Longest(causes.Values)]);
        return [now, .. known.Where(one => one.Week.Start < week.Start).Take(WeeksKept - 1).Select(one => one with { Causes = [.. one.Causes.Take(ExceptionWeek.CausesKept)] })];
    }

    /// <summary>Category, object and cause over all weeks with their report days added up, the greatest first.</summary>
    public static IReadOnlyList<ExceptionCause> Pareto(IReadOnlyList<ExceptionWeek> weeks) =>
        [.. Longest(weeks.SelectMany(week => week.Causes).GroupBy(cause => cause.Identity).Select(group => group.First() with { Days = group.Sum(cause => cause.Days), LastDay = group.Max(cause => cause.LastDay) }))];

    private static IEnumerable<ExceptionCause> Longest(IEnumerable<ExceptionCause> causes) =>
        causes.OrderByDescending(cause => cause.Days).ThenBy(cause => cause.Category).ThenBy(cause => cause.Identity, StringComparer.Ordinal);
}
