using SoeBot.Cards;
using SoeBot.Store.Conversations;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;

namespace SoeBot.Channel;

/// <summary>One message of the outbox: find the place, draw the card from the state of this moment, send, write down what became of it.</summary>
internal sealed class MessageDelivery(
    OutboxStore outbox, ConversationStore conversations, PeopleStore people, ConversationClient client, CardSources cards, TimeProvider time)
{
    private const int MaxTries = 5;

    public async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        if (await cards.DrawAsync(message.Plant, message.Card, ct) is not { } card)
            await SettleAsync(message, OutboxState.Silent, null, null, null, "nothing left to say", ct);
        else if (message.Kind == MessageKind.Edit) await EditAsync(message, card, ct);
        else await PostAsync(message, card, ct);
    }

    private async Task PostAsync(OutboxMessage message, Card card, CancellationToken ct)
    {
        var (place, problem) = await AddressAsync(message.Target, ct);
        if (place is null)
        {
            if (problem!.MayRepeat && message.Tries < MaxTries) await RetryAsync(message, problem, ct);
            else await SettleAsync(message, OutboxState.Failed, null, null, null, problem.Reason ?? problem.Code ?? "no way to this person", ct);
            return;
        }
        var alert = message.Kind is MessageKind.Reminder or MessageKind.Record;
        var sent = await client.SendAsync(place, OutgoingActivity.Of(card, alert), ct);
        await AfterAsync(message, sent, place.ConversationId, card, ct);
    }

    /// <summary>Every card posted under the name is replaced; harmless to repeat.</summary>
    private async Task EditAsync(OutboxMessage message, Card card, CancellationToken ct)
    {
        var posted = await outbox.PostedAsync(message.TrackAs ?? "", ct);
        if (posted.Count == 0)
        {
            await SettleAsync(message, OutboxState.Silent, null, null, null, "no such card is posted", ct);
            return;
        }
        SendOutcome? last = null;
        foreach (var one in posted)
        {
            if (await conversations.FindAsync(one.Tenant, one.Conversation.Split(';')[0], ct) is not { } place) continue;
            last = await client.UpdateAsync(new(new Uri(place.ServiceUrl), one.Conversation), one.ActivityId, OutgoingActivity.Of(card), ct);
            if (last.MayRepeat || last.Result == SendResult.Unknown) break;
        }
        if (last is { Result: SendResult.Unknown } && message.Tries < MaxTries) await RetryAsync(message, last, ct);
        else if (last is null) await SettleAsync(message, OutboxState.Failed, null, null, null, "the conversation is gone", ct);
        else await AfterAsync(message, last, posted[0].Conversation, card, ct);
    }

    private async Task AfterAsync(OutboxMessage message, SendOutcome outcome, string conversation, Card card, CancellationToken ct)
    {
        if (outcome.MayRepeat && message.Tries < MaxTries)
        {
            await RetryAsync(message, outcome, ct);
            return;
        }
        var state = outcome.Result switch
        {
            SendResult.Sent => OutboxState.Sent,
            SendResult.Unknown => OutboxState.Unknown,
            SendResult.Throttled or SendResult.Refused or SendResult.NotFound or SendResult.Conflict or SendResult.NotSent => OutboxState.Failed,
        };
        await SettleAsync(message, state, conversation, outcome.ActivityId, CardPlainText.Render(card), outcome.Reason ?? outcome.Code, ct);
    }

    private async Task<(ConversationAddress? Place, SendOutcome? Problem)> AddressAsync(MessageTarget target, CancellationToken ct)
    {
        switch (target)
        {
            case MessageTarget.Conversation there:
                return await conversations.FindAsync(there.Tenant, there.Id.Split(';')[0], ct) is { } known
                    ? (new(new Uri(known.ServiceUrl), there.Id), null) : (null, Nowhere("the conversation is gone"));
            case MessageTarget.Channel channel:
                return await conversations.OfPlantAsync(channel.Plant, ChannelUse.Week, ct) is { } week
                    ? (new(new Uri(week.ServiceUrl), week.Id), null) : (null, Nowhere("no channel is known"));
            case MessageTarget.Person person:
                return await PersonalAsync(person, ct);
            default:
                throw new InvalidOperationException($"Unknown target {target}.");
        }
    }

    private async Task<(ConversationAddress?, SendOutcome?)> PersonalAsync(MessageTarget.Person person, CancellationToken ct)
    {
        if (await people.ChatAsync(person.Key, ct) is { } chat) return (new(new Uri(chat.ServiceUrl), chat.Conversation), null);
        if (await conversations.NewestOfTenantAsync(person.Key.Tenant, ct) is not { } near) return (null, Nowhere("nobody of this tenant has written yet"));
        var member = await people.MriAsync(person.Key, ct) ?? person.Key.ObjectId;
        var created = await client.CreatePersonalAsync(new Uri(near.ServiceUrl), person.Key.Tenant, member, ct);
        if (!created.IsSent || created.ConversationId is not { } id) return (null, created);
        await conversations.SeenAsync(new(person.Key.Tenant, id, ConversationUse.Personal, near.ServiceUrl, null, null, person.Key, near.BotId, time.GetUtcNow()), ct);
        return (new(new Uri(near.ServiceUrl), id), null);
    }

    private Task RetryAsync(OutboxMessage message, SendOutcome outcome, CancellationToken ct)
    {
        var wait = outcome.RetryAfter ?? TimeSpan.FromSeconds(Math.Pow(2, message.Tries));
        return outbox.RetryAsync(message.Id, time.GetUtcNow() + wait, outcome.Reason ?? outcome.Code ?? outcome.Result.ToString(), ct);
    }

    private Task SettleAsync(OutboxMessage message, OutboxState state, string? conversation, string? activityId, string? text, string? reason, CancellationToken ct) =>
        outbox.SettleAsync(message.Id, state, conversation, activityId, text, reason, time.GetUtcNow(), ct);

    private static SendOutcome Nowhere(string reason) => new() { Result = SendResult.NotFound, Reason = reason };
}
