using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>
/// The plan in use with what was found in it, as cards show it. Nothing in it changes: whoever keeps what they made of it may ask by
/// reference whether it is still the one in use.
/// </summary>
public sealed class CurrentPlan
{
    public required PlanVersion Version { get; init; }

    /// <summary>How many weeks of <see cref="Baselines"/> are held.</summary>
    internal const int Weeks = 14;

    /// <summary>What was frozen for the last weeks, the newest first.</summary>
    public IReadOnlyList<Baseline> Baselines { get; init; } = [];

    /// <summary>Null while they are not computed.</summary>
    public PlanFindings? Findings { get; init; }

    /// <summary>The newest import that was not taken; null when one was taken since.</summary>
    public RefusedImport? Refused { get; init; }
}
