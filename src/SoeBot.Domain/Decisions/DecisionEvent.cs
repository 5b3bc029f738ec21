using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

public enum DecisionEventKind { Recorded, Taken, Refused, Redated, Done, Missed, Dropped, GivenTo, Blocked, Corrected, Inherited }

/// <summary>One thing that happened to a decision. The list only grows.</summary>
/// <param name="By">Null when the calendar did it (a due date that passed).</param>
/// <param name="Note">The person's own words, as typed.</param>
public sealed record DecisionEvent(
    DecisionEventKind Kind,
    DateTimeOffset At,
    PersonKey? By,
    string? Note = null,
    DateOnly? OldDue = null,
    DateOnly? NewDue = null);
