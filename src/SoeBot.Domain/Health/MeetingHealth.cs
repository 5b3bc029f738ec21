using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Health;

/// <summary>What meetings were good for, out of their minutes (R7, R12, R130, R141, R142).</summary>
public static class MeetingHealth
{
    private const string NoMeeting = "no weekly meeting was closed";

    /// <summary>Mean of the weekly meetings.</summary>
    public static HealthFigure DecisionsPerMeeting(HealthInput input, HealthWindow window)
    {
        var held = input.Weekly(window).ToList();
        return new HealthFigure(HealthKind.DecisionsPerMeeting, "decisions", "decisions recorded in weekly meetings, for each weekly meeting", window)
            .Over(held.Sum(one => one.Decisions.Count), held.Count, "meetings", NoMeeting);
    }

    /// <summary>Meetings that decided nothing (R130).</summary>
    public static HealthFigure StatusMeetings(HealthInput input, HealthWindow window)
    {
        var held = input.Weekly(window).ToList();
        var none = held.Where(one => one.IsStatusMeeting).ToList();
        return new HealthFigure(HealthKind.StatusMeetings, Figure.Share, "weekly meetings that closed without a decision, of all weekly meetings", window)
            .Over(none.Count, held.Count, "meetings", NoMeeting) with
        {
            Warning = none.Count > 0 ? $"{PlanWords.Count(none.Count, "meeting", "meetings")} decided nothing" : null,
            Parts = [.. none.OrderByDescending(one => one.Day).Take(HealthFigure.MostParts).Select(one => PlanWords.Day(one.Day))],
        };
    }

    /// <summary>Decisions with owner and due date when their meeting closed; must be all (R96).</summary>
    public static HealthFigure CompleteAtClose(HealthInput input, HealthWindow window)
    {
        var all = input.Minutes.Where(one => window.Contains(one.ClosedAt)).SelectMany(one => one.Decisions).ToList();
        var incomplete = all.Where(one => one.Owner is null || one.Due is null).ToList();
        return new HealthFigure(HealthKind.CompleteAtClose, Figure.Share, "decisions that had one owner and a due date when their meeting closed, of all decisions of meetings; it must be all of them", window)
            .Over(all.Count - incomplete.Count, all.Count, "decisions", "no decision was made in a meeting") with
        {
            Warning = incomplete.Count > 0 ? "some had no owner or no date" : null,
            Parts = [.. incomplete.Take(HealthFigure.MostParts).Select(one => one.Name)],
        };
    }

    /// <summary>Minutes that looked back, of those that looked back or forward (R142). Steps that look neither way count nowhere.</summary>
    public static HealthFigure LookingBack(HealthInput input, HealthWindow window)
    {
        var steps = input.Weekly(window).SelectMany(one => one.Steps).ToList();
        var (back, forward) = (Minutes(StepLooks.Back), Minutes(StepLooks.Forward));
        return new HealthFigure(HealthKind.LookingBack, Figure.Share, "minutes of the weekly meetings spent on steps that look back (last commitments, numbers), of the minutes that look back or forward", window)
            .Over(back, back + forward, "minutes", "no minutes of steps are known") with
        {
            Warning = back > forward ? "looking back took more of the meeting than looking forward" : null,
        };

        int Minutes(StepLooks looks) => (int)Math.Round(steps.Where(step => step.Looks == looks).Sum(step => step.Used ?? 0));
    }

    /// <summary>Dates of the series that were held where they were planned, of all that were planned (R12, R141). Weeks in which the plant is shut have no date.</summary>
    public static HealthFigure Cadence(HealthInput input, HealthWindow window)
    {
        var weeks = input.Weeks.Where(week => window.Contains(input.Calendar.At(week.Week.Start, TimeOnly.MinValue)) && (week.Usual is not null || week.Date is not null)).ToList();
        var fates = weeks.Select(week => (week.Week, Fate: Fate(week, input.Minutes))).ToList();
        var drift = fates.Where(one => one.Fate != PlannedFate.Held).ToList();
        return new HealthFigure(HealthKind.Cadence, Figure.Share, "planned dates of the weekly meeting that were held when they were planned; a moved, cancelled or missed one is cadence drift", window)
            .Over(weeks.Count - drift.Count, weeks.Count, "dates", "no date was planned") with
        {
            Warning = drift.Count == 0 ? null
                : string.Join(", ", drift.GroupBy(one => one.Fate).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Words(group.Key)}")),
            Parts = [.. drift.OrderByDescending(one => one.Week.Start).Take(HealthFigure.MostParts).Select(one => $"week {one.Week.Number}: {Words(one.Fate)}")],
        };
    }

    /// <summary>Held is a weekly meeting that was started within the week of the date, or within half a day of where it was moved.</summary>
    public static PlannedFate Fate(PlannedWeek week, IReadOnlyList<MeetingMinutes> minutes)
    {
        var held = minutes.Any(one => one.Template == AgendaTemplate.WeeklyId
            && (week.Week.Days.Contains(one.Day) || (week.Start is { } start && (one.StartedAt - start).Duration() < TimeSpan.FromHours(12))));
        return held ? week.Moves > 0 ? PlannedFate.HeldMoved : PlannedFate.Held : week.Start is null ? PlannedFate.Cancelled : PlannedFate.Missed;
    }

    private static string Words(PlannedFate fate) => fate switch
    {
        PlannedFate.Held => "held",
        PlannedFate.HeldMoved => "moved",
        PlannedFate.Cancelled => "cancelled",
        PlannedFate.Missed => "not held",
    };
}
