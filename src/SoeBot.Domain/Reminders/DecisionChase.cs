using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Reminders;

/// <summary>
/// The ladder of one decision (R103): the working day before it is due, the due day, one working day over, two working days over.
/// All at 08:00 plant time. The keys carry the due date, so that a re-dated decision is chased anew and the old ladder is not.
/// </summary>
public static class DecisionChase
{
    public const string DueSoon = "decision-due-soon";
    public const string Due = "decision-due";
    public const string Overdue = "decision-overdue";
    public const string Escalate = "decision-escalate";

    public static readonly TimeOnly At = new(8, 0);

    public static string KeyPrefix(Decision decision) => $"{decision.Name}@";

    public static int? NumberOf(string key) =>
        key.StartsWith("D-", StringComparison.Ordinal) && key.IndexOf('@', StringComparison.Ordinal) is var end and > 2
        && int.TryParse(key.AsSpan(2, end - 2), out var number) ? number : null;

    /// <summary>The steps still ahead. Due on a free day: asked on the next working day.</summary>
    public static IReadOnlyList<Occurrence> Steps(PlantId plant, Decision decision, PlantCalendar calendar, DateTimeOffset now)
    {
        if (decision is not { IsOpen: true, Due: { } due }) return [];
        var asked = calendar.WorkingDayFrom(due);
        (string Kind, DateOnly Day)[] ladder =
        [
            (DueSoon, calendar.AddWorkingDays(asked, -1)),
            (Due, asked),
            (Overdue, calendar.AddWorkingDays(asked, 1)),
            (Escalate, calendar.AddWorkingDays(asked, 2)),
        ];
        return [.. ladder
            .Select(step => new Occurrence(plant, step.Kind, $"{decision.Name}@{due:yyyy-MM-dd}", calendar.At(step.Day, At)))
            .Where(step => step.DueAt > now)];
    }
}
