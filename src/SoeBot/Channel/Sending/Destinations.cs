using SoeBot.Domain.People;
using SoeBot.Store.Conversations;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Conversations;

namespace SoeBot.Channel.Sending;

/// <param name="Owner">Whose own chat it is; null for any other place.</param>
internal sealed record Destination(ConversationAddress Address, string Tenant, PersonKey? Owner);

/// <summary>Where a message goes at the moment it is sent. A person's chat is made when there is none.</summary>
internal sealed class Destinations(ConversationStore conversations, PeopleStore people, ConversationClient client, TimeProvider time)
{
    /// <summary>The place, or why there is none.</summary>
    /// <param name="message">In hand.</param>
    /// <param name="way">As it stands now.</param>
    /// <param name="calls">Of this delivery.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(Destination? Place, SendOutcome? Problem)> FindAsync(OutboxMessage message, MessageWay way, PacedCalls calls, CancellationToken ct) => (way.Place, message.Target) switch
    {
        ({ } place, _) => (new(new(new Uri(place.ServiceUrl), place.Id), place.Tenant, place.Owner), null),
        (_, MessageTarget.Person(var person)) => await MakeAsync(person, null, message, calls, ct),
        (_, MessageTarget.Channel) => (null, Nowhere("no channel is known")),
        _ => (null, Nowhere("the conversation is gone")),
    };

    /// <summary>The place and the person in it as Teams names them; null when one of the two is not known.</summary>
    public async Task<(ConversationAddress Address, string Mri)?> FindAsync(MessageTarget.OnlyTo only, CancellationToken ct) =>
        await conversations.FindAsync(only.To.Tenant, only.Id, ct) is { } place && await people.MriAsync(only.To, ct) is { } mri
            ? (new(new Uri(place.ServiceUrl), only.Id), mri) : null;

    /// <summary>The chat that we knew is not there any more, which happens when its owner clears it. Asked for again, it comes back.</summary>
    public async Task<(Destination? Place, SendOutcome? Problem)> MakeAgainAsync(Destination gone, PersonKey owner, OutboxMessage message, PacedCalls calls, CancellationToken ct)
    {
        var known = await conversations.FindAsync(gone.Tenant, gone.Address.ConversationId, ct);
        await conversations.RemovedAsync(gone.Tenant, gone.Address.ConversationId, ct);
        return await MakeAsync(owner, known, message, calls, ct);
    }

    /// <summary>The service wants to be spoken to elsewhere.</summary>
    public Task MoveAsync(Destination place, Uri serviceUrl, CancellationToken ct) =>
        conversations.MovedAsync(place.Tenant, place.Address.ConversationId, serviceUrl.AbsoluteUri, ct);

    private async Task<(Destination?, SendOutcome?)> MakeAsync(PersonKey person, SeenConversation? known, OutboxMessage message, PacedCalls calls, CancellationToken ct)
    {
        if ((known ?? await conversations.NewestOfTenantAsync(person.Tenant, ct)) is not { } near) return (null, Nowhere("nobody of this tenant has written yet"));
        var member = await people.MriAsync(person, ct) ?? person.ObjectId;
        var created = await calls.DoAsync(message.Lane, stop => client.CreatePersonalAsync(new Uri(near.ServiceUrl), person.Tenant, member, stop), ct);
        if (!created.IsSent || created.ConversationId is not { } id) return (null, created);
        var chat = new SeenConversation(person.Tenant, id, ConversationUse.Personal, near.ServiceUrl, null, null, person, near.BotId, time.GetUtcNow());
        await conversations.SeenAsync(chat, ct);
        return (Of(chat, id), null);
    }

    private static Destination Of(SeenConversation place, string id) =>
        new(new(new Uri(place.ServiceUrl), id), place.Tenant, place.Use == ConversationUse.Personal ? place.Person : null);

    private static SendOutcome Nowhere(string reason) => new() { Result = SendResult.NotFound, Reason = reason };
}
