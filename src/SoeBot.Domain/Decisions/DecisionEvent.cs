using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

public enum DecisionEventKind
{
    Recorded, Taken, Refused, Redated, Done, Missed, Dropped, GivenTo, Blocked, Corrected,

    /// <summary>Its owner left, and it fell to somebody else.</summary>
    Inherited,

    /// <summary>A draft got its owner or its date.</summary>
    Completed,

    /// <summary>The owner wishes a third date, which the lead gives or does not.</summary>
    RedateAsked,

    /// <summary>It took the place of an older one, or a newer one took its place.</summary>
    Replaces, Replaced,

    /// <summary>What it is about was shipped or cancelled, and it is to be done all the same.</summary>
    StillNeeded,
    Escalated, CallAsked, Delegated, OptionChosen,
}

/// <summary>One thing that happened to a decision. The list only grows.</summary>
/// <param name="By">Null when the calendar did it (a due date that passed).</param>
/// <param name="Note">The person's own words, as typed.</param>
/// <param name="To">Who it was given, escalated or delegated to.</param>
public sealed record DecisionEvent(
    DecisionEventKind Kind,
    DateTimeOffset At,
    PersonKey? By,
    string? Note = null,
    DateOnly? OldDue = null,
    DateOnly? NewDue = null,
    PersonKey? To = null);
