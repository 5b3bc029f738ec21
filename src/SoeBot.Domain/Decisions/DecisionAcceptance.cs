using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Decisions;

/// <summary>
/// A decision whose owner has not said "Take it": asked once more after four hours, and after one working day it is the lead's to settle.
/// Counted from <see cref="Decision.ProposedAt"/>, so that a decision given to somebody else is counted anew.
/// </summary>
public static class DecisionAcceptance
{
    public static readonly TimeSpan RemindAfter = TimeSpan.FromHours(4);

    /// <summary>True while its owner is to say "Take it" or "Not me".</summary>
    public static bool IsAwaited(Decision decision) => decision is { IsOpen: true, IsComplete: true, AcceptedAt: null };

    /// <summary>When the owner is asked again; null when nothing is awaited.</summary>
    public static DateTimeOffset? RemindAt(Decision decision) => IsAwaited(decision) ? decision.ProposedAt + RemindAfter : null;

    /// <summary>When the lead is told: the same time of the next working day, plant time; null when nothing is awaited.</summary>
    public static DateTimeOffset? LeadAt(Decision decision, PlantCalendar calendar)
    {
        if (!IsAwaited(decision)) return null;
        var proposed = calendar.Local(decision.ProposedAt);
        return calendar.At(calendar.AddWorkingDays(DateOnly.FromDateTime(proposed.DateTime), 1), TimeOnly.FromDateTime(proposed.DateTime));
    }
}
