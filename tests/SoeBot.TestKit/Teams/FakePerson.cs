using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams;

/// <summary>A person of the tenant, with the ids that Teams would show this one bot.</summary>
public sealed class FakePerson
{
    internal FakePerson(string name, string tenantId)
    {
        Name = name;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(tenantId + name));
        Mri = "29:1" + Convert.ToBase64String(hash).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        AadObjectId = new Guid(hash.AsSpan(0, 16)).ToString();
        Email = name.Split(' ')[0].ToLowerInvariant() + "@plant.example";
        TenantId = tenantId;
        PersonalChatId = "a:1" + Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    public string Name { get; }

    public string Mri { get; }

    public string AadObjectId { get; }

    public string? Email { get; set; }

    public string TenantId { get; set; }

    public string PersonalChatId { get; }

    /// <summary>False: the app is not installed for this person, so that a personal chat is refused with 403.</summary>
    public bool HasApp { get; set; } = true;

    /// <summary>Not in the team any more.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Of another organisation, as the roster of a team says it.</summary>
    public bool IsGuestInRoster { get; set; }

    /// <summary>The roster leaves out name, mail and object id, as it does for some guests.</summary>
    public bool IsBareInRoster { get; set; }

    /// <summary>Some routes write <c>objectId</c> in place of <c>aadObjectId</c>.</summary>
    public bool UsesObjectIdInRoster { get; set; }

    /// <summary>A guest of a meeting: activities come without an object id.</summary>
    public bool IsAnonymous { get; set; }

    internal JsonObject AsFrom()
    {
        var from = new JsonObject { ["id"] = Mri, ["name"] = Name };
        if (!IsAnonymous)
        {
            from["aadObjectId"] = AadObjectId;
        }

        return from;
    }

    internal JsonObject AsMember() => IsBareInRoster
        ? new JsonObject { ["id"] = Mri, ["name"] = null }
        : new JsonObject
        {
            ["id"] = Mri,
            [UsesObjectIdInRoster ? "objectId" : "aadObjectId"] = AadObjectId,
            ["name"] = Name,
            ["givenName"] = Name.Split(' ')[0],
            ["surname"] = Name.Split(' ')[^1],
            ["email"] = Email,
            ["userPrincipalName"] = Email,
            ["tenantId"] = TenantId,
            ["userRole"] = IsGuestInRoster ? "guest" : "user",
        };

    public override string ToString() => Name;
}
