using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.People;
using SoeBot.Store.Reach;
using SoeBot.Teams.Activities;

namespace SoeBot.Channel;

/// <param name="Conversation">Without the thread's mark.</param>
/// <param name="Person">Null for somebody without an Entra object id: a guest of a meeting, who gets no rights.</param>
internal sealed record SeenPlace(PlantId Plant, string Tenant, string Conversation, ConversationUse Use, Person? Person)
{
    /// <summary>Of another organisation, where that was just read; null when it is still to be asked.</summary>
    public bool? IsGuest { get; init; }
}

/// <summary>Learns conversations and people from any inbound activity, and which plant a conversation is about.</summary>
internal sealed class Places(ConversationStore conversations, PeopleStore people, PlantProfiles plants, SeenLately lately, ReachStore reach, TimeProvider time)
{
    /// <summary>Null when the activity has no place to answer to.</summary>
    /// <param name="activity">As it came.</param>
    /// <param name="named">The plant that the activity itself names, if it does.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SeenPlace?> LearnAsync(Activity activity, PlantId? named, CancellationToken ct)
    {
        if (activity.Conversation?.IdWithoutThread is not { Length: > 0 } id || activity.ServiceUrl is not { } serviceUrl) return null;
        // Events of a team are told in the team's own conversation; the installer's chosen channel is where we speak.
        var place = activity.ChannelData.SelectedChannelId ?? id;
        var tenant = activity.TenantId ?? "";
        var use = Use(activity.Kind);
        var person = PersonOf(activity, tenant);
        var seen = new Sighting(
            new SeenConversation(tenant, place, use, serviceUrl, activity.ChannelData.Channel?.Name ?? activity.Conversation.Name,
                activity.ChannelData.Team?.Id, use == ConversationUse.Personal ? person?.Key : null, activity.Recipient?.Id ?? "", default),
            person?.Key, person?.Name ?? "", activity.From?.Id, activity.LocalTimezone, activity.Locale);

        // Coming and going is always news; it may undo what another process of ours wrote.
        var often = activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;
        var known = often && lately.Knows(seen);
        var found = known ? null : await WriteAsync(seen, SaidAt(activity), ct);
        var plant = known && named is { } plantNamed ? plantNamed : await PlantAsync(tenant, place, use, found?.Plants, ct);
        if (!often) lately.Forget(tenant, place);
        else if (!known) lately.Remember(seen);
        return new SeenPlace(named ?? plant, tenant, place, use, person) { IsGuest = found?.Person?.IsGuest };
    }

    /// <returns>What was known before.</returns>
    private async Task<KnownSighting> WriteAsync(Sighting seen, DateTimeOffset at, CancellationToken ct)
    {
        var known = await conversations.KnownAsync(seen.Place, seen.Person, ct);
        if (seen.Person is { } key && !known.Knows(seen.Name, seen.Mri, seen.Zone, seen.Locale)) await people.SeenAsync(key, seen.Name, seen.Mri, seen.Zone, seen.Locale, ct);
        await conversations.SeenAsync(seen.Place with { At = at }, known.Place, ct);
        if (known.IsBarred) await reach.HeardAsync(seen.Place.Tenant, seen.Place.Id, seen.Place.Person, ct);
        return known;
    }

    /// <summary>A moment that is yet to come would make every later sighting an old one.</summary>
    private DateTimeOffset SaidAt(Activity activity)
    {
        var now = time.GetUtcNow();
        return activity.Timestamp is { } said && said < now ? said : now;
    }

    private static Person? PersonOf(Activity activity, string tenant) =>
        activity.From is { AadObjectId: { Length: > 0 } objectId } from
            ? new Person(PersonKey.Of(tenant, objectId), from.Name ?? "", activity.LocalTimezone, activity.Locale)
            : null;

    /// <summary>The plant bound to the conversation, else the first plant. The first channel and the first meeting chat seen become that plant's own.</summary>
    /// <param name="tenant">Of the place.</param>
    /// <param name="place">Without the thread's mark.</param>
    /// <param name="use">What it is.</param>
    /// <param name="bound">Whose it is, where that was just read.</param>
    /// <param name="ct">Gives up.</param>
    private async Task<PlantId> PlantAsync(string tenant, string place, ConversationUse use, IReadOnlyList<PlantId>? bound, CancellationToken ct)
    {
        if ((bound ?? await conversations.PlantsOfAsync(tenant, place, ct)) is [var first, ..] && plants.Find(first) is not null) return first;
        var plant = plants.Default.Id;
        ChannelUse? wanted = use switch { ConversationUse.Channel => ChannelUse.Week, ConversationUse.Meeting or ConversationUse.Group => ChannelUse.Meeting, _ => null };
        if (wanted is { } as_ && await conversations.OfPlantAsync(plant, as_, ct) is null) await conversations.BindAsync(plant, tenant, place, as_, ct);
        return plant;
    }

    private static ConversationUse Use(ConversationKind kind) => kind switch
    {
        ConversationKind.Personal => ConversationUse.Personal,
        ConversationKind.GroupChat => ConversationUse.Group,
        ConversationKind.Channel => ConversationUse.Channel,
        ConversationKind.Meeting => ConversationUse.Meeting,
    };
}
