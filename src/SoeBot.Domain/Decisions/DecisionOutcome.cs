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
}
