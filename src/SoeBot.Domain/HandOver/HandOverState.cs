namespace SoeBot.Domain.HandOver;

/// <summary>How the hand-over of a change to one receiver stands. All but the first are over, until somebody replays it.</summary>
public enum HandOverState
{
    /// <summary>For its turn, for its first try or for the next one.</summary>
    Waiting,
    Accepted,

    /// <summary>The receiver read it and said no; its words are the reason.</summary>
    Refused,

    /// <summary>Nobody took it for as long as it is tried.</summary>
    Dead,
}

/// <summary>What came of asking for one more round of tries.</summary>
public enum ReplayOutcome
{
    Replayed,

    /// <summary>It waits already; nothing was changed.</summary>
    Waits,

    /// <summary>The receiver has it; nothing was changed.</summary>
    Accepted,

    /// <summary>The receiver took a later change of the same order, or is being told of one: this one would undo it.</summary>
    Overtaken,

    /// <summary>There is no such hand-over.</summary>
    Unknown,
}
