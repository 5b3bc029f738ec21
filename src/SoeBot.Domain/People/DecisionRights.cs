using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;

namespace SoeBot.Domain.People;

/// <summary>Who decides, up to which amount.</summary>
/// <param name="UpTo">Value of the customer orders at stake, in the plant's currency, this amount included; null: whatever the amount.</param>
public sealed record DecidingStep(Role Role, decimal? UpTo = null);

/// <summary>Who may decide what in which zone and up to which amount, the path upwards and its sponsor (R105, R106). Data of a plant; without any, the rules of R20 to R22.</summary>
public sealed record DecisionRights
{
    /// <summary>Changes inside the frozen week: limits rise, the last has none.</summary>
    public IReadOnlyList<DecidingStep> Frozen { get; init; } = [new(Role.PlantManager)];

    /// <summary>The functions of which each signs a change in the firm week.</summary>
    public IReadOnlyList<Role> Firm { get; init; } = ChangeRules.FirmFunctions;

    /// <summary>Firm week, where the functions do not agree: as <see cref="Frozen"/>.</summary>
    public IReadOnlyList<DecidingStep> Tie { get; init; } = [new(Role.PlantManager)];

    /// <summary>Whom a decision goes to that a level cannot take itself, from low to high.</summary>
    public IReadOnlyList<Role> Path { get; init; } = [Role.Lead, Role.PlantManager, Role.Executive];

    /// <summary>Entra object id of the executive who is asked first; null: whoever has the role.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The role that decides. An amount that nobody knows is taken for more than any limit.</summary>
    public Role Decider(Fence zone, decimal? amount)
    {
        var steps = zone == Fence.Firm ? Tie : Frozen;
        return (steps.FirstOrDefault(step => step.UpTo is null || amount <= step.UpTo) ?? steps[^1]).Role;
    }

    /// <summary>Each role that a change may fall to: a plant is never left without somebody for one of them.</summary>
    public IReadOnlyList<Role> Deciding => [.. Frozen.Concat(Tie).Select(step => step.Role).Distinct()];

    public bool Equals(DecisionRights? other) => other is not null && Sponsor == other.Sponsor
        && Frozen.SequenceEqual(other.Frozen) && Tie.SequenceEqual(other.Tie) && Firm.SequenceEqual(other.Firm) && Path.SequenceEqual(other.Path);

    public override int GetHashCode() => HashCode.Combine(Sponsor, Frozen.Count, Firm.Count, Tie.Count, Path.Count);
}
