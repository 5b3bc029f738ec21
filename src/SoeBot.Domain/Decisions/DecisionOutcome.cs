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

    /// <summary>It was re-dated twice; a third date needs the S&amp;OE lead.</summary>
    LeadNeeded,

    /// <summary>Only the chair of its meeting or the S&amp;OE lead may.</summary>
    ChairNeeded,

    /// <summary>Its meeting is closed: what was decided stands, and a new decision replaces it.</summary>
    MeetingOver,
}
