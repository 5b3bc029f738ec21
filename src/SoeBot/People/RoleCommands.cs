using System.Text.RegularExpressions;
using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.People;

namespace SoeBot.People;

/// <summary>Roles in chat: "claim CODE" makes the first administrator, "@Ravi is procurement" gives a role, "roles" shows who holds what.</summary>
internal sealed partial class RoleCommands(PeopleStore people, PersonFinder finder, Rights rights, FirstAdministrator first, PlantProfiles plants) : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Commands.Add("role.claim", ClaimLine(), "claim 7Q2K9MWXRT", ClaimAsync);
        registry.Commands.Add("role.list", ListLine(), "roles", ListAsync);
        registry.Commands.Add("role.change", ChangeLine(), "@Ravi is procurement", ChangeAsync);
    }

    private async Task<Effect> ClaimAsync(Turn turn, Match words, CancellationToken ct)
    {
        var audit = new AuditLine(turn.Plant, turn.Now, turn.By, "role.claim", turn.By.ObjectId, Roles.Words(Role.Administrator));
        return turn.Answer(SayCard.Of(await first.ClaimAsync(turn.Plant, turn.By, words.Groups["code"].Value, audit, ct)
            ? $"You administer {plants.Get(turn.Plant).Name} now.\nGive roles by writing: @Ravi is procurement."
            : "This code is not valid. It is printed in the log when the bot starts and a plant has no administrator yet."));
    }

    private async Task<Effect> ListAsync(Turn turn, Match words, CancellationToken ct)
    {
        var holders = await rights.AllAsync(turn.Plant, ct);
        var names = await people.NamesAsync([.. holders.Select(holder => holder.Person).Distinct()], ct);
        var lines = Enum.GetValues<Role>().Select(role => (Role: role, Names: holders.Where(holder => holder.Role == role)
            .Select(holder => names.TryGetValue(holder.Person, out var person) ? person.Name : "").Where(name => name.Length > 0).Order(StringComparer.CurrentCulture)));
        return turn.Answer(SayCard.Of($"Who does what in {plants.Get(turn.Plant).Name}\n"
            + string.Join('\n', lines.Select(line => $"{Roles.Words(line.Role)}: {(string.Join(", ", line.Names) is { Length: > 0 } list ? list : "nobody")}"))));
    }

    private async Task<Effect> ChangeAsync(Turn turn, Match words, CancellationToken ct)
    {
        if (Roles.Read(words.Groups["role"].Value) is not { } role) return turn.Answer(SayCard.Of($"I know these roles: {string.Join(", ", Enum.GetValues<Role>().Select(Roles.Words))}."));
        if (!await rights.HasAsync(turn.Plant, turn.By, Role.Administrator, ct))
            return turn.Refuse($"Roles are given by {string.Join(" or ", await finder.NamesAsync(turn.Plant, Role.Administrator, ct))}.");
        if (await finder.NamedInAsync(turn, words.Groups["who"].Value, ct) is not { } person)
            return turn.Answer(SayCard.Of("I do not know whom you mean. Mention one person with @, who has written to me once."));
        var taken = words.Groups["not"].Success;
        var effect = new Effect { Audit = [new AuditLine(turn.Plant, turn.Now, turn.By, taken ? "role.revoke" : "role.grant", person.Key.ObjectId, Roles.Words(role))] };
        if (taken && role == Role.Administrator && (await rights.HoldersAsync(turn.Plant, role, ct)).Count == 1)
            return turn.Answer(SayCard.Of("This is the only administrator. Name another one first."));
        var changed = taken ? await people.RevokeAsync(turn.Plant, person.Key, role, effect, ct) : await people.GrantAsync(turn.Plant, person.Key, role, effect, ct);
        return turn.Answer(SayCard.Of($"{person.Name} {(taken ? "is no longer" : "is")} {Roles.Words(role)} of {plants.Get(turn.Plant).Name}{(changed ? "" : "; that was so before")}."));
    }

    [GeneratedRegex(@"^\s*claim\s+(?<code>[a-z0-9-]{6,20})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ClaimLine();

    [GeneratedRegex(@"^\s*(?:roles|who\s+decides|who\s+does\s+what)\s*\??\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ListLine();

    [GeneratedRegex(@"^\s*(?<who>@?[\p{L}][\p{L}\s.'-]{0,60}?)\s+is\s+(?<not>not\s+|no\s+longer\s+)?(?<role>(?:the\s+|in\s+)?(?:planning|planner|procurement|buyer|purchasing|customer\s+service|plant\s+manager|lead|s&oe\s+lead|coordinator|sales|logistics|finance|executive|administrator|admin))\s*[.!]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex ChangeLine();
}
