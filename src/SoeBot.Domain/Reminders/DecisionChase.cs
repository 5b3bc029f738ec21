using System.Globalization;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Reminders;

/// <summary>
/// The ladder of one decision (R103). Nobody took it: its owner after four hours, the lead after a working day. Then the working day before
/// it is due, the due day, one working day over, two over to the lead, all at 08:00 of the owner's clock. What is open after that names its
/// owner in the channel before the next meeting, opens it and stands in each weekly digest. The keys carry the due date (and who was asked), so that a re-dated decision is chased
/// anew and the old ladder is not.
/// </summary>
public static class DecisionChase
{
    public const string Unaccepted = "decision-unaccepted";
    public const string UnacceptedLead = "decision-unaccepted-lead";
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
    public static IReadOnlyList<Occurrence> Steps(PlantId plant, Decision decision, PlantCalendar calendar, DateTimeOffset now) =>
        [.. Ladder(plant, decision, calendar).Select(step => step.Local is { } local ? step with { Local = local with { After = now } } : step)
            .Where(step => step.Local is not null || step.DueAt > now)];

    /// <summary>True when a later step of the ladder has come meanwhile, so that after a downtime only the newest speaks.</summary>
    public static bool IsOvertaken(string kind, PlantId plant, Decision decision, PlantCalendar calendar, TimeZoneInfo owners, DateTimeOffset now)
    {
        var own = Place(kind);
        return Ladder(plant, decision, calendar).Select(step => step.In(owners)).OfType<Occurrence>()
            .Any(step => Place(step.Kind) > own && step.DueAt <= now && (Speaks(kind) == Speaks(step.Kind) || step.Kind == Escalate));
    }

    /// <summary>The ladder is behind it and nobody answered: its owner is named before the next meeting, where everybody reads it.</summary>
    public static bool IsNamed(Decision decision, PlantCalendar calendar, DateTimeOffset now) =>
        decision is { IsOpen: true, Owner: not null, Due: { } due } && now >= calendar.At(calendar.AddWorkingDays(calendar.WorkingDayFrom(due), 2), At);

    /// <summary>Key of this ladder: for the due steps the due date, for those of taking it also when its owner was asked.</summary>
    public static string KeyOf(string kind, Decision decision)
    {
        var due = string.Create(CultureInfo.InvariantCulture, $"{decision.Name}@{decision.Due:yyyy-MM-dd}");
        return kind is Unaccepted or UnacceptedLead ? string.Create(CultureInfo.InvariantCulture, $"{due}~{decision.ProposedAt.UtcDateTime:yyyyMMddHHmmss}") : due;
    }

    /// <summary>Past ones too, in order.</summary>
    private static IEnumerable<Occurrence> Ladder(PlantId plant, Decision decision, PlantCalendar calendar)
    {
        // A draft has no owner or date yet, and keeps its meeting from being closed.
        if (decision is not { IsOpen: true, Owner: { } owner, Due: { } due }) yield break;
        if (DecisionAcceptance.RemindAt(decision) is { } remind) yield return new(plant, Unaccepted, KeyOf(Unaccepted, decision), remind);
        if (DecisionAcceptance.LeadAt(decision, calendar) is { } lead) yield return new(plant, UnacceptedLead, KeyOf(UnacceptedLead, decision), lead);
        var asked = calendar.WorkingDayFrom(due);
        yield return AtEight(DueSoon, calendar.AddWorkingDays(asked, -1));
        yield return AtEight(Due, asked);
        yield return AtEight(Overdue, calendar.AddWorkingDays(asked, 1));
        yield return AtEight(Escalate, calendar.AddWorkingDays(asked, 2));

        Occurrence AtEight(string kind, DateOnly day) => new(plant, kind, KeyOf(kind, decision), calendar.At(day, At)) { Local = new(owner, day, At, DateTimeOffset.MinValue) };
    }

    private static int Place(string kind) => Array.IndexOf([Unaccepted, UnacceptedLead, DueSoon, Due, Overdue, Escalate], kind);

    /// <summary>True when the step speaks to the lead.</summary>
    private static bool Speaks(string kind) => kind is UnacceptedLead or Escalate;
}
