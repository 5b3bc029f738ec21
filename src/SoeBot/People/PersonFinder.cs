using Microsoft.Extensions.Options;
using SoeBot.Commands;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Presses;
using SoeBot.Store.Conversations;
using SoeBot.Store.People;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Conversations;

namespace SoeBot.People;

/// <summary>Finds the person that a line or a picker means. What a client sends is a hint; the roster and our own table decide.</summary>
public sealed class PersonFinder(PeopleStore people, ConversationStore conversations, RosterClient roster, IOptions<BotOptions> bot)
{
    private const int MostPeople = 1000;

    /// <summary>The local client has no directory behind its people picker, so a form lists people instead.</summary>
    public bool HasDirectory => !bot.Value.IsLocalTrial;

    /// <summary>Everybody with a role in the plant, by name; without a directory also everybody in its meeting or channel.</summary>
    public async Task<IReadOnlyList<Person>> LikelyAsync(PlantId plant, CancellationToken ct)
    {
        var keys = (await people.RolesAsync(plant, ct)).Select(holder => holder.Person).ToList();
        if (!HasDirectory) keys.AddRange(await MembersAsync(plant, ct));
        keys = [.. keys.Distinct()];
        return [.. (await people.NamesAsync(keys, ct)).Values.Where(person => person.Name.Length > 0).OrderBy(person => person.Name, StringComparer.CurrentCultureIgnoreCase).Take(20)];
    }

    public async Task<IReadOnlyList<string>> NamesAsync(PlantId plant, Role role, CancellationToken ct)
    {
        var keys = (await people.RolesAsync(plant, ct)).Where(holder => holder.Role == role).Select(holder => holder.Person).Distinct().ToList();
        var names = (await people.NamesAsync(keys, ct)).Values.Select(person => person.Name).Order(StringComparer.CurrentCulture).ToList();
        return names.Count > 0 ? names : [$"somebody with the role {Roles.Words(role)} (nobody has it yet)"];
    }

    /// <summary>The person whose mention or name stands in the line; null when there is none or more than one fits.</summary>
    public async Task<Person?> NamedInAsync(Turn turn, string text, CancellationToken ct)
    {
        foreach (var (mri, _) in turn.Mentioned)
            if (await people.PersonByMriAsync(mri, ct) is { } mentioned) return mentioned;
        // Somebody with a role in the plant is meant before anybody else of the tenant.
        var fitting = (await LikelyAsync(turn.Plant, ct)).Where(person => Names(text, person.Name)).ToList();
        if (fitting.Count == 0) fitting = [.. (await people.OfTenantAsync(turn.Tenant, MostPeople, ct)).Where(person => person.Name.Length > 0 && Names(text, person.Name))];
        return fitting.Count == 1 ? fitting[0] : null;
    }

    /// <summary>What a people picker gave: an Entra object id in Teams, a Teams id in the local client. Unknown people are looked up in the conversation's roster.</summary>
    public async Task<Person?> PickedAsync(Press press, string picked, CancellationToken ct)
    {
        if (await people.FindAsync(PersonKey.Of(press.Tenant, picked), ct) is { } known) return known;
        if (await people.PersonByMriAsync(picked, ct) is { } byMri) return byMri.Key.Tenant == PersonKey.Of(press.Tenant, "").Tenant ? byMri : null;
        if (await conversations.FindAsync(press.Tenant, press.Conversation.Split(';')[0], ct) is not { } place) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        var member = (await roster.MemberAsync(new(new Uri(place.ServiceUrl), place.Id), picked, patience.Token)).Value;
        // A shared channel has members of other tenants.
        if (member?.AadObjectId is not { } objectId || (member.TenantId is { } home && !string.Equals(home, press.Tenant, StringComparison.OrdinalIgnoreCase))) return null;
        var key = PersonKey.Of(press.Tenant, objectId);
        await people.SeenAsync(key, member.Name ?? "", member.Id, null, null, ct, member.IsGuest);
        return new Person(key, member.Name ?? "", IsGuest: member.IsGuest);
    }

    private async Task<IReadOnlyList<PersonKey>> MembersAsync(PlantId plant, CancellationToken ct)
    {
        if ((await conversations.OfPlantAsync(plant, ChannelUse.Meeting, ct) ?? await conversations.OfPlantAsync(plant, ChannelUse.Week, ct)) is not { } place) return [];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        var found = new List<PersonKey>();
        foreach (var member in (await roster.MembersAsync(new(new Uri(place.ServiceUrl), place.Id), patience.Token)).Value ?? [])
        {
            if (member is not { AadObjectId: { Length: > 0 } objectId, Name: { Length: > 0 } name }) continue;
            found.Add(PersonKey.Of(place.Tenant, objectId));
            await people.SeenAsync(found[^1], name, member.Id, null, null, ct, member.IsGuest);
        }
        return found;
    }

    private static bool Names(string text, string name)
    {
        var first = name.Split(' ')[0];
        return first.Length > 1 && (Mentions(text, name) || Mentions(text, first));
    }

    private static bool Mentions(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]));
    }
}
