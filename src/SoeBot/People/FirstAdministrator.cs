using System.Security.Cryptography;
using System.Text;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Store.Plants;

namespace SoeBot.People;

/// <summary>
/// Who may give the first roles of a plant: whom the settings name, or whoever writes the code that the start prints in the log, once. The store keeps its hash only.
/// A plant that has an administrator has no code.
/// </summary>
public sealed class FirstAdministrator(PeopleStore people, PlantStore plants)
{
    private const string Note = "first-administrator-code";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 10;

    /// <summary>A new code, which makes an older one worthless; null when somebody administers the plant already.</summary>
    public async Task<string?> OfferAsync(PlantId plant, CancellationToken ct)
    {
        if (await HasOneAsync(plant, ct)) return null;
        var code = RandomNumberGenerator.GetString(Letters, Length);
        await plants.SetNoteAsync(plant, Note, Hash(code), Effect.None, ct);
        return code;
    }

    /// <summary>Those whom the settings name, while nobody administers the plant.</summary>
    public async Task AppointAsync(PlantId plant, IReadOnlyCollection<PersonKey> named, DateTimeOffset now, CancellationToken ct)
    {
        if (named.Count == 0 || await HasOneAsync(plant, ct)) return;
        foreach (var person in named)
            await people.GrantAsync(plant, person, Role.Administrator, new Effect { Audit = [new AuditLine(plant, now, null, "role.grant", person.ObjectId, $"{Roles.Words(Role.Administrator)} (settings)")] }, ct);
    }

    /// <summary>True when the code was right and the person is the administrator now.</summary>
    public async Task<bool> ClaimAsync(PlantId plant, PersonKey person, string code, AuditLine audit, CancellationToken ct)
    {
        if (await HasOneAsync(plant, ct) || await plants.GetNoteAsync(plant, Note, ct) is not { Length: > 0 } hash) return false;
        var given = Encoding.ASCII.GetBytes(Hash(code.Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()));
        if (!CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(hash))) return false;
        await people.GrantAsync(plant, person, Role.Administrator, new Effect { Audit = [audit] }, ct);
        await plants.SetNoteAsync(plant, Note, "", Effect.None, ct);
        return true;
    }

    private async Task<bool> HasOneAsync(PlantId plant, CancellationToken ct) =>
        (await people.RolesAsync(plant, ct)).Any(holder => holder.Role == Role.Administrator);

    private static string Hash(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
