using SoeBot.Domain.Decisions;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Health;

/// <summary>How a decision ended that was due, by its first due date.</summary>
public enum CommitmentResult { Kept, Renegotiated, Missed, Open }

/// <summary>What became of decisions (R98, R99, the decision metrics of the requirements).</summary>
public static class CommitmentHealth
{
    /// <summary>Two new dates of one decision are the limit that is warned of.</summary>
    private const int MostRedates = 2;
    private const string NothingDue = "no decision was due";

    public static HealthFigure Kept(HealthInput input, HealthWindow window) =>
        Share(input, window, HealthKind.Kept, CommitmentResult.Kept, "decisions done by their first due date");

    /// <summary>Missed once counts as missed, whatever new date it was given.</summary>
    public static HealthFigure Missed(HealthInput input, HealthWindow window) =>
        Share(input, window, HealthKind.Missed, CommitmentResult.Missed, "decisions whose due date passed before they were done");

    public static HealthFigure Renegotiated(HealthInput input, HealthWindow window) =>
        Share(input, window, HealthKind.Renegotiated, CommitmentResult.Renegotiated, "decisions that were given a new date, with a reason and before the old one passed");

    /// <summary>Calendar days from deciding to done, the middle one.</summary>
    public static HealthFigure DaysToClose(HealthInput input, HealthWindow window)
    {
        var days = input.Decisions.Where(one => one.Status is DecisionStatus.Kept or DecisionStatus.DoneLate && one.ClosedAt is { } closed && window.Contains(closed))
            .Select(one => (decimal)(one.ClosedAt!.Value - one.DecidedAt).TotalDays).Order().ToList();
        var figure = new HealthFigure(HealthKind.DaysToClose, "days", "calendar days from a decision to its being done, the middle one of those done in the window", window);
        return days.Count == 0 ? figure with { Absent = "no decision was done" }
            : figure with { Value = days.Count % 2 == 1 ? days[days.Count / 2] : (days[days.Count / 2 - 1] + days[days.Count / 2]) / 2, Denominator = days.Count, Counted = "decisions" };
    }

    /// <summary>New dates for each decision that was due in the window; one with two is named.</summary>
    public static HealthFigure RedatesPerDecision(HealthInput input, HealthWindow window)
    {
        var due = Due(input, window);
        var often = due.Where(one => one.Redates >= MostRedates).OrderByDescending(one => one.Redates).ToList();
        return new HealthFigure(HealthKind.RedatesPerDecision, "new dates", "new dates given to decisions that were due in the window, for each of them; two for one decision are too many", window)
            .Over(due.Sum(one => one.Redates), due.Count, "decisions", NothingDue) with
        {
            Warning = often.Count > 0 ? $"{PlanWords.Count(often.Count, "decision was", "decisions were")} moved twice or more" : null,
            Parts = [.. often.Take(HealthFigure.MostParts).Select(one => $"{one.Name}: {one.Redates} new dates")],
        };
    }

    /// <summary>Decided in no meeting (R16, R131).</summary>
    public static HealthFigure OutsideMeeting(HealthInput input, HealthWindow window)
    {
        var made = input.Decisions.Where(one => window.Contains(one.DecidedAt)).ToList();
        return new HealthFigure(HealthKind.OutsideMeeting, Figure.Share, "decisions recorded as made outside a meeting, of all decisions", window)
            .Over(made.Count(one => one.IsOutsideMeeting), made.Count, "decisions", "nothing was decided");
    }

    /// <summary>Dropped and replaced ones were promised no longer, and drafts never: they count nowhere.</summary>
    public static CommitmentResult? ResultOf(Decision decision, DateOnly today) => decision switch
    {
        { Status: DecisionStatus.Dropped or DecisionStatus.Replaced or DecisionStatus.Draft } => null,
        { Misses: > 0 } => CommitmentResult.Missed,
        { Redates: > 0 } => CommitmentResult.Renegotiated,
        { Status: DecisionStatus.Kept } => CommitmentResult.Kept,
        // The calendar marks it in the evening; until then it is what it is.
        _ => decision.Due < today ? CommitmentResult.Missed : CommitmentResult.Open,
    };

    private static HealthFigure Share(HealthInput input, HealthWindow window, HealthKind kind, CommitmentResult wanted, string words)
    {
        var due = Due(input, window).Where(one => ResultOf(one, input.Today) is not CommitmentResult.Open).ToList();
        var those = due.Where(one => ResultOf(one, input.Today) == wanted).ToList();
        return new HealthFigure(kind, Figure.Share, $"{words}, of all decisions whose first due date lies in the window, dropped and replaced ones left out", window)
            .Over(those.Count, due.Count, "decisions", NothingDue) with
        {
            Parts = wanted == CommitmentResult.Kept ? [] : [.. those.OrderByDescending(one => one.Number).Take(HealthFigure.MostParts).Select(one => one.Name)],
        };
    }

    private static List<Decision> Due(HealthInput input, HealthWindow window) =>
        [.. input.Decisions.Where(one => FirstDue(one) is { } day && day <= input.Today && window.Contains(input.Calendar.At(day, TimeOnly.MinValue)) && ResultOf(one, input.Today) is not null)];

    private static DateOnly? FirstDue(Decision decision) =>
        decision.Events.FirstOrDefault(one => one.Kind == DecisionEventKind.Redated)?.OldDue ?? decision.Due;
}
