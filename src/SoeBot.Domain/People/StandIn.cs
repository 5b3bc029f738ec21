namespace SoeBot.Domain.People;

public enum StandInReason
{
    /// <summary>The person is there.</summary>
    Present,

    /// <summary>Named in the person's absence, or that deputy's own deputy and so on.</summary>
    Deputy,

    /// <summary>The deputy of a role that the person holds.</summary>
    RoleDeputy,

    /// <summary>The S&amp;OE lead; without one the plant manager, then an administrator, each with their deputy.</summary>
    Lead,

    /// <summary>Everybody who could is away too: it stays with the person.</summary>
    Nobody,
}

/// <summary>Who acts for a person on a day, and why.</summary>
/// <param name="Person">Acts; <paramref name="For"/> itself when it is there or nobody else is.</param>
/// <param name="AwayUntil">The last day of the absence; null when the person is there, or gone for good.</param>
public sealed record StandIn(PersonKey Person, PersonKey For, StandInReason Reason, DateOnly? AwayUntil = null)
{
    public bool IsOther => Person != For;
}
