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

    /// <summary>
    /// The message whose turn it is, answers first; null when there is none. A message waits while an older one of its lane is being
    /// sent or waits for its next try; one whose first instant has not come holds up nobody. What is for a plant's channel waits until that is known.
    /// </summary>
    public async Task<OutboxMessage?> ClaimNextAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (!await _database.ReadAsync(db => Claimable(db, now).AnyAsync(cancellation), cancellation)) return null;
        return await _database.WriteAsync(async db =>
        {
            var next = Claimable(db, now).OrderBy(row => row.Kind == MessageKind.Answer ? 0 : 1).ThenBy(row => row.Id).Take(1);
            var row = (await SkipLocked.Claim(next).AsTracking().ToListAsync(cancellation)).SingleOrDefault();
            if (row is null) return null;
            (row.State, row.ClaimedAt, row.ClaimedBy) = (OutboxState.Sending, now, ProcessMark.Own);
            return row.ToMessage();
        }, cancellation);
    }

    public async Task SettleAsync(
        long id, OutboxState state, string? conversation, string? activityId, string? text, string? reason, DateTimeOffset now, CancellationToken cancellation)
    {
        await _database.WriteAsync(async db =>
        {
            var row = await db.Outbox.AsTracking().FirstAsync(one => one.Id == id, cancellation);
            (row.State, row.SettledAt, row.Reason) = (state, now, reason);
            row.Conversation = conversation ?? row.Conversation;
            row.ActivityId = activityId ?? row.ActivityId;
            row.Text = text ?? row.Text;
            if (state == OutboxState.Unknown) RepeatOnce(row, reason, now);
            if (state == OutboxState.Sent) await RememberAsync(db, row, cancellation);
        }, cancellation);
        if (state == OutboxState.Unknown) _unknown.Changed();
    }

    /// <summary>The service surely did not take it: it keeps its place and is tried again.</summary>
    public Task RetryAsync(long id, DateTimeOffset notBefore, string reason, CancellationToken cancellation) =>
        _database.WriteAsync(db => db.Outbox.Where(row => row.Id == id && row.State == OutboxState.Sending)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, OutboxState.Pending)
                .SetProperty(row => row.NotBefore, notBefore)
                .SetProperty(row => row.Reason, reason)
                .SetProperty(row => row.Tries, row => row.Tries + 1), cancellation), cancellation);

    /// <summary>At start, and now and then: what a process that is gone was sending has an unknown fate. A reminder or an edit is repeated once.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RecoverAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var found = await _database.WriteAsync(async db =>
        {
            var lost = now - ProcessMark.LostAfter;
            var sending = await db.Outbox.AsTracking().Where(row => row.State == OutboxState.Sending).ToListAsync(cancellation);
            var gone = sending.Where(row => row.ClaimedAt < lost || ProcessMark.IsGone(row.ClaimedBy)).ToList();
            foreach (var row in gone) RepeatOnce(row, "The process that sent it was lost.", now);
            return gone.Count;
        }, cancellation);
        if (found > 0) _unknown.Changed();
        return found;
    }

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
            if (await db.Outbox.AnyAsync(row => row.Lane == lane && (row.ActivityId == activityId || (row.Repeats > 0 && row.Kind != MessageKind.Edit)), cancellation)) return;
            if (await UnknownFates.Of(db).AsTracking().Where(row => row.Lane == lane).Take(2).ToListAsync(cancellation) is not [var found]) return;
            (found.State, found.Conversation, found.ActivityId) = (OutboxState.Sent, conversation, activityId);
            await RememberAsync(db, found, cancellation);
            var missed = await db.Outbox.AsTracking().Where(row => row.Kind == MessageKind.Edit && row.TrackAs == found.TrackAs && row.State == OutboxState.Silent)
                .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
            if (missed is not null) missed.State = OutboxState.Pending;
        }, cancellation);
    }

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<OutboxMessage>> RecentAsync(PlantId plant, int take, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OutboxMessage>>(async db =>
            (await db.Outbox.Where(row => row.Plant == plant).OrderByDescending(row => row.Id).Take(take).ToListAsync(cancellation))
            .ConvertAll(row => row.ToMessage()), cancellation);

    public Task<IReadOnlyList<PostedCard>> PostedAsync(string trackAs, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<PostedCard>>(async db =>
            await db.PostedCards.Where(row => row.TrackAs == trackAs)
                .Select(row => new PostedCard(row.Tenant, row.Conversation, row.ActivityId)).ToListAsync(cancellation), cancellation);

    /// <summary>Being sent, or waiting for their turn or their next try; what waits for a channel to become known is not counted.</summary>
    public Task<int> PendingCountAsync(CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Outbox.CountAsync(row => (row.State == OutboxState.Pending || row.State == OutboxState.Sending) && !row.Lane.StartsWith(OutboxLanes.Shut), cancellation), cancellation);

    private static IQueryable<OutboxRow> Claimable(SoeDb db, DateTimeOffset now) => db.Outbox.Where(row =>
        row.State == OutboxState.Pending && (row.NotBefore == null || row.NotBefore <= now) && !row.Lane.StartsWith(OutboxLanes.Shut)
        && !db.Outbox.Any(older => older.Lane == row.Lane && older.Id < row.Id
            && (row.Kind != MessageKind.Answer || older.Kind == MessageKind.Answer)
            && (older.State == OutboxState.Sending
                || (older.State == OutboxState.Pending && (older.NotBefore == null || older.NotBefore <= now || older.Tries > 0)))));

    private static void RepeatOnce(OutboxRow row, string? reason, DateTimeOffset now)
    {
        var repeat = row.Kind is MessageKind.Reminder or MessageKind.Edit && row.Repeats == 0;
        (row.State, row.Reason, row.SettledAt) = (repeat ? OutboxState.Pending : OutboxState.Unknown, reason, now);
        if (repeat) row.Repeats = 1;
    }

    private static async Task RememberAsync(SoeDb db, OutboxRow row, CancellationToken cancellation)
    {
        if (row is not { TrackAs: { } name, Conversation: { } conversation, ActivityId: { } activity } || row.Kind == MessageKind.Edit) return;
        var tenant = row.Target switch
        {
            MessageTarget.Person(var person) => person.Tenant,
            MessageTarget.Conversation(var known, _) => known,
            MessageTarget.Channel(var plant) => await db.Bindings.Where(bound => bound.Plant == plant && bound.Use == ChannelUse.Week)
                .Select(bound => bound.Tenant).FirstOrDefaultAsync(cancellation),
            _ => null,
        };
        if (tenant is null || await db.PostedCards.AnyAsync(
            card => card.TrackAs == name && card.Tenant == tenant && card.Conversation == conversation && card.ActivityId == activity, cancellation)) return;
        db.PostedCards.Add(new() { TrackAs = name, Tenant = tenant, Conversation = conversation, ActivityId = activity });
    }
}
