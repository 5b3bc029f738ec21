using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>The statements with which messages are taken up and settled, each of them with all its conditions. Instants are ticks.</summary>
internal static class OutboxSql
{
    private const string Columns = """
        id, plant, "key", target, lane, card_source, card_about, kind, chain, track_as, not_before, state, tries, repeats, retry_at, claimed_at, settled_at,
        conversation, activity_id, "text", reason
        """;

    /// <summary>The message that is settled, as long as this very sender has settled it so.</summary>
    private const string Settled = "m.id = @id AND m.fence = @fence AND m.state = @state";

    private static readonly ConcurrentDictionary<(string Shape, bool IsPostgres), string> Texts = new();

    /// <summary>
    /// Takes up the first message of a part, <c>@lane{number}</c>. An answer waits for no other message than an older answer; one whose first
    /// instant has not come holds up nobody, and one that was put off all behind it.
    /// </summary>
    public static string Claims(SoeDb db, IReadOnlyList<LanePart> parts) =>
        Text(db, "claim " + string.Concat(parts.Select(part => part.Answers ? 'a' : 'r')), (text, held) => parts.Index().ToList().ForEach(one => Claim(text, held, one.Item.Answers, one.Index)));

    /// <summary>
    /// Writes down what became of a message, the calls it took, the card that it posted, with the last edit that missed this card; says
    /// whether more waits behind it; takes up another one. Gives, of each an own result: the message if it was settled, the edit that goes
    /// out after all if a card was posted, one that waits in its part, and the next.
    /// </summary>
    /// <param name="db">Whose words.</param>
    /// <param name="isPutOff">It keeps its place and is tried again.</param>
    /// <param name="posts">A card that is remembered.</param>
    /// <param name="answers">It is an answer.</param>
    /// <param name="calls">How many.</param>
    /// <param name="next">To be taken up; null for none.</param>
    public static string Settle(SoeDb db, bool isPutOff, bool posts, bool answers, int calls, LanePart? next) =>
        Text(db, string.Create(CultureInfo.InvariantCulture, $"settle {isPutOff} {posts} {answers} {calls} {next?.Answers}"), (text, held) =>
        {
            text.Append(isPutOff
                ? $"UPDATE outbox SET state = @state, retry_at = nullif(@until, 0), reason = coalesce(@reason, reason), tries = tries + @counted"
                : $"UPDATE outbox SET state = @state, settled_at = @at, reason = @reason, retry_at = NULL, repeats = @repeats, conversation = coalesce(@conversation, conversation), activity_id = coalesce(@activity, activity_id), \"text\" = coalesce(@text, \"text\")");
            text.AppendLine(CultureInfo.InvariantCulture, $" WHERE id = @id AND state = 'Sending' AND fence = @fence AND {held} RETURNING id;");
            for (var call = 0; call < calls; call++)
                text.AppendLine(CultureInfo.InvariantCulture, $"INSERT INTO outbox_attempts (tenant, place, \"at\") SELECT @tenant, @place{call}, @at{call} FROM outbox m WHERE {Settled} AND {held};");
            if (posts)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"INSERT INTO posted_cards (track_as, tenant, conversation, activity_id) SELECT m.track_as, m.tenant, m.conversation, m.activity_id FROM outbox m WHERE {Settled} AND m.conversation IS NOT NULL AND m.activity_id IS NOT NULL AND {held} ON CONFLICT DO NOTHING;");
                // By state once more: somebody else may have sent it on its way.
                text.AppendLine(CultureInfo.InvariantCulture, $"UPDATE outbox SET state = 'Pending' WHERE state = 'Silent' AND id = (SELECT o.id FROM outbox o JOIN outbox m ON {Settled} WHERE o.track_as = @name AND o.kind = 'Edit' AND o.state = 'Silent' AND o.settled_at >= m.claimed_at ORDER BY o.id DESC LIMIT 1) AND {held} RETURNING id;");
            }
            text.AppendLine(CultureInfo.InvariantCulture, $"SELECT o.id FROM outbox o WHERE {Due("@own", answers)} LIMIT 1;");
            if (next is { } part) Claim(text, held, part.Answers, 0);
        });

    public static async Task<OutboxMessage?> ReadAsync(DbDataReader row, CancellationToken cancellation)
    {
        if (!await row.ReadAsync(cancellation)) return null;
        return new(
            row.GetInt64(0), new PlantId(row.GetString(1)), row.GetString(2), TargetText.Read(row.GetString(3)), row.GetString(4), new(row.GetString(5), row.GetString(6)),
            Enum.Parse<MessageKind>(row.GetString(7)), Text(8), Text(9), At(10), Enum.Parse<OutboxState>(row.GetString(11)), row.GetInt32(12), row.GetInt32(13),
            At(14), At(15), At(16), Text(17), Text(18), Text(19), Text(20));

        string? Text(int at) => row.IsDBNull(at) ? null : row.GetString(at);
        DateTimeOffset? At(int at) => row.IsDBNull(at) ? null : new(row.GetInt64(at), TimeSpan.Zero);
    }

    private static void Claim(StringBuilder text, string held, bool answers, int number)
    {
        var lane = string.Create(CultureInfo.InvariantCulture, $"@lane{number}");
        text.AppendLine(CultureInfo.InvariantCulture, $"UPDATE outbox SET state = 'Sending', claimed_at = @now, fence = @fence WHERE id = (SELECT o.id FROM outbox o WHERE {Due(lane, answers)} ORDER BY o.id LIMIT 1)");
        text.AppendLine(CultureInfo.InvariantCulture, $"  AND state = 'Pending' AND (retry_at IS NULL OR retry_at <= @now) AND {held}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  AND NOT EXISTS (SELECT 1 FROM outbox s WHERE s.state = 'Sending' AND s.tenant = @tenant AND s.lane = {lane} AND s.id < outbox.id{(answers ? " AND s.kind = 'Answer'" : "")})");
        if (!answers) text.AppendLine(CultureInfo.InvariantCulture, $"  AND NOT EXISTS (SELECT 1 FROM outbox o WHERE {Due(lane, answers: true)} AND o.id < outbox.id)");
        text.AppendLine(CultureInfo.InvariantCulture, $"RETURNING {Columns};");
    }

    private static string Due(string lane, bool answers) =>
        $"o.state = 'Pending' AND o.tenant = @tenant AND o.lane = {lane} AND o.kind {(answers ? "=" : "<>")} 'Answer' AND (o.not_before IS NULL OR o.not_before <= @now)";

    /// <summary>A text is made once for each of its shapes.</summary>
    private static string Text(SoeDb db, string shape, Action<StringBuilder, string> write) =>
        Texts.GetOrAdd((shape, db is PostgresSoeDb), static (asked, write) =>
        {
            var text = new StringBuilder();
            // The lease's row stays as it is until this transaction ends; SQLite's writers come one after the other anyway.
            write(text, $"(SELECT l.fence FROM outbox_leases l WHERE l.tenant = @tenant{(asked.IsPostgres ? " FOR SHARE" : "")}) = @fence");
            return text.ToString();
        }, write);
}
