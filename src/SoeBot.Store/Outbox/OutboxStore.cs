using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Conversations;
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
    /// Takes up the first message of each part of a lane. Null for one when none is due, when an older one of the lane is being sent or
    /// was put off, or when the lease is not ours any more. An answer waits for no other message than an older answer; one whose first
    /// instant has not come holds up nobody.
    /// </summary>
    public Task<IReadOnlyList<OutboxMessage?>> ClaimAsync(OutboxLease lease, IReadOnlyList<LanePart> parts, DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAtOnceAsync(db => OutboxHand.ClaimAsync(db, lease, parts, now, cancellation), cancellation);

    /// <summary>Writes down what became of a message, and takes up another one in the same transaction.</summary>
    /// <param name="lease">Of the sender.</param>
    /// <param name="message">As it was taken up.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="next">Whose first message is taken up, as by <see cref="ClaimAsync"/>; null for none.</param>
    /// <param name="now">For what is due.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<HandedBack> SettleAsync(OutboxLease lease, OutboxMessage message, MessageFate fate, LanePart? next, DateTimeOffset now, CancellationToken cancellation)
    {
        var done = await _database.WriteAsync(async db =>
        {
            if (fate is Settlement { FoundNoCard: true } && message.TrackAs is { } name && await OutboxLeaseStore.IsHeldAsync(db, lease, cancellation) && await OutboxFates.IsPostedNowAsync(db, name, cancellation))
                return await OutboxHand.SettleAsync(db, lease, message, new Postponement(null, null, CountsAsTry: false) { Attempts = fate.Attempts }, next, now, cancellation);
            var done = await OutboxHand.SettleAsync(db, lease, message, fate, next, now, cancellation);
            if (done.IsWritten && fate is Settlement settled) await OutboxFates.LearnAsync(db, lease.Tenant, settled, cancellation);
            return done;
        }, cancellation);
        if (done.SendsEdit) _database.WakeSender();
        if (fate is Settlement { State: OutboxState.Unknown }) _unknown.Changed();
        return done;
    }

    /// <summary>
    /// Somebody pressed a button on this message, so it stands: when its sender died before it heard so, it is the one of unknown fate in its
    /// lane, is remembered now, and the last edit that found no card goes out. Where more than one could be meant, nothing is guessed.
    /// </summary>
    public async Task SeenAsync(string tenant, string conversation, string activityId, CancellationToken cancellation)
    {
        if (!await _unknown.AnyAsync(cancellation) || await IsKnownAsync(tenant, conversation, activityId, cancellation)) return;
        // What is just being sent there may be the one that was pressed: soon it has its number, or counts as lost.
        for (var looked = 1; !await IsToldApartAsync(tenant, conversation, activityId, cancellation) && looked < UnknownFates.Looks; looked++) await _unknown.WaitAsync(cancellation);
    }

    /// <summary>What most presses stand on; asked without a write.</summary>
    private Task<bool> IsKnownAsync(string tenant, string conversation, string activityId, CancellationToken cancellation) =>
        _database.ReadAsync(db =>
        {
            var place = ConversationRow.Place(conversation);
            return db.Outbox.AnyAsync(row => row.ActivityId == activityId && row.Tenant == tenant && (row.Conversation == conversation || row.Conversation == place), cancellation);
        }, cancellation);

    private Task<bool> IsToldApartAsync(string tenant, string conversation, string activityId, CancellationToken cancellation) =>
        _database.WriteAsync(async db =>
        {
            MessageTarget target = new MessageTarget.Conversation(tenant, conversation);
            var lane = (await OutboxLanes.ForAsync(db, [target], cancellation))(target);
            // Asked before what is settled, since what is being sent may become that meanwhile.
            var open = await UnknownFates.Open(db, lane).OrderBy(row => row.Id).Take(UnknownFates.Most).ToListAsync(cancellation);
            var lost = open.Where(_unknown.IsLost).ToList();
            if (await db.Outbox.AnyAsync(row => row.ActivityId == activityId && row.Lane == lane.Name, cancellation)
                || await db.Outbox.AnyAsync(row => row.Repeats > 0 && row.Lane == lane.Name && row.Kind != MessageKind.Edit, cancellation)) return true;
            if (lost is not [var found] || UnknownFates.IsOlder(activityId, found.ClaimedAt)) return true;
            if (open.Count > 1) return false;
            db.Outbox.Attach(found);
            (found.State, found.Conversation, found.ActivityId) = (OutboxState.Sent, conversation, activityId);
            await OutboxFates.RememberAsync(db, found, cancellation);
            await OutboxFates.CatchUpAsync(db, found, since: null, cancellation);
            return true;
        }, cancellation);

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<OutboxMessage>> RecentAsync(PlantId plant, int take, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OutboxMessage>>(async db =>
            (await db.Outbox.Where(row => row.Plant == plant).OrderByDescending(row => row.Id).Take(take).ToListAsync(cancellation))
            .ConvertAll(row => row.ToMessage()), cancellation);

    /// <summary>The cards posted under a name.</summary>
    public Task<IReadOnlyList<PostedCard>> PostedAsync(string trackAs, CancellationToken cancellation) =>
        _database.ReadAsync(db => OutboxWays.PostedAsync(db, trackAs, cancellation), cancellation);

    /// <summary>Where a message goes as things stand, and what is known against it.</summary>
    public Task<MessageWay> WayAsync(OutboxMessage message, CancellationToken cancellation) =>
        _database.ReadAsync(db => OutboxWays.OfAsync(db, message, cancellation), cancellation);

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
}
