using System.Globalization;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;

namespace SoeBot.Health;

/// <summary>How the numbers of the process are said.</summary>
internal static class HealthWords
{
    public static string Title(HealthKind kind) => kind switch
    {
        HealthKind.DecisionsPerMeeting => "Decisions per meeting",
        HealthKind.CompleteAtClose => "With owner and date at close",
        HealthKind.Kept => "Kept",
        HealthKind.Missed => "Missed",
        HealthKind.Renegotiated => "Re-negotiated",
        HealthKind.DaysToClose => "Days to close",
        HealthKind.RedatesPerDecision => "New dates per decision",
        HealthKind.Cadence => "Meetings held as planned",
        HealthKind.StatusMeetings => "Status meetings",
        HealthKind.OutsideMeeting => "Decided outside the meeting",
        HealthKind.LookingBack => "Looking back",
        HealthKind.SlowReaction => "Waiting for a decision",
        HealthKind.UnapprovedChanges => "Unapproved changes",
    };

    public static string Value(HealthFigure figure) => figure.Value is not { } value ? figure.Absent ?? "no number" : figure.Unit switch
    {
        Figure.Share => Percent(value),
        "days" => PlanWords.Count(Math.Round(value, 1), "day", "days"),
        _ => PlanWords.Quantity(Math.Round(value, 1)),
    };

    /// <summary>"9 of 4 meetings" would be read wrongly, so a mean says "9 in 4 meetings".</summary>
    public static string Counts(HealthFigure figure) => figure switch
    {
        { Value: null } => "",
        { Numerator: { } some, Denominator: { } all, Counted: { } counted } => $"{PlanWords.Quantity(some)} {(figure.Unit == Figure.Share || some <= all ? "of" : "in")} {PlanWords.Quantity(all)} {counted}",
        { Denominator: { } all, Counted: { } counted } => $"{PlanWords.Quantity(all)} {counted}",
        _ => "",
    };

    public static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    public static string Level(MaturityLevel level) => level switch
    {
        MaturityLevel.Reactive => "1, reactive",
        MaturityLevel.StructuredWeekly => "2, structured weekly",
        MaturityLevel.TechnologyEnabled => "3, exceptions by technology",
        MaturityLevel.ControlTower => "4, integrated control tower",
    };
}
