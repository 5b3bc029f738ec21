using SoeBot.Store.Database;

namespace SoeBot.Store.Inbox;

/// <summary>Taking up the next activity, in one statement.</summary>
internal static class InboxClaim
{
    private const string Next = """
        SELECT i.id FROM inbox i
        WHERE i.state IN ('Pending', 'Working')
        AND ((i.state = 'Pending' AND (i.not_before IS NULL OR i.not_before <= @now)) OR (i.state = 'Working' AND i.claimed_at < @lost))
        AND NOT EXISTS (SELECT 1 FROM inbox o WHERE o.conversation = i.conversation AND o.id < i.id AND o.state IN ('Pending', 'Working'))
        ORDER BY i.id LIMIT 1
        """;

    /// <summary>Parked instead when every process that took it up was lost.</summary>
    private const string Take = """
        UPDATE inbox SET
            state = CASE WHEN tries < @most THEN 'Working' ELSE 'Parked' END,
            reason = CASE WHEN tries < @most THEN reason ELSE coalesce(reason, @gone) END,
            claimed_at = CASE WHEN tries < @most THEN @now ELSE claimed_at END,
            claimed_by = CASE WHEN tries < @most THEN @own ELSE claimed_by END,
            tries = CASE WHEN tries < @most THEN tries + 1 ELSE tries END
        WHERE id IN (SELECT id FROM next) AND state IN ('Pending', 'Working')
        RETURNING id, conversation, activity_id, body, received_at, tries, state
        """;

    private static readonly string OnSqlite = RowLocks.Taking("next", Next, Take, isPostgres: false), OnPostgres = RowLocks.Taking("next", Next, Take, isPostgres: true);

    /// <summary>Whether there was any, and the message; null when it was parked.</summary>
    public static Task<(bool Any, InboxMessage? Message)> TakeAsync(SoeDb db, DateTimeOffset now, CancellationToken cancellation) =>
        db.AskAsync<(bool, InboxMessage?)>(
            db is PostgresSoeDb ? OnPostgres : OnSqlite,
            [("now", now.UtcTicks), ("lost", (now - ProcessMark.LostAfter).UtcTicks), ("most", (long)InboxStore.MaxTries), ("gone", InboxStore.Lost), ("own", ProcessMark.Own)],
            async row => !await row.ReadAsync(cancellation) ? (false, null)
                : row.GetString(6) != nameof(InboxState.Working) ? (true, null)
                : (true, new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), new(row.GetInt64(4), TimeSpan.Zero), row.GetInt32(5))), cancellation);
}
