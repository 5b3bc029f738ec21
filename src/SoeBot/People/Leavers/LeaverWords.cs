using SoeBot.Domain.People;

namespace SoeBot.People.Leavers;

internal static class LeaverWords
{
    /// <summary>"Omar Haddad's account is closed".</summary>
    public static string Of(string name, DepartureReason reason) => reason switch
    {
        DepartureReason.AccountDisabled => $"{name}'s account is closed",
        DepartureReason.AccountDeleted => $"{name}'s account was deleted",
        DepartureReason.LeftTeam => $"{name} left the team",
    };
}
