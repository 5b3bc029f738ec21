using System.Data.Common;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>
/// What is at the front of each lane. The queries jump from lane to lane through the index of what is pending, so they cost by the
/// number of lanes, however much waits behind the fronts or lies settled beside them. LINQ has no words for such a jump.
/// </summary>
internal static class OutboxHeads
{
    /// <summary>Tenants for whom something waits or is being sent, each with the lease on it.</summary>
    private const string Tenants = """
        WITH RECURSIVE tenants(tenant) AS (
            SELECT (SELECT tenant FROM outbox WHERE state = 'Pending' AND tenant IS NOT NULL ORDER BY tenant LIMIT 1)
            UNION ALL
            SELECT (SELECT o.tenant FROM outbox o WHERE o.state = 'Pending' AND o.tenant > tenants.tenant ORDER BY o.tenant LIMIT 1)
            FROM tenants WHERE tenants.tenant IS NOT NULL)
        SELECT f.tenant, l.holder, l.expires_at
        FROM (SELECT tenant FROM tenants WHERE tenant IS NOT NULL UNION SELECT tenant FROM outbox WHERE state = 'Sending' AND tenant IS NOT NULL) f
        LEFT JOIN outbox_leases l ON l.tenant = f.tenant
        """;

    /// <summary>Of <c>@tenant</c> at <c>@now</c>.</summary>
    public const string Sql = """
        WITH RECURSIVE lanes(lane) AS (
            SELECT (SELECT lane FROM outbox WHERE state = 'Pending' AND tenant = @tenant ORDER BY lane LIMIT 1)
            UNION ALL
            SELECT (SELECT o.lane FROM outbox o WHERE o.state = 'Pending' AND o.tenant = @tenant AND o.lane > lanes.lane ORDER BY o.lane LIMIT 1)
            FROM lanes WHERE lanes.lane IS NOT NULL),
        heads(id) AS (
            SELECT (SELECT o.id FROM outbox o WHERE o.state = 'Pending' AND o.tenant = @tenant AND o.lane = lanes.lane
                AND o.kind = 'Answer' AND (o.not_before IS NULL OR o.not_before <= @now) ORDER BY o.id LIMIT 1) FROM lanes
            UNION ALL
            SELECT (SELECT o.id FROM outbox o WHERE o.state = 'Pending' AND o.tenant = @tenant AND o.lane = lanes.lane
                AND o.kind <> 'Answer' AND (o.not_before IS NULL OR o.not_before <= @now) ORDER BY o.id LIMIT 1) FROM lanes)
        SELECT o.lane, o.kind, o.id, o.retry_at FROM outbox o JOIN heads ON o.id = heads.id
        """;

    public static Task<List<(string Tenant, string? Holder, DateTimeOffset? ExpiresAt)>> TenantsAsync(SoeDb db, CancellationToken cancellation) =>
        db.AskAsync(Tenants, [], async row =>
        {
            var found = new List<(string, string?, DateTimeOffset?)>();
            while (await row.ReadAsync(cancellation))
                found.Add((row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : new(row.GetInt64(2), TimeSpan.Zero)));
            return found;
        }, cancellation);

    /// <summary>Of each lane the first answer that is due and the first of the rest.</summary>
    public static Task<IReadOnlyList<LaneHead>> OfAsync(SoeDb db, string tenant, DateTimeOffset now, CancellationToken cancellation) =>
        db.AskAsync(Sql, [("tenant", tenant), ("now", now.UtcTicks)], row => ReadAsync(row, cancellation), cancellation);

    public static async Task<IReadOnlyList<LaneHead>> ReadAsync(DbDataReader row, CancellationToken cancellation)
    {
        var heads = new List<LaneHead>();
        while (await row.ReadAsync(cancellation))
            heads.Add(new(row.GetString(0), row.GetString(1) == nameof(MessageKind.Answer), row.GetInt64(2), row.IsDBNull(3) ? null : new(row.GetInt64(3), TimeSpan.Zero)));
        return heads;
    }
}
