using Microsoft.EntityFrameworkCore;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>
/// What is at the front of each lane. The queries jump from lane to lane through the index of what is pending, so they cost by the
/// number of lanes, however much waits behind the fronts or lies settled beside them. LINQ has no words for such a jump.
/// </summary>
internal static class OutboxHeads
{
    private const string Tenants = """
        WITH RECURSIVE tenants(tenant) AS (
            SELECT (SELECT tenant FROM outbox WHERE state = 'Pending' AND tenant IS NOT NULL ORDER BY tenant LIMIT 1)
            UNION ALL
            SELECT (SELECT o.tenant FROM outbox o WHERE o.state = 'Pending' AND o.tenant > tenants.tenant ORDER BY o.tenant LIMIT 1)
            FROM tenants WHERE tenants.tenant IS NOT NULL)
        SELECT tenant AS "Value" FROM tenants WHERE tenant IS NOT NULL
        """;

    /// <summary>{0} is the tenant, {1} is now.</summary>
    private const string Heads = """
        WITH RECURSIVE lanes(lane) AS (
            SELECT (SELECT lane FROM outbox WHERE state = 'Pending' AND tenant = {0} ORDER BY lane LIMIT 1)
            UNION ALL
            SELECT (SELECT o.lane FROM outbox o WHERE o.state = 'Pending' AND o.tenant = {0} AND o.lane > lanes.lane ORDER BY o.lane LIMIT 1)
            FROM lanes WHERE lanes.lane IS NOT NULL),
        heads(id) AS (
            SELECT (SELECT o.id FROM outbox o WHERE o.state = 'Pending' AND o.tenant = {0} AND o.lane = lanes.lane
                AND o.kind = 'Answer' AND (o.not_before IS NULL OR o.not_before <= {1}) ORDER BY o.id LIMIT 1) FROM lanes
            UNION ALL
            SELECT (SELECT o.id FROM outbox o WHERE o.state = 'Pending' AND o.tenant = {0} AND o.lane = lanes.lane
                AND o.kind <> 'Answer' AND (o.not_before IS NULL OR o.not_before <= {1}) ORDER BY o.id LIMIT 1) FROM lanes)
        SELECT o.lane AS "Lane", o.kind AS "Kind", o.id AS "Id", o.retry_at AS "RetryAt" FROM outbox o JOIN heads ON o.id = heads.id
        """;

    public static async Task<IReadOnlyList<string>> TenantsAsync(SoeDb db, CancellationToken cancellation)
    {
        var pending = await db.Database.SqlQueryRaw<string>(Tenants).ToListAsync(cancellation);
        var sending = await db.Outbox.Where(row => row.State == OutboxState.Sending).Select(row => row.Tenant!).Distinct().ToListAsync(cancellation);
        return [.. pending.Union(sending)];
    }

    /// <summary>Of each lane the first answer that is due and the first of the rest.</summary>
    public static async Task<IReadOnlyList<LaneHead>> OfAsync(SoeDb db, string tenant, DateTimeOffset now, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<HeadRow>(Heads, tenant, now.UtcTicks).ToListAsync(cancellation))
        .ConvertAll(row => new LaneHead(row.Lane, row.Kind == nameof(MessageKind.Answer), row.Id,
            row.RetryAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null));

    private sealed record HeadRow(string Lane, string Kind, long Id, long? RetryAt);
}
