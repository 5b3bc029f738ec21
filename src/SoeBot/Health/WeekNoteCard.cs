using SoeBot.Cards;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Health;

internal sealed record WeekNoteView(string PlantName, WeekNote Note);

/// <summary>Friday 14:00 in the channel: the week so far, the three numbers as they stand, what week 3 cannot do before it becomes firm.</summary>
internal static class WeekNoteCard
{
    public const string Source = "week-note";
    private const int Most = 6;

    public static Card Draw(WeekNoteView view)
    {
        var note = view.Note;
        var title = $"{DataLine.Short(view.PlantName, 40)}, week {note.Week.Number} so far";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new FactSet(
                new Fact("Attainment so far", Share(note.SoFar, "nothing was due")), new Fact("On time so far", Share(note.OnTime, "no order was due")),
                new Fact("Open exceptions", $"{note.OpenExceptions}{(note.OpenLastWeek is { } before ? $" (last week {before})" : "")}")),
            new TextBlock(Meetings(note)) { Separator = true, Color = note.StatusMeetings > 0 || note.Meetings == 0 ? TextColor.Attention : TextColor.Default },
            new TextBlock(CardText.Of($"**Week {note.Third.Number} becomes firm next:** {(note.Conflicts.Count == 0 ? "no open conflict." : PlanWords.Count(note.Conflicts.Count, "open conflict", "open conflicts") + ". Resolve them before they hit the floor.")}")) { Separator = true },
        };
        if (note.Conflicts.Count > 0) body.Add(new TextBlock(CardText.Bullets(note.Conflicts.Take(Most).Select(line => (CardText)DataLine.Short(line, 120)))));
        if (note.Conflicts.Count > Most) body.Add(TextBlock.Subtle($"and {note.Conflicts.Count - Most} more: type look ahead"));
        body.Add(TextBlock.Subtle($"{DataLine.Capital(note.SoFar.Definition, 200)}. Plan version {note.Version}."));
        return new Card { Summary = title, Body = body };
    }

    /// <summary>A week without a held meeting is itself reported (R1), and so is one that decided nothing (R130).</summary>
    private static string Meetings(WeekNote note) => note switch
    {
        { Meetings: 0 } => $"No weekly meeting was held this week.{Outside(note)}",
        { StatusMeetings: > 0 } => $"{(note.Meetings == 1 ? "The meeting decided nothing" : $"{note.StatusMeetings} of {note.Meetings} meetings decided nothing")}.{Outside(note)}",
        _ => $"{PlanWords.Count(note.Decisions - note.OutsideMeeting, "decision", "decisions")} in the meeting.{Outside(note)}",
    };

    private static string Outside(WeekNote note) => note.OutsideMeeting == 0 ? "" : $" {PlanWords.Count(note.OutsideMeeting, "decision", "decisions")} outside it.";

    private static string Share(Measure measure, string none) =>
        measure.Share is { } share ? $"{HealthWords.Percent(share)} ({PlanWords.Quantity(measure.Numerator)} of {PlanWords.Quantity(measure.Denominator)} {measure.Unit})" : none;
}
