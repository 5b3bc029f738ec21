using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>Who sends for which tenant. Instants are the machine's; machines that share a store keep the same time.</summary>
public sealed class OutboxLeaseStore
{
    /// <summary>As far back as the service's longest window.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>Before anything that is read, so that a claim or a settlement under the old fence is either written already or refused.</summary>
    private const string Take = """
        INSERT INTO outbox_leases (tenant, holder, fence, expires_at) VALUES (@tenant, @holder, 1, @until)
        ON CONFLICT (tenant) DO UPDATE SET holder = @holder, fence = outbox_leases.fence + 1, expires_at = @until
        WHERE outbox_leases.expires_at <= @now OR outbox_leases.holder IN (@holder, @gone) RETURNING fence;
        """;

    private const string LeftBehind = $"""
        SELECT place, "at" FROM outbox_attempts WHERE tenant = @tenant AND "at" > @since ORDER BY "at";
        SELECT lane, retry_at FROM outbox WHERE tenant = @tenant AND state = 'Pending' AND retry_at > @now;
        {OutboxHeads.Sql};
        """;

    private const string TakeAndRead = $"""
        {Take}
        SELECT holder FROM outbox_leases WHERE tenant = @tenant;
        SELECT count(*) FROM outbox WHERE tenant = @tenant AND state = 'Sending';
        {LeftBehind}
        """;

    private const string Renew = "UPDATE outbox_leases SET expires_at = @until WHERE tenant = @tenant AND fence = @fence AND holder = @holder RETURNING fence";

    private readonly SoeDatabase _database;

    /// <summary>Two hosts in one process are two holders.</summary>
    private readonly string _holder = $"{ProcessMark.Own}#{Guid.NewGuid():N}";

    internal OutboxLeaseStore(SoeDatabase database) => _database = database;

    /// <param name="mine">Tenants that this sender serves already.</param>
    public Task<OpenTenants> OpenAsync(IReadOnlyCollection<string> mine, DateTimeOffset now, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var open = (await OutboxHeads.TenantsAsync(db, cancellation)).Where(one => !mine.Contains(one.Tenant)).ToList();
            var held = open.Where(one => one.Holder is { } holder && one.ExpiresAt > now && !IsOwnOrGone(holder)).ToList();
            return new OpenTenants([.. open.Except(held).Select(one => one.Tenant)], held.Count == 0 ? null : held.Min(one => one.ExpiresAt));
        }, cancellation);

    /// <summary>Null while somebody else holds it and lives.</summary>
    public async Task<TakenLease?> TakeAsync(string tenant, TimeSpan length, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = await _database.WriteAtOnceAsync(db => TakeAsync(db, tenant, length, now, cancellation), cancellation);
        if (taken is { Lost: > 0 }) taken = await _database.WriteAsync(db => TakeBackAsync(db, taken.Lease, now, cancellation), cancellation);
        if (taken is not null) _database.Serves(tenant, true);
        return taken;
    }

    /// <returns>False when somebody else has taken it.</returns>
    public async Task<bool> RenewAsync(OutboxLease lease, TimeSpan length, DateTimeOffset now, CancellationToken cancellation)
    {
        var renewed = await EndAtAsync(lease, now + length, cancellation);
        if (!renewed) _database.Serves(lease.Tenant, false);
        return renewed;
    }

    /// <summary>The fence stays, so that nobody ever sends under the same number again.</summary>
    public Task GiveUpAsync(OutboxLease lease, CancellationToken cancellation)
    {
        Leave(lease);
        return EndAtAsync(lease, DateTimeOffset.MinValue, cancellation);
    }

    /// <summary>Nothing is sent any more; the lease ends by itself.</summary>
    public void Leave(OutboxLease lease) => _database.Serves(lease.Tenant, false);

    /// <summary>Forgets calls that no window reaches back to any more.</summary>
    public Task<int> ForgetAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _database.WriteAsync(db => db.OutboxAttempts.Where(row => row.At < now - Remembered).ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Within the transaction that writes: it stays so until the end of it.</summary>
    internal static async Task<bool> IsHeldAsync(SoeDb db, OutboxLease lease, CancellationToken cancellation) =>
        (await RowLocks.Fence(db.OutboxLeases.Where(row => row.Tenant == lease.Tenant)).ToListAsync(cancellation)) is [var row] && row.Fence == lease.Fence;

    private Task<bool> EndAtAsync(OutboxLease lease, DateTimeOffset until, CancellationToken cancellation) =>
        _database.WriteAtOnceAsync(db => db.AskAsync(
            Renew, [("tenant", lease.Tenant), ("fence", lease.Fence), ("holder", _holder), ("until", until.UtcTicks)], row => row.ReadAsync(cancellation), cancellation), cancellation);

    private bool IsOwnOrGone(string holder) => holder == _holder || ProcessMark.IsGone(holder.Split('#')[0]);

    private async Task<TakenLease?> TakeAsync(SoeDb db, string tenant, TimeSpan length, DateTimeOffset now, CancellationToken cancellation)
    {
        var (taken, holder) = await AskAsync(_holder);
        if (taken is null && holder is { } other && IsOwnOrGone(other)) (taken, _) = await AskAsync(other);
        return taken;

        Task<(TakenLease?, string?)> AskAsync(string gone) =>
            db.AskAsync<(TakenLease?, string?)>(
                TakeAndRead,
                [("tenant", tenant), ("holder", _holder), ("gone", gone), ("until", (now + length).UtcTicks), ("now", now.UtcTicks), ("since", (now - Remembered).UtcTicks)],
                async row =>
                {
                    var fence = await row.ReadAsync(cancellation) ? row.GetInt64(0) : (long?)null;
                    await row.NextResultAsync(cancellation);
                    var holder = await row.ReadAsync(cancellation) ? row.GetString(0) : null;
                    await row.NextResultAsync(cancellation);
                    await row.ReadAsync(cancellation);
                    var lost = (int)row.GetInt64(0);
                    await row.NextResultAsync(cancellation);
                    return (fence is { } ours ? await ReadAsync(row, new(tenant, ours), lost, cancellation) : null, holder);
                }, cancellation);
    }

    private static async Task<TakenLease> ReadAsync(DbDataReader row, OutboxLease lease, int lost, CancellationToken cancellation)
    {
        var attempts = await PlacesAsync();
        await row.NextResultAsync(cancellation);
        var putOff = await PlacesAsync();
        await row.NextResultAsync(cancellation);
        return new(lease, lost, attempts, putOff, await OutboxHeads.ReadAsync(row, cancellation));

        async Task<List<OutboxAttempt>> PlacesAsync()
        {
            var places = new List<OutboxAttempt>();
            while (await row.ReadAsync(cancellation)) places.Add(new(row.GetString(0), new(row.GetInt64(1), TimeSpan.Zero)));
            return places;
        }
    }

    /// <summary>What the former holder was sending: nobody knows whether the service has it. Its calls are counted as made now.</summary>
    /// <returns>With what is left behind then. Null when somebody else has taken the lease since; what he sends is his own.</returns>
    private static async Task<TakenLease?> TakeBackAsync(SoeDb db, OutboxLease lease, DateTimeOffset now, CancellationToken cancellation)
    {
        var tenant = lease.Tenant;
        if (!await IsHeldAsync(db, lease, cancellation)) return null;
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
            OutboxFates.Lose(row, "The process that sent it was lost.", now);
        }
        await db.SaveChangesAsync(cancellation);
        return await db.AskAsync(LeftBehind, [("tenant", tenant), ("now", now.UtcTicks), ("since", (now - Remembered).UtcTicks)], row => ReadAsync(row, lease, rows.Count, cancellation), cancellation);
    }

    private static MessageTarget Place(PostedCardRow card) => new MessageTarget.Conversation(card.Tenant, card.Conversation);
}
