namespace SoeBot.Store.People;

public enum RevokeOutcome
{
    Revoked,
    NotHeld,

    /// <summary>A plant is never left without somebody who can give roles.</summary>
    LastAdministrator,

    /// <summary>Changes fall to this role, and nobody else holds it or is its deputy.</summary>
    LastWhoDecides,
}
