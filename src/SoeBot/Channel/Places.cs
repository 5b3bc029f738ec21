using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.People;
using SoeBot.Teams.Activities;

namespace SoeBot.Channel;

/// <param name="Conversation">Without the thread's mark.</param>
/// <param name="Person">Null for somebody without an Entra object id: a guest of a meeting, who gets no rights.</param>
internal sealed record SeenPlace(PlantId Plant, string Tenant, string Conversation, ConversationUse Use, Person? Person);

/// <summary>Learns conversations and people from any inbound activity, and which plant a conversation is about.</summary>
internal sealed class Places(ConversationStore conversations, PeopleStore people, PlantProfiles plants, TimeProvider time)
{
    /// <summary>Null when the activity has no place to answer to.</summary>
    public async Task<SeenPlace?> LearnAsync(Activity activity, CancellationToken ct)
    {
        if (activity.Conversation?.IdWithoutThread is not { Length: > 0 } id || activity.ServiceUrl is not { } serviceUrl) return null;
        // Events of a team are told in the team's own conversation; the installer's chosen channel is where we speak.
        var place = activity.ChannelData.SelectedChannelId ?? id;
        var tenant = activity.TenantId ?? "";
        var person = await PersonAsync(activity, tenant, ct);
        var use = Use(activity.Kind);
        await conversations.SeenAsync(new SeenConversation(tenant, place, use, serviceUrl, activity.ChannelData.Channel?.Name ?? activity.Conversation.Name,
            activity.ChannelData.Team?.Id, use == ConversationUse.Personal ? person?.Key : null, activity.Recipient?.Id ?? "", activity.Timestamp ?? time.GetUtcNow()), ct);
        return new SeenPlace(await PlantAsync(tenant, place, use, ct), tenant, place, use, person);
    }

    private async Task<Person?> PersonAsync(Activity activity, string tenant, CancellationToken ct)
    {
        if (activity.From is not { AadObjectId: { Length: > 0 } objectId } from) return null;
        var key = PersonKey.Of(tenant, objectId);
        await people.SeenAsync(key, from.Name ?? "", from.Id, activity.LocalTimezone, activity.Locale, ct);
        return new Person(key, from.Name ?? "", activity.LocalTimezone, activity.Locale);
    }

    /// <summary>The plant bound to the conversation, else the first plant. The first channel and the first meeting chat seen become that plant's own.</summary>
    private async Task<PlantId> PlantAsync(string tenant, string place, ConversationUse use, CancellationToken ct)
    {
        if (await conversations.PlantsOfAsync(tenant, place, ct) is [var bound, ..] && plants.Find(bound) is not null) return bound;
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
