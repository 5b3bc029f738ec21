using System.Text.Json;
using Microsoft.Extensions.Options;
using SoeBot.Connectors.Graph;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Conversations;
using SoeBot.Store.People;
using SoeBot.Store.Plants;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Conversations;

namespace SoeBot.People.Leavers;

/// <param name="Gone">With the reason.</param>
/// <param name="There">Surely there: in the team, or with an account that is enabled. Whoever is in neither is not known.</param>
/// <param name="Members">Of the team now, to be compared with next time; null when it could not be asked.</param>
internal sealed record Presence(IReadOnlyDictionary<PersonKey, DepartureReason> Gone, IReadOnlySet<PersonKey> There, IReadOnlyList<PersonKey>? Members);

/// <summary>Asks the team's roster and, where it is switched on, the directory. A source that does not answer says nothing against anybody.</summary>
internal sealed class WhoIsThere(
    ConversationStore conversations, RosterClient roster, PlantStore notes, PeopleStore people, AccountDirectory directory, IOptions<DirectoryOptions> options, IOptions<BotOptions> bot, ILogger<WhoIsThere> log)
{
    /// <summary>Members of the team at the last look, as a note of the plant.</summary>
    public const string Note = "team-members";

    public async Task<Presence> AskAsync(PlantId plant, IReadOnlyCollection<PersonKey> wanted, CancellationToken ct)
    {
        var gone = new Dictionary<PersonKey, DepartureReason>();
        var there = new HashSet<PersonKey>();
        var members = await MembersAsync(plant, ct);
        if (members is not null)
        {
            // Only who was in the team can have left it: an executive may never have been.
            var before = Read(await notes.GetNoteAsync(plant, Note, ct));
            // Half of a team does not leave in a night: then the plant works in another team now.
            if (members.Count(member => before.Contains(member.ObjectId)) * 2 >= before.Count)
                foreach (var person in wanted.Where(person => before.Contains(person.ObjectId) && !members.Contains(person))) gone[person] = DepartureReason.LeftTeam;
            there.UnionWith(members);
        }
        foreach (var (person, state) in await AccountsAsync(wanted, ct))
        {
            if (state != AccountState.Enabled) gone[person] = state == AccountState.Deleted ? DepartureReason.AccountDeleted : DepartureReason.AccountDisabled;
            else if (!gone.ContainsKey(person)) there.Add(person);
        }
        there.ExceptWith(gone.Keys);
        return new(gone, there, members);
    }

    public static string Write(IEnumerable<PersonKey> members) => JsonSerializer.Serialize(members.Select(person => person.ObjectId).Order(StringComparer.Ordinal));

    private static HashSet<string> Read(string? note) => note is null ? [] : [.. JsonSerializer.Deserialize<string[]>(note) ?? []];

    /// <summary>Of the channel and the meeting chat together; null unless each place that is known answered.</summary>
    private async Task<IReadOnlyList<PersonKey>?> MembersAsync(PlantId plant, CancellationToken ct)
    {
        var found = new HashSet<PersonKey>();
        var asked = 0;
        foreach (var use in (ChannelUse[])[ChannelUse.Week, ChannelUse.Meeting])
        {
            if (await conversations.OfPlantAsync(plant, use, ct) is not { } place) continue;
            asked++;
            if ((await roster.MembersAsync(new(new Uri(place.ServiceUrl), place.Id), ct)).Value is not { } members) return null;
            foreach (var member in members)
            {
                // Some members come with nothing but their Teams id; they are there all the same.
                if (member.AadObjectId is { Length: > 0 } objectId) found.Add(PersonKey.Of(place.Tenant, objectId));
                else if (await people.PersonByMriAsync(member.Id, ct) is { } known) found.Add(known.Key);
            }
        }
        // A roster of nobody is no roster: the one who reads this is in it.
        return asked == 0 || found.Count == 0 ? null : [.. found];
    }

    private async Task<IReadOnlyDictionary<PersonKey, AccountState>> AccountsAsync(IReadOnlyCollection<PersonKey> wanted, CancellationToken ct)
    {
        if (!options.Value.AskGraph || bot.Value.TenantId is not { Length: > 0 } tenant) return new Dictionary<PersonKey, AccountState>();
        try
        {
            var states = await directory.StatesAsync([.. wanted.Where(person => person.Tenant == PersonKey.Of(tenant, "").Tenant).Select(person => person.ObjectId)], ct);
            return states.ToDictionary(one => PersonKey.Of(tenant, one.Key), one => one.Value);
        }
        catch (HttpRequestException silent)
        {
            Log.DirectorySilent(log, silent.Message);
            return new Dictionary<PersonKey, AccountState>();
        }
    }
}
