using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Plan;

/// <summary>A production order whose due day another plan version moved.</summary>
/// <param name="Order">The customer order that it was made for, where the source says so.</param>
/// <param name="Day">Plant day of the version that moved it.</param>
public sealed record ScheduleMove(string Number, string? Order, DateOnly From, DateOnly To, DateOnly Day);

/// <param name="Name">Number of the production order.</param>
/// <param name="Inside">Of these, with either day inside the frozen or firm week of that time.</param>
public sealed record MoveCount(string Name, int All, int Inside);

/// <summary>How often the schedule moves (R30): people stop trusting one that does.</summary>
/// <param name="Weeks">By the week in which they were moved, the newest first; a week without moves is in it with 0.</param>
/// <param name="Lines">Those moved most often inside a fence, then most often at all, then by number.</param>
public sealed record Rescheduling(IReadOnlyList<(PlantWeek Week, int All, int Inside)> Weeks, IReadOnlyList<MoveCount> Lines)
{
    public const string Definition = "A move: a later plan version has another due day for an open production order. Inside a fence: its old or its new day was in the frozen or firm week then.";

    /// <param name="moves">Of the window.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <param name="today">The last day of the window.</param>
    /// <param name="weeks">How many weeks the window has, the current one included.</param>
    public static Rescheduling Of(IReadOnlyList<ScheduleMove> moves, PlantCalendar calendar, DateOnly today, int weeks)
    {
        var judged = moves.Select(move => (Move: move, Week: calendar.WeekOf(move.Day), Inside: IsInside(move, calendar))).ToList();
        var byWeek = judged.ToLookup(one => one.Week);
        return new Rescheduling(
            [.. Enumerable.Range(0, weeks).Select(back => calendar.WeekOf(today).Plus(-back)).Select(week => (week, byWeek[week].Count(), byWeek[week].Count(one => one.Inside)))],
            [.. judged.GroupBy(one => one.Move.Number, StringComparer.Ordinal).Select(group => new MoveCount(group.Key, group.Count(), group.Count(one => one.Inside)))
                .OrderByDescending(one => one.Inside).ThenByDescending(one => one.All).ThenBy(one => one.Name, StringComparer.Ordinal)]);
    }

    private static bool IsInside(ScheduleMove move, PlantCalendar calendar) =>
        FenceRules.OfChange(move.From, move.To, FenceRules.FrozenWeek(move.Day, calendar), calendar) != Fence.Flexible;
}
