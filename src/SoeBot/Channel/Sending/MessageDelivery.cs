using SoeBot.Cards;
using SoeBot.Channel.Reach;
using SoeBot.Occurrences;
using SoeBot.Store.Conversations;
using SoeBot.Store.Database;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reading;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;

namespace SoeBot.Channel.Sending;

/// <summary>One message of the outbox: find the place, draw the card from the state of this moment, send, tell what became of it.</summary>
internal sealed class MessageDelivery(
    OutboxStore outbox, ConversationStore conversations, Destinations destinations, ConversationClient client, CardSources cards, Retries retries,
    SecondRoad road, ReminderTurns reminders, TimeProvider time, ILogger<MessageDelivery> log)
{
    private static readonly TimeSpan AfterTheStore = TimeSpan.FromSeconds(1);

    /// <summary>Lanes of edits are of the store's making.</summary>
    public static bool IsOfEdits(string lane) => lane.StartsWith("edit:", StringComparison.Ordinal);

    /// <returns>To be written down together with the calls that were made.</returns>
    public async Task<MessageFate> DeliverAsync(OutboxMessage message, PacedCalls calls, CancellationToken ct) =>
        await TryAsync(message, calls, ct) with { Attempts = calls.Made };

    private async Task<MessageFate> TryAsync(OutboxMessage message, PacedCalls calls, CancellationToken ct)
    {
        try
        {
            var posted = message.Kind == MessageKind.Edit ? await outbox.PostedAsync(message.TrackAs ?? "", ct) : [];
            if (message.Kind == MessageKind.Edit && posted.Count == 0) return Fate(OutboxState.Silent, "no such card is posted") with { FoundNoCard = true };
            var (stop, card) = await DrawAsync(message, ct);
            return stop ?? (card is null ? Fate(OutboxState.Silent, "nothing left to say")
                : message.Kind == MessageKind.Edit ? await EditAsync(message, posted, card, calls, ct)
                : message.Target is MessageTarget.OnlyTo only ? await WhisperAsync(message, only, card, calls, ct)
                : await PostAsync(message, card, calls, ct));
        }
        catch (Exception broken) when (calls.Made.Count == 0 && !ct.IsCancellationRequested)
        {
            // Drawing or finding the place failed before anything was called: without the store for now, otherwise it would fail again.
            Log.DeliveryFailed(log, message.Id, message.Card.Source, broken);
            return StoreAway.Is(broken) ? new Postponement(time.GetUtcNow() + AfterTheStore, "the store was away", CountsAsTry: false)
                : Fate(OutboxState.Failed, $"{broken.GetType().Name}: {broken.Message}");
        }
    }

    /// <summary>What a card needs of people, roles and dates is read once for it.</summary>
    private async Task<(Settlement? Stop, Card? Card)> DrawAsync(OutboxMessage message, CancellationToken ct)
    {
        using var once = ReadOnce.Begin();
        return await reminders.StopAsync(message, ct) is { } stop ? (stop, null) : (null, await cards.DrawAsync(message.Plant, message.Card, ct));
    }

    private async Task<MessageFate> PostAsync(OutboxMessage message, Card card, PacedCalls calls, CancellationToken ct)
    {
        var way = await outbox.WayAsync(message, ct);
        var known = road.Known(way);

        // Whoever gets an answer has just been heard there.
        if (known is { IsSure: true } && message.Kind != MessageKind.Answer) return await road.GiveUpAsync(message, known.State, known.Code, isNew: false, ct);

        var (place, problem) = await destinations.FindAsync(message, way, calls, ct);
        SendOutcome sent;
        if (place is null) sent = problem!;
        else
        {
            sent = await SendAsync(message, place, card, calls, ct);
            if (sent.Barrier == SendBarrier.ConversationGone && place.Owner is { } owner)
            {
                (var again, problem) = await destinations.MakeAgainAsync(place, owner, message, calls, ct);
                (place, sent) = again is null ? (null, problem!) : (again, await SendAsync(message, again, card, calls, ct));
            }
        }
        if (place is not null && sent.UseInstead is { } host) await destinations.MoveAsync(place, host, ct);

        // Making a chat says nothing yet and gives the same one again, so there an unknown fate is harmless.
        var mayRepeat = sent.MayRepeat || sent.UseInstead is not null || (place is null && sent.Result == SendResult.Unknown);
        if (mayRepeat && retries.After(sent, message.Tries) is { } retry) return Postpone(message.Lane, sent, retry, calls);
        if (road.IsBarred(sent) is { } state)
        {
            if (known is null && message is { Target: MessageTarget.Person, Kind: MessageKind.Reminder or MessageKind.Record } && retries.AfterBarrier(message.Tries) is { } once)
                return Postpone(message.Lane, sent, (once, true), calls);
            return await road.GiveUpAsync(message, state, sent.Code, isNew: known is null, ct);
        }
        return Fate(StateOf(sent), sent.IsSent ? sent.Reason : Words(sent)) with
        {
            Conversation = place?.Address.ConversationId, ActivityId = sent.ActivityId, Text = place is null ? null : CardPlainText.Render(card),
            Reach = sent.IsSent && known is not null ? new(message.Lane, null, null) : null,
        };
    }

    /// <summary>Whatever Teams does not take as a message for one goes into that person's own chat: the words concern nobody else.</summary>
    private async Task<MessageFate> WhisperAsync(OutboxMessage message, MessageTarget.OnlyTo only, Card card, PacedCalls calls, CancellationToken ct)
    {
        var sent = await destinations.FindAsync(only, ct) is { } found
            ? await calls.DoAsync(message.Lane, stop => client.SendTargetedAsync(found.Address, found.Mri, OutgoingActivity.Of(card), stop), ct)
            : new SendOutcome { Result = SendResult.NotFound, Reason = "the person or the place is not known" };
        if (sent.MayRepeat && retries.After(sent, message.Tries) is { } retry) return Postpone(message.Lane, sent, retry, calls);
        if (sent.IsSent) return Fate(OutboxState.Sent, null) with { Conversation = only.Id, ActivityId = sent.ActivityId, Text = CardPlainText.Render(card) };
        var alone = new NewMessage { Plant = message.Plant, Key = $"alone:{message.Key}", Target = new MessageTarget.Person(only.To), Card = message.Card, Kind = message.Kind };
        return Fate(StateOf(sent), $"said in the person's own chat: {Words(sent)}") with { Messages = [alone] };
    }

    private Task<SendOutcome> SendAsync(OutboxMessage message, Destination place, Card card, PacedCalls calls, CancellationToken ct)
    {
        var activity = OutgoingActivity.Of(card, alert: message.Kind is MessageKind.Reminder or MessageKind.Record);
        return calls.DoAsync(message.Lane, stop => client.SendAsync(place.Address, activity, stop), ct);
    }

    /// <summary>Every card posted under the name is replaced; harmless to repeat. One that was deleted in Teams is forgotten.</summary>
    private async Task<MessageFate> EditAsync(OutboxMessage message, IReadOnlyList<PostedCard> posted, Card card, PacedCalls calls, CancellationToken ct)
    {
        var done = new List<(SendOutcome Outcome, PostedCard Of)>();
        foreach (var one in posted)
        {
            if (one.ServiceUrl is not { } address) continue;
            var to = new ConversationAddress(new Uri(address), one.Conversation);
            var outcome = await calls.DoAsync(one.Place, stop => client.UpdateAsync(to, one.ActivityId, OutgoingActivity.Of(card), stop), ct);
            if (outcome.UseInstead is { } host) await conversations.MovedAsync(one.Tenant, one.Conversation, host.AbsoluteUri, ct);
            if (MayRepeatEdit(outcome) && retries.After(outcome, message.Tries) is { } retry) return Postpone(one.Place, outcome, retry, calls);
            done.Add((outcome, one));
        }
        var deleted = done.Where(one => one.Outcome.Barrier == SendBarrier.MessageGone).Select(one => one.Of).ToList();
        var fate = done.Count == 0 ? Fate(OutboxState.Failed, "the conversation is gone")
            : deleted.Count == done.Count ? Fate(OutboxState.Silent, "the card was deleted in Teams")
            : done.Find(one => one.Outcome.IsSent) is { Of: { } shown } ? Fate(OutboxState.Sent, null) with { Conversation = shown.Conversation, ActivityId = shown.ActivityId, Text = CardPlainText.Render(card) }
            : done.Find(one => one.Outcome.Barrier != SendBarrier.MessageGone).Outcome is var worst ? Fate(StateOf(worst), Words(worst)) : null!;
        return fate with { Deleted = deleted };
    }

    private static bool MayRepeatEdit(SendOutcome outcome) => outcome.MayRepeat || outcome.Result == SendResult.Unknown || outcome.UseInstead is not null;

    private static OutboxState StateOf(SendOutcome outcome) => outcome.Result switch
    {
        SendResult.Sent => OutboxState.Sent,
        SendResult.Unknown => OutboxState.Unknown,
        SendResult.Throttled or SendResult.Refused or SendResult.NotFound or SendResult.Conflict or SendResult.NotSent => OutboxState.Failed,
    };

    private Postponement Postpone(string place, SendOutcome outcome, (TimeSpan Wait, bool CountsAsTry) retry, PacedCalls calls)
    {
        if (outcome.Result == SendResult.Throttled) calls.Throttled(place, retry.Wait);
        return new(time.GetUtcNow() + retry.Wait, Words(outcome), retry.CountsAsTry);
    }

    /// <summary>What became of it is known here alone, so a store that is away for a moment is waited for.</summary>
    /// <param name="message">As it was taken up.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="next">To be taken up in the same transaction.</param>
    /// <param name="lease">Of the sender.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<HandedBack> WriteAsync(OutboxMessage message, MessageFate fate, LanePart? next, OutboxLease lease, CancellationToken ct)
    {
        var mayBeTaken = false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var done = await outbox.SettleAsync(lease, message, fate, next, time.GetUtcNow(), ct);
                if (done.IsWritten) return done;
                if (mayBeTaken) throw new InvalidOperationException($"Message {message.Id} was settled, and nobody knows what was taken up with it.");
                Log.CameLate(log, message.Id, lease.Fence);
                return done;
            }
            catch (Exception away) when (attempt < 5 && !ct.IsCancellationRequested && StoreAway.Is(away))
            {
                // A commit whose answer was lost has taken up the next one too.
                (mayBeTaken, next) = (mayBeTaken || next is not null, null);
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, ct);
            }
        }
    }

    private Settlement Fate(OutboxState state, string? reason) => new(state, time.GetUtcNow()) { Reason = reason };

    private static string Words(SendOutcome outcome) => outcome.Reason ?? outcome.Code ?? outcome.Result.ToString();
}
