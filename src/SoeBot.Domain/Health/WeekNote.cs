using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Health;

/// <summary>Friday's note: the week so far, the three numbers as they stand, and what week 3 holds before it becomes firm (R28).</summary>
/// <param name="Day">The day it is of.</param>
/// <param name="SoFar">Good pieces of the frozen plan's lines due by the day, each capped at its plan, of their planned pieces.</param>
/// <param name="OnTime">Orders due this week by the day.</param>
/// <param name="OpenLastWeek">Open exceptions at the end of last week; null when that is not known.</param>
/// <param name="Third">The week that becomes firm next.</param>
/// <param name="Conflicts">What it cannot do, the worst first.</param>
/// <param name="Meetings">Weekly meetings closed this week.</param>
/// <param name="StatusMeetings">Of these, without a decision (R130).</param>
public sealed record WeekNote(
    DateOnly Day, PlantWeek Week, Measure SoFar, Measure OnTime, int OpenExceptions, int? OpenLastWeek, PlantWeek Third, IReadOnlyList<string> Conflicts,
    int Meetings, int StatusMeetings, int Decisions, int OutsideMeeting, int Version);

/// <summary>What Friday's note is made from.</summary>
public sealed record WeekNoteInput
{
    public required PlanSnapshot Plan { get; init; }
    public required PlantCalendar Calendar { get; init; }
    public required DateOnly Today { get; init; }
    public required int Version { get; init; }

    /// <summary>The schedule that was frozen for the week; null when none was.</summary>
    public IReadOnlyList<ScheduleLine>? Baseline { get; init; }
    public required PlanFindings Findings { get; init; }

    /// <summary>Closed this week.</summary>
    public IReadOnlyList<MeetingMinutes> Minutes { get; init; } = [];
    public int Decisions { get; init; }
    public int OutsideMeeting { get; init; }
}

public static class WeekNoteRules
{
    private const string SoFarWords = "good pieces of the frozen plan's lines due by today, each capped at its plan, of their planned pieces";

    public static WeekNote Compute(WeekNoteInput input)
    {
        var week = input.Calendar.WeekOf(input.Today);
        var third = Third(input.Today, input.Calendar);
        var weekly = input.Minutes.Where(one => one.Template == AgendaTemplate.WeeklyId).ToList();
        return new(
            input.Today, week, SoFar(input, week), OnTime(input, week), input.Findings.Exceptions.Count,
            input.Findings.ExceptionWeeks.FirstOrDefault(one => one.Week == week.Previous)?.OpenAtEnd, third, Conflicts(input, third),
            weekly.Count, weekly.Count(one => one.IsStatusMeeting), input.Decisions, input.OutsideMeeting, input.Version);
    }

    /// <summary>The working week after the firm one.</summary>
    public static PlantWeek Third(DateOnly today, PlantCalendar calendar) =>
        FenceRules.WorkingWeekFrom(FenceRules.FirmWeek(FenceRules.FrozenWeek(today, calendar), calendar).Next, calendar);

    private static Measure SoFar(WeekNoteInput input, PlantWeek week)
    {
        var due = (input.Baseline ?? []).Where(line => line.Planned > 0 && week.Days.Contains(line.Due) && line.Due <= input.Today).ToList();
        var made = WeekNumberRules.ByKey(input.Plan.Schedule ?? []);
        var good = due.Sum(line => made.TryGetValue(line.Key, out var now) && now.Item == line.Item ? Math.Min(now.Good, line.Planned) : 0);
        return new Measure(good, due.Sum(line => line.Planned), "pieces", SoFarWords);
    }

    private static Measure OnTime(WeekNoteInput input, PlantWeek week) =>
        OnTimeRules.AgainstFirst(input.Plan.Orders?.Where(line => (line.FirstConfirmed ?? line.Requested) <= input.Today).ToList(), week);

    /// <summary>Work centres over their hours, orders that will be late, purchase lines nobody confirmed.</summary>
    private static IReadOnlyList<string> Conflicts(WeekNoteInput input, PlantWeek third)
    {
        var ahead = LookAheadRules.Compute(input.Plan, input.Calendar with { HorizonWeeks = 3 }, input.Today).Weeks;
        var load = ahead.FirstOrDefault(one => one.Week == third)?.Load ?? [];
        var unconfirmed = (input.Plan.Purchases ?? []).Count(line => line.OpenQuantity > 0 && line.Confirmed is null && third.Days.Contains(line.Expected));
        var anyConfirmed = (input.Plan.Purchases ?? []).Any(line => line.Confirmed is not null);
        return
        [
            .. load.Where(one => one.Share > 1).Select(one => $"{one.Name}: {PlanWords.Quantity(Math.Round(one.Planned, 1))} h planned, {PlanWords.Quantity(Math.Round(one.Available, 1))} h there"),
            .. Late(input.Findings.AtRisk, third),
            .. unconfirmed > 0 && anyConfirmed ? [$"{PlanWords.Count(unconfirmed, "purchase line", "purchase lines")} due that week not confirmed"] : (string[])[],
        ];
    }

    private static IEnumerable<string> Late(IReadOnlyList<RankedOrder> orders, PlantWeek third) =>
        orders.Where(one => third.Days.Contains(one.Commitment) && one.Projected > one.Commitment)
            .Select(one => $"{one.Order}: due {PlanWords.Day(one.Commitment)}, projected {PlanWords.Day(one.Projected!.Value)}");
}
