using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

public sealed partial class PlanStore
{
    /// <summary>The whole plan as of a version; empty when there is no such version.</summary>
    public Task<PlanSnapshot> LoadAsync(PlantId plant, int version, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var plan = new PlanSnapshot();
            var known = await db.PlanVersions.FirstOrDefaultAsync(row => row.Plant == plant && row.Number == version, cancellation);
            if (known is null) return plan;
            foreach (var table in PlanTables.All.Where(table => known.Tables.ContainsKey(table.Name)))
                plan = await table.LoadAsync(db, plant, version, plan, cancellation);
            return plan;
        }, cancellation);

    /// <summary>By due day, then place in the queue, then number; finished ones included.</summary>
    public Task<Page<ScheduleLine>> ScheduleDueAsync(PlantId plant, int version, DayRange days, int skip, int take, CancellationToken cancellation) =>
        _database.ReadAsync(db => PageAsync(
            PlanRowsOf.Version<ScheduleLine>(db, plant, version).Where(line => line.Due >= days.First && line.Due <= days.Last),
            lines => lines.OrderBy(line => line.Due).ThenBy(line => line.Sequence).ThenBy(line => line.Number), skip, take, cancellation), cancellation);

    /// <summary>Open lines by the day they are expected, then order and line.</summary>
    public Task<Page<PurchaseLine>> PurchasesDueAsync(PlantId plant, int version, DayRange days, int skip, int take, CancellationToken cancellation) =>
        _database.ReadAsync(db => PageAsync(
            PlanRowsOf.Version<PurchaseLine>(db, plant, version).Where(line => !line.Cancelled && line.Received < line.Quantity
                && (line.Confirmed ?? line.Due) >= days.First && (line.Confirmed ?? line.Due) <= days.Last),
            lines => lines.OrderBy(line => line.Confirmed ?? line.Due).ThenBy(line => line.Order).ThenBy(line => line.Line), skip, take, cancellation), cancellation);

    public Task<IReadOnlyList<OrderLine>> OrderLinesAsync(PlantId plant, int version, string order, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OrderLine>>(async db =>
            await PlanRowsOf.Version<OrderLine>(db, plant, version).Where(line => line.Order == order).OrderBy(line => line.Line).ToListAsync(cancellation), cancellation);

    /// <summary>The same for several orders at once, by order and line.</summary>
    public Task<IReadOnlyList<OrderLine>> OrderLinesAsync(PlantId plant, int version, IReadOnlyCollection<string> orders, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OrderLine>>(async db =>
            await PlanRowsOf.Version<OrderLine>(db, plant, version).Where(line => orders.Contains(line.Order)).OrderBy(line => line.Order).ThenBy(line => line.Line).ToListAsync(cancellation), cancellation);

    /// <summary>What people search orders by, of every line; in no order.</summary>
    public Task<IReadOnlyList<OrderKey>> OrderKeysAsync(PlantId plant, int version, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OrderKey>>(async db =>
            await PlanRowsOf.Version<OrderLine>(db, plant, version)
                .Select(line => new OrderKey(line.Order, line.Customer, line.Item, line.LastConfirmed ?? line.FirstConfirmed ?? line.Requested, !line.Cancelled && line.ShippedQuantity < line.Quantity))
                .ToListAsync(cancellation), cancellation);

    /// <summary>Names of items by number.</summary>
    public Task<IReadOnlyDictionary<string, string>> ItemNamesAsync(PlantId plant, int version, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<string, string>>(async db =>
            await PlanRowsOf.Version<Item>(db, plant, version).ToDictionaryAsync(item => item.Number, item => item.Name, cancellation), cancellation);

    /// <summary>Customer orders whose number is or ends like this, whatever the case: people type 63216 for SO63216. The equal one comes first.</summary>
    public Task<IReadOnlyList<string>> FindOrdersAsync(PlantId plant, int version, string ending, int take, CancellationToken cancellation)
    {
        var wanted = ending.Trim().ToLowerInvariant();
        if (wanted.Length == 0) return Task.FromResult<IReadOnlyList<string>>([]);
#pragma warning disable CA1304, CA1311 // ToLower runs in the database, which has no culture.
        return _database.ReadAsync<IReadOnlyList<string>>(async db =>
            await PlanRowsOf.Version<OrderLine>(db, plant, version).Select(line => line.Order).Distinct()
                .Where(order => order.ToLower().EndsWith(wanted))
                .OrderBy(order => order.Length).ThenBy(order => order).Take(take).ToListAsync(cancellation), cancellation);
#pragma warning restore CA1304, CA1311
    }

    private static async Task<Page<T>> PageAsync<T>(
        IQueryable<T> rows, Func<IQueryable<T>, IOrderedQueryable<T>> order, int skip, int take, CancellationToken cancellation) =>
        new(await order(rows).Skip(skip).Take(take).ToListAsync(cancellation), await rows.CountAsync(cancellation));
}
