using SoeBot.Domain.People;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Conversations;

namespace SoeBot.Channel;

/// <summary>
/// Somebody joined or left the team or the chat: names are learned anew from the roster, so that people can be named before they ever
/// wrote. Nobody gets or loses a right by it.
/// </summary>
internal sealed class RosterNews(PeopleStore people, RosterClient roster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<Effect> LearnAsync(Activity activity, SeenPlace seen, CancellationToken ct)
    {
        if (activity.MembersRemoved.Count == 0 && await AreKnownAsync(activity.MembersAdded, seen.Tenant, ct)) return Effect.None;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var members = (await roster.MembersAsync(new ConversationAddress(new Uri(activity.ServiceUrl!), seen.Conversation), patience.Token)).Value ?? [];
        var found = members.Where(member => member is { AadObjectId.Length: > 0, Name.Length: > 0 })
            .DistinctBy(member => member.AadObjectId).ToDictionary(member => PersonKey.Of(seen.Tenant, member.AadObjectId!));
        var known = await people.NamesAsync(found.Keys, ct);
        foreach (var (key, member) in found.Where(one => !known.TryGetValue(one.Key, out var person) || person.Name != one.Value.Name || person.IsGuest != one.Value.IsGuest))
            await people.SeenAsync(key, member.Name!, member.Id, null, null, ct, member.IsGuest);
        return Effect.None;
    }

    private async Task<bool> AreKnownAsync(IReadOnlyList<ChannelAccount> added, string tenant, CancellationToken ct)
    {
        var keys = added.Where(one => one.AadObjectId is { Length: > 0 }).Select(one => PersonKey.Of(tenant, one.AadObjectId!)).Distinct().ToList();
        return keys.Count == added.Count && (await people.NamesAsync(keys, ct)).Count == keys.Count;
    }
}
