namespace SoeBot.Domain.Meetings;

/// <summary>What came of a press or a typed line in a meeting.</summary>
public enum MeetingOutcome
{
    Changed,

    /// <summary>It stood so already; nothing was changed.</summary>
    SameAsBefore,

    /// <summary>Somebody moved on already: the card was older than the meeting.</summary>
    AlreadyMoved,
    AtTheEnd,
    AtTheBeginning,
    AlreadyClosed,
    ReasonNeeded,

    /// <summary>Red orders have neither a decision nor a reason why not (R7).</summary>
    RedOrdersOpen,

    /// <summary>A decision lacks owner or date; the meeting cannot be closed (R96, product page "decision without owner").</summary>
    DecisionsIncomplete,
}
