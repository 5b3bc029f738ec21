namespace SoeBot.Domain.Decisions;

/// <summary>How a decision stands. Missed is not an end: a missed one is delivered late or explicitly re-dated, it cannot vanish (R99).</summary>
public enum DecisionStatus
{
    /// <summary>Recorded; the owner has not said "Take it" yet.</summary>
    Proposed,
    Taken,

    /// <summary>Done on or before the due date that held.</summary>
    Kept,

    /// <summary>Its due date passed without an answer, or the owner said so.</summary>
    Missed,

    /// <summary>Done after it had been missed.</summary>
    DoneLate,
    Dropped,
}
