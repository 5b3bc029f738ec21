using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>Taking messages up and settling them, as one command within the transaction of whoever asks.</summary>
internal static class OutboxHand
{
    /// <summary>Of each part the message or null, in their order.</summary>
    public static Task<IReadOnlyList<OutboxMessage?>> ClaimAsync(SoeDb db, OutboxLease lease, IReadOnlyList<LanePart> parts, DateTimeOffset now, CancellationToken cancellation)
    {
        var values = new (string, object?)[3 + parts.Count];
        (values[0], values[1], values[2]) = (("tenant", lease.Tenant), ("fence", lease.Fence), ("now", now.UtcTicks));
        for (var at = 0; at < parts.Count; at++) values[3 + at] = ($"lane{at}", parts[at].Lane);
        return db.AskAsync<IReadOnlyList<OutboxMessage?>>(OutboxSql.Claims(db, parts), values, async rows =>
        {
            var claimed = new OutboxMessage?[parts.Count];
            for (var at = 0; at < claimed.Length; at++)
            {
                if (at > 0) await rows.NextResultAsync(cancellation);
                claimed[at] = await OutboxSql.ReadAsync(rows, cancellation);
            }
            return claimed;
        }, cancellation);
    }

    /// <param name="db">Its transaction is committed by whoever asks.</param>
    /// <param name="lease">Of the sender.</param>
    /// <param name="message">As it was taken up.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="next">To be taken up; null for none.</param>
    /// <param name="now">For what is due.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<HandedBack> SettleAsync(SoeDb db, OutboxLease lease, OutboxMessage message, MessageFate fate, LanePart? next, DateTimeOffset now, CancellationToken cancellation)
    {
        var answers = message.Kind == MessageKind.Answer;
        var posts = fate is Settlement { State: OutboxState.Sent } && message is { TrackAs: not null, Kind: not MessageKind.Edit };
        List<(string, object?)> values = [("tenant", lease.Tenant), ("fence", lease.Fence), ("id", message.Id), ("own", message.Lane), ("now", now.UtcTicks), ("reason", fate.Reason)];
        if (fate is Postponement wait)
            values.AddRange([("state", nameof(OutboxState.Pending)), ("until", wait.Until?.UtcTicks ?? 0L), ("counted", wait.CountsAsTry ? 1L : 0L)]);
        else
        {
            var settled = (Settlement)fate;
            var (state, repeats) = OutboxFates.After(settled.State, message.Kind, message.Repeats);
            values.AddRange([
                ("state", state.ToString()), ("repeats", (long)repeats), ("at", settled.At.UtcTicks), ("conversation", settled.Conversation), ("activity", settled.ActivityId), ("text", settled.Text),
            ]);
        }
        for (var call = 0; call < fate.Attempts.Count; call++) values.AddRange([($"place{call}", fate.Attempts[call].Place), ($"at{call}", fate.Attempts[call].At.UtcTicks)]);
        if (posts) values.Add(("name", message.TrackAs));
        if (next is { } part) values.Add(("lane0", part.Lane));
        return db.AskAsync(OutboxSql.Settle(db, fate is Postponement, posts, answers, fate.Attempts.Count, next), [.. values], async rows =>
        {
            var isWritten = await rows.ReadAsync(cancellation);
            var caughtUp = posts && await rows.NextResultAsync(cancellation) && await rows.ReadAsync(cancellation);
            await rows.NextResultAsync(cancellation);
            var isMore = await rows.ReadAsync(cancellation);
            if (next is null) return new HandedBack(isWritten, isMore, caughtUp, null);
            await rows.NextResultAsync(cancellation);
            return new HandedBack(isWritten, isMore, caughtUp, await OutboxSql.ReadAsync(rows, cancellation));
        }, cancellation);
    }
}
