using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Inbox;

/// <summary>Activities that were answered at once and are worked afterwards: each once, in order per conversation.</summary>
public sealed partial class InboxStore
{
    /// <summary>So often an activity is taken up before it is parked.</summary>
    public const int MaxTries = 5;

    internal const string Lost = "The process that worked it was lost.";
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private readonly SoeDatabase _database;

    internal InboxStore(SoeDatabase database) => _database = database;

    /// <returns>False when it was seen before.</returns>
    public Task<bool> AddAsync(string conversation, string activityId, string body, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (await db.Inbox.AnyAsync(row => row.Conversation == conversation && row.ActivityId == activityId, cancellation)) return false;
            db.Inbox.Add(new() { Conversation = conversation, ActivityId = activityId, Body = body, ReceivedAt = now });
            return true;
        }, cancellation);

    /// <summary>The oldest activity whose conversation has no older one open; null when there is none.</summary>
    public async Task<InboxMessage?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (await _database.ReadAsync(db => Claimable(db, now).AnyAsync(cancellation), cancellation))
        {
            var row = await _database.WriteAsync(db => TakeUpAsync(db, now, cancellation), cancellation);
            if (row is null) return null;
            if (row.State == InboxState.Working) return row.ToMessage();
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

    /// <summary>Parks instead when every process that took it up was lost.</summary>
    private static async Task<InboxRow?> TakeUpAsync(SoeDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = (await RowLocks.Claim(Claimable(db, now).OrderBy(one => one.Id).Take(1)).AsTracking().ToListAsync(cancellation)).SingleOrDefault();
        if (row is { Tries: < MaxTries })
            (row.State, row.Tries, row.ClaimedAt, row.ClaimedBy) = (InboxState.Working, row.Tries + 1, now, ProcessMark.Own);
        else if (row is not null)
            (row.State, row.Reason) = (InboxState.Parked, row.Reason ?? Lost);
        return row;
    }

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
