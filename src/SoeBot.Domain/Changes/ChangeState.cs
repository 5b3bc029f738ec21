namespace SoeBot.Domain.Changes;

/// <summary>How a request stands. The first four are open; every other is an end, and each request reaches exactly one.</summary>
public enum ChangeState
{
    /// <summary>Written down; what it would do is being computed.</summary>
    Drafted,

    /// <summary>What it would do is known; nobody was asked yet.</summary>
    Checked,

    /// <summary>Waits for whom its zone asks.</summary>
    Asked,

    /// <summary>Firm week: one function objects, or none says yes. The plant manager decides.</summary>
    Tied,

    /// <summary>Holds, under <see cref="ChangeRequest.Condition"/> when there is one.</summary>
    Approved,

    /// <summary>Flexible weeks: written down, and it holds.</summary>
    Recorded,
    Rejected,

    /// <summary>Its first slot started, or its time ran out, before anybody decided.</summary>
    Expired,
    Withdrawn,

    /// <summary>What it is about was shipped, finished or cancelled meanwhile.</summary>
    Obsolete,
}
