namespace SoeBot.Domain.Decisions;

/// <summary>What came of a press or a typed line on a decision.</summary>
public enum DecisionOutcome
{
    Changed,

    /// <summary>It stood so already; nothing was changed and the same answer is given again.</summary>
    SameAsBefore,
    NotYours,
    AlreadyClosed,
    DueInPast,
    ReasonNeeded,

    /// <summary>It was re-dated twice; the wish for a third date is noted and goes to the S&amp;OE lead.</summary>
    LeadAsked,

    /// <summary>Only the chair of its meeting or the S&amp;OE lead may.</summary>
    ChairNeeded,

    /// <summary>Its meeting is closed: what was decided stands, and a new decision replaces it.</summary>
    MeetingOver,

    /// <summary>It has no owner or no date yet.</summary>
    Incomplete,

    /// <summary>Owner, date or words changed since the card was drawn that was pressed.</summary>
    OldCard,

    /// <summary>An escalation carries at least two options and a recommendation (R110).</summary>
    OptionsNeeded,

    /// <summary>Only an open, older decision of the same plant can be replaced.</summary>
    NotReplaceable,
}
