using SoeBot.Domain.People;

namespace SoeBot.Plants;

/// <summary>Whom a decision goes to that a level cannot take itself (R106). Section <c>Plants:{id}:Escalation</c>.</summary>
public sealed class EscalationOptions
{
    private static readonly Role[] Usual = [Role.Lead, Role.PlantManager, Role.Executive];

    /// <summary>Roles from low to high. Left out: Lead, PlantManager, Executive.</summary>
    public List<Role> Path { get; set; } = [];

    /// <summary>Entra object id of the executive who is asked first. Left out: whoever has the role.</summary>
    public string? Sponsor { get; set; }

    internal EscalationLevels Read() => new(Path.Count > 0 ? [.. Path.Distinct()] : Usual, string.IsNullOrWhiteSpace(Sponsor) ? null : Sponsor.Trim());
}

/// <param name="Levels">From low to high, each once.</param>
public sealed record EscalationLevels(IReadOnlyList<Role> Levels, string? Sponsor);
