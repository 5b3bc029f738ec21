using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>Who sends for which tenant. Instants are the machine's; machines that share a store keep the same time.</summary>
public sealed class OutboxLeaseStore
{
    /// <summary>As far back as the service's longest window.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly SoeDatabase _database;

    /// <summary>Two hosts in one process are two holders.</summary>
    private readonly string _holder = $"{ProcessMark.Own}#{Guid.NewGuid():N}";

    internal OutboxLeaseStore(SoeDatabase database) => _database = database;

    /// <param name="mine">Tenants that this sender serves already.</param>
    public Task<OpenTenants> OpenAsync(IReadOnlyCollection<string> mine, DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var open = (await OutboxHeads.TenantsAsync(db, cancellation)).Except(mine).ToList();
            if (open.Count == 0) return new OpenTenants([], null);
            var leases = await db.OutboxLeases.Where(row => open.Contains(row.Tenant)).ToDictionaryAsync(row => row.Tenant, cancellation);
            var held = leases.Values.Where(row => !IsFree(row, now)).ToList();
            return new OpenTenants([.. open.Except(held.Select(row => row.Tenant))], held.Count == 0 ? null : held.Min(row => row.ExpiresAt));
        }, cancellation);

    /// <summary>Null while somebody else holds it and lives.</summary>
    public async Task<TakenLease?> TakeAsync(string tenant, TimeSpan length, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = await _database.WriteAsync(db => TakeAsync(db, tenant, length, now, cancellation), cancellation);
        if (taken is not null) _database.Serves(tenant, true);
        return taken;
    }

    /// <returns>False when somebody else has taken it.</returns>
    public async Task<bool> RenewAsync(OutboxLease lease, TimeSpan length, DateTimeOffset now, CancellationToken cancellation)
    {
        var renewed = await _database.WriteAsync(db => Own(db, lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, now + length), cancellation), cancellation) > 0;
        if (!renewed) _database.Serves(lease.Tenant, false);
        return renewed;
    }

    /// <summary>The fence stays, so that nobody ever sends under the same number again.</summary>
    public Task GiveUpAsync(OutboxLease lease, CancellationToken cancellation)
    {
        _database.Serves(lease.Tenant, false);
        return _database.WriteAsync(db => Own(db, lease).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, DateTimeOffset.MinValue), cancellation), cancellation);
    }

    /// <summary>Forgets calls that no window reaches back to any more.</summary>
    public Task<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(db => db.OutboxAttempts.Where(row => row.At < now - Remembered).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Within the transaction that writes: it stays so until the end of it.</summary>
    internal static async Task<bool> IsHeldAsync(SoeDb db, OutboxLease lease, CancellationToken cancellation) =>
        (await RowLocks.Fence(db.OutboxLeases.Where(row => row.Tenant == lease.Tenant)).ToListAsync(cancellation)) is [var row] && row.Fence == lease.Fence;

    private IQueryable<LeaseRow> Own(SoeDb db, OutboxLease lease) =>
        db.OutboxLeases.Where(row => row.Tenant == lease.Tenant && row.Fence == lease.Fence && row.Holder == _holder);

    private bool IsFree(LeaseRow row, DateTimeOffset now) => row.ExpiresAt <= now || row.Holder == _holder || ProcessMark.IsGone(row.Holder.Split('#')[0]);

    private async Task<TakenLease?> TakeAsync(SoeDb db, string tenant, TimeSpan length, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await db.OutboxLeases.AsTracking().FirstOrDefaultAsync(one => one.Tenant == tenant, cancellation);
        if (row is null) db.OutboxLeases.Add(row = new() { Tenant = tenant, Holder = _holder, Fence = 0, ExpiresAt = now });
        else if (!IsFree(row, now)) return null;
        (row.Holder, row.Fence, row.ExpiresAt) = (_holder, row.Fence + 1, now + length);

        // Before anything else, so that a claim or a settlement under the old fence is either written already or refused.
        await db.SaveChangesAsync(cancellation);
        var lost = await TakeBackAsync(db, tenant, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        var since = now - Remembered;
        return new TakenLease(
            new(tenant, row.Fence), lost,
            await db.OutboxAttempts.Where(one => one.Tenant == tenant && one.At > since).OrderBy(one => one.At)
                .Select(one => new OutboxAttempt(one.Place, one.At)).ToListAsync(cancellation),
            await db.Outbox.Where(one => one.Tenant == tenant && one.State == OutboxState.Pending && one.RetryAt > now)
                .Select(one => new OutboxAttempt(one.Lane, one.RetryAt!.Value)).ToListAsync(cancellation));
    }

    /// <summary>What the former holder was sending: nobody knows whether the service has it. Its calls are counted as made now.</summary>
    private static async Task<int> TakeBackAsync(SoeDb db, string tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await db.Outbox.AsTracking().Where(row => row.Tenant == tenant && row.State == OutboxState.Sending).ToListAsync(cancellation);
        var edited = rows.Where(row => row.Kind == MessageKind.Edit).Select(row => row.TrackAs).Distinct().ToList();
        var cards = edited.Count == 0 ? [] : await db.PostedCards.Where(card => edited.Contains(card.TrackAs)).ToListAsync(cancellation);
        var laneOf = await OutboxLanes.ForAsync(db, [.. cards.Select(Place)], cancellation);
        foreach (var row in rows)
        {
            // A person's first message makes the chat too, which counts as well.
            var places = row.Kind == MessageKind.Edit ? cards.Where(card => card.TrackAs == row.TrackAs).Select(card => laneOf(Place(card)).Name)
                : row.Target is MessageTarget.Person ? [row.Lane, row.Lane] : [row.Lane];
            db.OutboxAttempts.AddRange(places.Select(place => new AttemptRow { Tenant = tenant, Place = place, At = now }));
            OutboxFates.RepeatOnce(row, "The process that sent it was lost.", now);
        }
        return rows.Count;
    }

    private static MessageTarget Place(PostedCardRow card) => new MessageTarget.Conversation(card.Tenant, card.Conversation);
}
