using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

public sealed partial class PlanStore
{
    /// <summary>
    /// What became of everything that any kept version held: each order, schedule and purchase line as it was last seen, also those that the
    /// source dropped once they were done. One that was dropped while it was open is left out, for nobody knows its end. With the bill of
    /// materials in use. Null before the first import.
    /// </summary>
    public Task<PlanSnapshot?> LoadPastAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var current = await db.PlanHeads.Where(head => head.Plant == plant && head.Current > 0).Select(head => (int?)head.Current).FirstOrDefaultAsync(cancellation);
            return current is not { } version ? null : new PlanSnapshot
            {
                Orders = await LastSeenAsync<OrderLine>(db, plant, version, line => line.OpenQuantity == 0, cancellation),
                Schedule = await LastSeenAsync<ScheduleLine>(db, plant, version, line => line.FinishedOn is not null, cancellation),
                Purchases = await LastSeenAsync<PurchaseLine>(db, plant, version, line => line.OpenQuantity == 0, cancellation),
                Bill = await PlanRowsOf.Version<BillLine>(db, plant, version).ToListAsync(cancellation),
            };
        }, cancellation);

    /// <summary>Null when there never was one: then the table is absent.</summary>
    private static async Task<IReadOnlyList<T>?> LastSeenAsync<T>(SoeDb db, PlantId plant, int current, Func<T, bool> isDone, CancellationToken cancellation)
        where T : class, IPlanRow
    {
        var rows = db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && EF.Property<int>(row, PlanMapping.FromVersion) <= current)
            .OrderBy(row => EF.Property<int>(row, PlanMapping.FromVersion))
            .Select(row => new { Row = row, Until = EF.Property<int>(row, PlanMapping.UntilVersion) });
        var last = new Dictionary<string, (T Row, bool Holds)>(StringComparer.Ordinal);
        await foreach (var one in rows.AsAsyncEnumerable().WithCancellation(cancellation)) last[one.Row.Key] = (one.Row, one.Until > current);
        return last.Count == 0 ? null : [.. last.OrderBy(one => one.Key, StringComparer.Ordinal).Where(one => one.Value.Holds || isDone(one.Value.Row)).Select(one => one.Value.Row)];
    }
}
