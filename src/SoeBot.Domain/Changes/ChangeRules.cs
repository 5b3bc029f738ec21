using SoeBot.Domain.People;

namespace SoeBot.Domain.Changes;

/// <summary>Who has to sign in the firm week when nothing else is set.</summary>
public static class ChangeRules
{
    public static readonly IReadOnlyList<Role> FirmFunctions = [Role.Planning, Role.Procurement, Role.CustomerService];

    /// <summary>A draft that nobody sends ends after so long.</summary>
    public static readonly TimeSpan DraftsLive = TimeSpan.FromDays(7);

    /// <summary>One press per required function other than the asker's own.</summary>
    public static IReadOnlyList<Role> Signing(IEnumerable<Role> required, IReadOnlySet<Role> asker) => [.. required.Where(role => !asker.Contains(role))];
}
