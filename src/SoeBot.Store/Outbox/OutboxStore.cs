using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Outbox;

/// <summary>
/// What the bot has to say. A message is taken up by one sender; the messages of a lane (a person's chat, a conversation) go out
/// one after the other, but for an answer to a person, which overtakes.
/// </summary>
public sealed class OutboxStore
{
    private readonly SoeDatabase _database;
    private readonly UnknownFates _unknown;

    internal OutboxStore(SoeDatabase database, TimeProvider machine) => (_database, _unknown) = (database, new UnknownFates(database, machine));

    /// <summary>An effect without another change.</summary>
    public Task AddAsync(Effect effect, CancellationToken cancellation) => _database.WriteAsync(effect, cancellation);

    /// <summary>What is at the front of each lane of the tenant.</summary>
    public Task<IReadOnlyList<LaneHead>> HeadsAsync(string tenant, DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync(db => OutboxHeads.OfAsync(db, tenant, now, cancellation), cancellation);

    /// <summary>
    /// Takes up the first message of a lane: of its answers, or of the rest. Null when none is due, when an older one of the lane is
    /// being sent or was put off, or when the lease is not ours any more. An answer waits for no other message than an older answer;
    /// one whose first instant has not come holds up nobody.
    /// </summary>
    public Task<OutboxMessage?> ClaimAsync(OutboxLease lease, string lane, bool answers, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            var due = db.Outbox.Where(row => row.State == OutboxState.Pending && row.Tenant == lease.Tenant && row.Lane == lane && (row.NotBefore == null || row.NotBefore <= now));
            var sending = db.Outbox.Where(row => row.State == OutboxState.Sending && row.Tenant == lease.Tenant && row.Lane == lane);
            var row = await due.Where(one => (one.Kind == MessageKind.Answer) == answers).OrderBy(one => one.Id).FirstOrDefaultAsync(cancellation);
            if (row is null || row.RetryAt > now
                || await sending.AnyAsync(one => one.Id < row.Id && (!answers || one.Kind == MessageKind.Answer), cancellation)
                || (!answers && await due.AnyAsync(one => one.Id < row.Id && one.Kind == MessageKind.Answer, cancellation))
                || !await OutboxLeaseStore.IsHeldAsync(db, lease, cancellation)) return null;

            // Not before: a tracked row that stays pending would look like news.
            db.Outbox.Attach(row);
            (row.State, row.ClaimedAt, row.Fence) = (OutboxState.Sending, now, lease.Fence);
            return row.ToMessage();
        }, cancellation);

    /// <returns>False when nothing was written: the lease is not ours any more, or the message is settled already.</returns>
    public async Task<bool> SettleAsync(OutboxLease lease, long id, Settlement fate, CancellationToken cancellation)
    {
        var written = await ChangeAsync(lease, id, fate.Attempts, async (db, row) =>
        {
            if (fate.FoundNoCard && await OutboxFates.IsPostedNowAsync(db, row, cancellation))
            {
                (row.State, row.RetryAt) = (OutboxState.Pending, null);
                return;
            }
            (row.State, row.SettledAt, row.Reason, row.RetryAt) = (fate.State, fate.At, fate.Reason, null);
            row.Conversation = fate.Conversation ?? row.Conversation;
            row.ActivityId = fate.ActivityId ?? row.ActivityId;
            row.Text = fate.Text ?? row.Text;
            if (fate.State == OutboxState.Unknown) OutboxFates.RepeatOnce(row, fate.Reason, fate.At);
            await OutboxFates.LearnAsync(db, lease.Tenant, fate, cancellation);
            if (fate.State != OutboxState.Sent) return;
            await OutboxFates.RememberAsync(db, row, cancellation);
            await OutboxFates.CatchUpAsync(db, row, since: row.ClaimedAt, cancellation);
        }, cancellation);
        if (fate.State == OutboxState.Unknown) _unknown.Changed();
        return written;
    }

    /// <inheritdoc cref="SettleAsync"/>
    public Task<bool> PostponeAsync(OutboxLease lease, long id, Postponement wait, CancellationToken cancellation) =>
        ChangeAsync(lease, id, wait.Attempts, (_, row) =>
        {
            (row.State, row.RetryAt, row.Reason) = (OutboxState.Pending, wait.Until, wait.Reason);
            if (wait.CountsAsTry) row.Tries++;
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>
    /// Somebody pressed a button on this message, so it stands: when its sender died before it heard so, it is the one of unknown fate in its
    /// lane, is remembered now, and the last edit that found no card goes out. Where more than one could be meant, nothing is guessed.
    /// </summary>
    public async Task SeenAsync(string tenant, string conversation, string activityId, CancellationToken cancellation)
    {
        if (!await _unknown.AnyAsync(cancellation)) return;
        MessageTarget target = new MessageTarget.Conversation(tenant, conversation);
        await _database.WriteAsync(async db =>
        {
            var lane = (await OutboxLanes.ForAsync(db, [target], cancellation))(target);
            if (await db.Outbox.AnyAsync(row => row.ActivityId == activityId && row.Lane == lane.Name, cancellation)
                || await db.Outbox.AnyAsync(row => row.Repeats > 0 && row.Lane == lane.Name && row.Kind != MessageKind.Edit, cancellation)) return;
            if (await _unknown.Of(db, lane).OrderBy(row => row.Id).Take(2).ToListAsync(cancellation) is not [var found]) return;
            if (UnknownFates.IsOlder(activityId, found.ClaimedAt)) return;
            db.Outbox.Attach(found);
            (found.State, found.Conversation, found.ActivityId) = (OutboxState.Sent, conversation, activityId);
            await OutboxFates.RememberAsync(db, found, cancellation);
            await OutboxFates.CatchUpAsync(db, found, since: null, cancellation);
        }, cancellation);
    }

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<OutboxMessage>> RecentAsync(PlantId plant, int take, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OutboxMessage>>(async db =>
            (await db.Outbox.Where(row => row.Plant == plant).OrderByDescending(row => row.Id).Take(take).ToListAsync(cancellation))
            .ConvertAll(row => row.ToMessage()), cancellation);

    public Task<IReadOnlyList<PostedCard>> PostedAsync(string trackAs, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PostedCard>>(async db =>
        {
            var rows = await db.PostedCards.Where(row => row.TrackAs == trackAs).ToListAsync(cancellation);
            var laneOf = await OutboxLanes.ForAsync(db, [.. rows.Select(Place)], cancellation);
            return rows.ConvertAll(row => new PostedCard(row.Tenant, row.Conversation, row.ActivityId, laneOf(Place(row)).Name));

            static MessageTarget Place(PostedCardRow row) => new MessageTarget.Conversation(row.Tenant, row.Conversation);
        }, cancellation);

    /// <summary>Being sent, or waiting for their turn or their next try; what waits for a channel to become known is not counted.</summary>
    public Task<int> PendingCountAsync(CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
            await db.Outbox.CountAsync(row => row.State == OutboxState.Pending && row.Tenant != null, cancellation)
            + await db.Outbox.CountAsync(row => row.State == OutboxState.Sending, cancellation), cancellation);

    /// <summary>
    /// Forgets what was settled before that instant, in one short write. What a posted card still refers to stays: a press on it must find
    /// its message.
    /// </summary>
    /// <param name="before">Of the settlement; what was superseded has none and goes by its place among the others.</param>
    /// <param name="most">In this write.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>How many; none means that there are no more.</returns>
    public async Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var old = await _database.ReadAsync(async db =>
        {
            var settled = db.Outbox.Where(row => row.SettledAt < before && row.State != OutboxState.Pending && row.State != OutboxState.Sending);
            var free = await settled.Where(row => !db.PostedCards.Any(card => card.ActivityId == row.ActivityId))
                .OrderBy(row => row.SettledAt).Select(row => row.Id).Take(most).ToListAsync(cancellation);
            if (free.Count > 0) return free;
            var newest = await settled.OrderByDescending(row => row.SettledAt).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
            return await db.Outbox.Where(row => row.Id < newest && row.State == OutboxState.Superseded).OrderBy(row => row.Id).Select(row => row.Id).Take(most).ToListAsync(cancellation);
        }, cancellation);
        return old.Count == 0 ? 0 : await _database.WriteAsync(
            db => db.Outbox.Where(row => old.Contains(row.Id) && row.State != OutboxState.Pending && row.State != OutboxState.Sending).ExecuteDeleteAsync(cancellation), cancellation);
    }

    private Task<bool> ChangeAsync(OutboxLease lease, long id, IReadOnlyList<OutboxAttempt> attempts, Func<SoeDb, OutboxRow, Task> change, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            if (!await OutboxLeaseStore.IsHeldAsync(db, lease, cancellation)) return false;
            // Its turn: an edit that found this card missing, and is settled at the same moment, must see it or be seen.
            var own = RowLocks.Turn(db.Outbox.Where(one => one.Id == id && one.State == OutboxState.Sending && one.Fence == lease.Fence)).AsTracking();
            if (await own.ToListAsync(cancellation) is not [var row]) return false;
            db.OutboxAttempts.AddRange(attempts.Select(call => new AttemptRow { Tenant = lease.Tenant, Place = call.Place, At = call.At }));
            await change(db, row);
            return true;
        }, cancellation);
}
