using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <param name="Tenant">Null while nobody knows which it will be.</param>
internal readonly record struct Lane(string? Tenant, string Name);

/// <summary>
/// Which messages follow each other. A personal chat's lane is the person, so that the message that makes the chat and the ones
/// after it are in one lane; a channel's lane is its conversation once it is known, and until then the lane is shut. Edits of one
/// card follow each other, wherever the changes behind them came from.
/// </summary>
internal static class OutboxLanes
{
    public const string Shut = "shut:";
    private const string Edit = "edit:";

    public static async Task<Func<NewMessage, Lane>> OfMessagesAsync(SoeDb db, IReadOnlyCollection<NewMessage> messages, CancellationToken cancellation)
    {
        var laneOf = await ForAsync(db, [.. messages.Select(message => message.Target)], cancellation);
        return message => laneOf(message.Target) is var lane && message is { Kind: MessageKind.Edit, TrackAs: { } name } && lane.Tenant is not null
            ? lane with { Name = Edit + name } : lane;
    }

    public static async Task<Func<MessageTarget, Lane>> ForAsync(SoeDb db, IReadOnlyCollection<MessageTarget> targets, CancellationToken cancellation)
    {
        var plants = targets.OfType<MessageTarget.Channel>().Select(target => target.Plant).Distinct().ToList();
        var places = targets.OfType<MessageTarget.Conversation>().Select(target => ConversationRow.Place(target.Id)).Distinct().ToList();
        var channels = plants.Count == 0 ? [] : await db.Bindings
            .Where(row => row.Use == ChannelUse.Week && plants.Contains(row.Plant)).ToDictionaryAsync(row => row.Plant, cancellation);
        var owners = places.Count == 0 ? [] : await db.Conversations
            .Where(row => row.Use == ConversationUse.Personal && row.Person != null && places.Contains(row.Id))
            .ToDictionaryAsync(row => (row.Tenant, row.Id), row => row.Person!.Value, cancellation);

        return target => target switch
        {
            MessageTarget.Channel(var plant) => channels.TryGetValue(plant, out var bound) ? Of(bound.Tenant, bound.Conversation) : new(null, Shut + plant),
            MessageTarget.Conversation(var tenant, var id) when owners.TryGetValue((tenant, ConversationRow.Place(id)), out var person) =>
                new(tenant, TargetText.Write(new MessageTarget.Person(person))),
            MessageTarget.Conversation(var tenant, var id) => Of(tenant, ConversationRow.Place(id)),
            MessageTarget.OnlyTo(var to, var id) => Of(to.Tenant, ConversationRow.Place(id)),
            MessageTarget.Person(var person) => new(person.Tenant, TargetText.Write(target)),
            _ => throw new ArgumentOutOfRangeException(nameof(targets), target, "A kind of target without a lane."),
        };
    }

    /// <summary>The plant's channel became known or is another one now: what waits for it follows.</summary>
    public static async Task OpenAsync(SoeDb db, PlantId plant, CancellationToken cancellation)
    {
        if (await db.Bindings.FirstOrDefaultAsync(row => row.Plant == plant && row.Use == ChannelUse.Week, cancellation) is not { } bound) return;
        var lane = Of(bound.Tenant, bound.Conversation);
        MessageTarget channel = new MessageTarget.Channel(plant);
        await db.Outbox.Where(row => row.State == OutboxState.Pending && row.Target == channel)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Lane, lane.Name).SetProperty(row => row.Tenant, lane.Tenant), cancellation);
    }

    /// <summary>The lane of a conversation.</summary>
    /// <param name="owner">Whose own chat it is; null for any other place.</param>
    public static string Of(string tenant, string conversation, PersonKey? owner) =>
        owner is { } person ? TargetText.Write(new MessageTarget.Person(person)) : Of(tenant, ConversationRow.Place(conversation)).Name;

    private static Lane Of(string tenant, string place) => new(tenant, TargetText.Write(new MessageTarget.Conversation(tenant, place)));
}
