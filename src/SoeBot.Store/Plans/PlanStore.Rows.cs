using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Store.Bulk;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

public sealed partial class PlanStore
{
    /// <summary>The whole plan as of a version, the rows of each table in the order in which they first came; empty when there is no such version.</summary>
    public async Task<PlanSnapshot> LoadAsync(PlantId plant, int version, CancellationToken cancellation)
    {
        if (await FindAsync(plant, version, cancellation) is not { } known) return new();
        var loads = await _database.ReadAsync(
            async db =>
            {
                List<PlanTableLoad> all = [];
                foreach (var table in PlanTables.All.Where(table => known.Tables.ContainsKey(table.Name))) all.Add(await table.LoadAsync(db, known, cancellation));
                return all;
            },
            cancellation);
        await Parallel.ForEachAsync(loads.SelectMany(load => load.Parts), SoeDatabase.InParallel(cancellation), async (part, ct) =>
        {
            await using var db = await _database.OpenAsync(ct);
            await part(db, ct);
        });
        return loads.Aggregate(new PlanSnapshot(), (plan, load) => load.Into(plan));
    }

    /// <summary>The schedule as of a version, as <see cref="LoadAsync"/> gives it; null when that version has none.</summary>
    public async Task<IReadOnlyList<ScheduleLine>?> ScheduleAsync(PlantId plant, int version, CancellationToken cancellation) =>
        await FindAsync(plant, version, cancellation) is { } known && PlanTables.Schedule is var table && known.Tables.ContainsKey(table.Name)
            ? (await _database.ReadAsync(async db => await (await table.LoadAsync(db, known, cancellation)).ReadAsync(db, new(), cancellation), cancellation)).Schedule : null;

    /// <summary>How the tables that people change differ between a version and a later one. Only rows that differ are read.</summary>
    public async Task<PlanDifference> DifferenceAsync(PlantId plant, int before, int after, CancellationToken cancellation)
    {
        var (one, other) = (await FindAsync(plant, before, cancellation), await FindAsync(plant, after, cancellation));
        return new(
            PlanDifference.OfOrders(await LeftAsync<OrderLine>("orders"), await ComeAsync<OrderLine>("orders")),
            PlanDifference.OfSchedule(await LeftAsync<ScheduleLine>("schedule"), await ComeAsync<ScheduleLine>("schedule")),
            PlanDifference.OfPurchases(await LeftAsync<PurchaseLine>("purchases"), await ComeAsync<PurchaseLine>("purchases")));

        async Task<List<T>?> LeftAsync<T>(string table) where T : class, IPlanRow => !IsIn(table) ? null
            : await _database.ReadAsync(db => PlanRowsOf.Left<T>(db, plant, before, after).ToListAsync(cancellation), cancellation);

        async Task<List<T>?> ComeAsync<T>(string table) where T : class, IPlanRow => !IsIn(table) ? null
            : await _database.ReadAsync(db => PlanRowsOf.Come<T>(db, plant, before, after).ToListAsync(cancellation), cancellation);

        bool IsIn(string table) => one is not null && other is not null && one.Tables.ContainsKey(table) && other.Tables.ContainsKey(table);
    }

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
    public async Task<IReadOnlyList<OrderKey>> OrderKeysAsync(PlantId plant, int version, CancellationToken cancellation)
    {
        var keys = new List<OrderKey>();
        await _database.ReadAsync(async db =>
        {
            var form = RowForm<OrderLine>.In(db);
            await db.ReadAsync($"SELECT {form.ColumnList} FROM {form.Table} WHERE {PlanRowsOf.Holding(plant, version)}", source =>
            {
                var line = form.Read(source);
                keys.Add(new OrderKey(line.Order, line.Customer, line.Item, line.Commitment, line.OpenQuantity > 0));
            }, cancellation);
            return true;
        }, cancellation);
        return keys;
    }

    /// <summary>Names of all customers with an order, each once; in no order.</summary>
    public Task<IReadOnlyList<string>> CustomersAsync(PlantId plant, int version, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<string>>(async db =>
            await PlanRowsOf.Version<OrderLine>(db, plant, version).Where(line => line.Customer != null).Select(line => line.Customer!).Distinct().ToListAsync(cancellation), cancellation);

    /// <summary>Lines of a customer that are open or were shipped since.</summary>
    public Task<IReadOnlyList<OrderLine>> OrdersOfCustomerAsync(PlantId plant, int version, string customer, DateOnly shippedSince, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<OrderLine>>(async db =>
            await PlanRowsOf.Version<OrderLine>(db, plant, version).Where(line => line.Customer == customer && !line.Cancelled && (line.ShippedQuantity < line.Quantity || line.ShippedOn >= shippedSince))
                .OrderBy(line => line.Order).ThenBy(line => line.Line).ToListAsync(cancellation), cancellation);

    /// <summary>Of weeks that start in the days.</summary>
    public Task<IReadOnlyList<ForecastLine>> ForecastAsync(PlantId plant, int version, DayRange days, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<ForecastLine>>(async db =>
            await PlanRowsOf.Version<ForecastLine>(db, plant, version).Where(line => line.Week >= days.First && line.Week <= days.Last).OrderBy(line => line.Item).ThenBy(line => line.Week).ToListAsync(cancellation), cancellation);

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
