namespace SoeBot.Domain.Decisions;

/// <summary>How a decision stands. Missed is not an end: a missed one is delivered late or explicitly re-dated, it cannot vanish (R99).</summary>
public enum DecisionStatus
{
    /// <summary>Noted in a meeting without owner or due date. The meeting cannot be closed while there is one (R96).</summary>
    Draft,

    /// <summary>Recorded; the owner has not said "Take it" yet.</summary>
    Proposed,
    Taken,

    /// <summary>Done on or before the due date that held, and never missed.</summary>
    Kept,

    /// <summary>Its due date passed without an answer, or the owner said so.</summary>
    Missed,

    /// <summary>Done after it had been missed, whatever new date it had been given.</summary>
    DoneLate,
    Dropped,

    /// <summary>A newer decision stands in its place (<see cref="Decision.ReplacedBy"/>).</summary>
    Replaced,
}
