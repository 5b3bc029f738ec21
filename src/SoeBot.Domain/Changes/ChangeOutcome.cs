namespace SoeBot.Domain.Changes;

/// <summary>What came of a press or a typed line on a request.</summary>
public enum ChangeOutcome
{
    Changed,

    /// <summary>It stood so already; nothing was changed and the same answer is given again.</summary>
    SameAsBefore,

    /// <summary>Only whoever asked may.</summary>
    NotYours,

    /// <summary>The zone asks somebody else.</summary>
    NoRight,

    /// <summary>The deputy decides when the plant manager is away, silent until half time, or hands it over.</summary>
    DeputyNotYet,

    /// <summary>Nobody decides on what they asked for themselves.</summary>
    OwnRequest,
    AlreadyEnded,

    /// <summary>Its time is over; nothing was decided.</summary>
    TooLate,
    ReasonNeeded,

    /// <summary>What it would do is not computed yet.</summary>
    NotChecked,

    /// <summary>It cannot be done as asked; <see cref="ChangeImpact.Problem"/> says why.</summary>
    Impossible,

    /// <summary>The card showed an older state than the one that would be decided.</summary>
    OldCard,

    /// <summary>No signature is wanted here, or there was no question to answer.</summary>
    NotAsked,

    /// <summary>A decision can be taken back for some minutes only, and not once its first slot started or the plan holds it.</summary>
    UndoOver,
}
