using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Inbox;

/// <summary>Activities that were answered at once and are worked afterwards: each once, in order per conversation.</summary>
public sealed partial class InboxStore
{
    /// <summary>So often an activity is taken up before it is parked.</summary>
    public const int MaxTries = 5;

    private const string Add = """
        INSERT INTO inbox (conversation, activity_id, body, received_at, state, tries, told) VALUES (@conversation, @activity, @body, @now, 'Pending', 0, FALSE)
        ON CONFLICT (conversation, activity_id) DO NOTHING RETURNING id
        """;

    internal const string Lost = "The process that worked it was lost.";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly SoeDatabase _database;

    internal InboxStore(SoeDatabase database) => _database = database;

    /// <returns>False when it was seen before.</returns>
    public async Task<bool> AddAsync(string conversation, string activityId, string body, DateTimeOffset now, CancellationToken cancellation)
    {
        var isNew = await _database.WriteAtOnceAsync(db => db.AskAsync(
            Add, [("conversation", conversation), ("activity", activityId), ("body", body), ("now", now.UtcTicks)], row => row.ReadAsync(cancellation), cancellation), cancellation);
        if (isNew) await _database.ActivityCameAsync(cancellation);
        return isNew;
    }

    /// <summary>The oldest activity whose conversation has no older one open; null when there is none.</summary>
    public async Task<InboxMessage?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await _database.ReadAsync(db => Claimable(db, now).AnyAsync(cancellation), cancellation))
        {
            var (any, message) = await _database.WriteAtOnceAsync(db => InboxClaim.TakeAsync(db, now, cancellation), cancellation);
            if (!any || message is not null) return message;
        }
        return null;
    }

    /// <summary>Tried again after a pause; parked after <see cref="MaxTries"/> tries, so that what follows in the conversation can go on.</summary>
    public Task FailAsync(long id, string reason, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var row = await db.Inbox.AsTracking().FirstOrDefaultAsync(one => one.Id == id && one.State == InboxState.Working, cancellation);
            if (row is null) return;
            row.Reason = reason;
            row.NotBefore = now + (RetryAfter * row.Tries);
            row.State = row.Tries >= MaxTries ? InboxState.Parked : InboxState.Pending;
        }, cancellation);

    public Task DoneAsync(long id, Effect effect, CancellationToken cancellation) =>
        _database.WriteAsync(effect with { InboxDone = id }, cancellation);

    /// <summary>At start: takes back what a process that is gone had in hand. Five times gone is parked when its turn comes: the activity itself may be what kills.</summary>
    public Task RecoverAsync(CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var working = await db.Inbox.AsTracking().Where(row => row.State == InboxState.Working).ToListAsync(cancellation);
            foreach (var row in working.Where(row => ProcessMark.IsGone(row.ClaimedBy)))
            {
                row.State = InboxState.Pending;
                row.Reason ??= Lost;
            }
        }, cancellation);

    /// <summary>Forgets what was done and what was answered before that instant; a parked activity stays until somebody looked at it.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
            await db.Inbox.Where(row => row.State == InboxState.Done && row.ReceivedAt < before).ExecuteDeleteAsync(cancellation)
            + await db.InvokeAnswers.Where(row => row.AnsweredAt < before).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>In the same words <see cref="InboxClaim"/> takes it up. Asked first: who finds nothing shall not make others wait that write.</summary>
    private static IQueryable<InboxRow> Claimable(SoeDb db, DateTimeOffset now)
    {
        var lost = now - ProcessMark.LostAfter;
        return db.Inbox.Where(row =>
            (row.State == InboxState.Pending || row.State == InboxState.Working)
            && ((row.State == InboxState.Pending && (row.NotBefore == null || row.NotBefore <= now))
                || (row.State == InboxState.Working && row.ClaimedAt < lost))
            && !db.Inbox.Any(older => older.Conversation == row.Conversation && older.Id < row.Id
                && (older.State == InboxState.Pending || older.State == InboxState.Working)));
    }
}
