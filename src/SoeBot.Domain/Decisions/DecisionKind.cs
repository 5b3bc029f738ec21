namespace SoeBot.Domain.Decisions;

/// <summary>What sort of answer a decision is. It tells which functions it touches (<see cref="ImpactedFunctions"/>).</summary>
public enum DecisionKind
{
    Other,

    /// <summary>Something is made earlier, later or elsewhere.</summary>
    Reschedule,

    /// <summary>Material or transport is hurried, or bought elsewhere.</summary>
    Expedite,

    /// <summary>Scarce material or stock goes to one order and not to another.</summary>
    Allocate,

    /// <summary>Overtime, another line, more people.</summary>
    Capacity,

    /// <summary>The customer gets another date or quantity.</summary>
    Promise,

    /// <summary>Somebody finds the cause of what keeps happening.</summary>
    Cause,
}
