using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>Questions about earlier versions that a sum or a few keys answer, without loading a whole old version.</summary>
public sealed partial class PlanStore
{
    private const int ItemsAtOnce = 1_000;

    /// <summary>Pieces in stock of these items at a version, by item; an item without a row is left out.</summary>
    public Task<IReadOnlyDictionary<string, decimal>> StockOfAsync(PlantId plant, int version, IReadOnlyList<string> items, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyDictionary<string, decimal>>(async db =>
        {
            var stock = new Dictionary<string, decimal>(StringComparer.Ordinal);
            foreach (var some in items.Chunk(ItemsAtOnce))
                await foreach (var row in PlanRowsOf.Version<StockLine>(db, plant, version).Where(line => some.Contains(line.Item))
                    .Select(line => new { line.Item, line.OnHand }).AsAsyncEnumerable().WithCancellation(cancellation))
                    stock[row.Item] = stock.GetValueOrDefault(row.Item) + row.OnHand;
            return stock;
        }, cancellation);

    /// <summary>Keys of order lines that a version before this one, from <paramref name="since"/> on, showed as shipped in part (R70).</summary>
    public Task<IReadOnlySet<string>> ShippedInPartsAsync(PlantId plant, int since, int version, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlySet<string>>(async db =>
            (await db.Set<OrderLine>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant
                    && EF.Property<int>(row, PlanMapping.UntilVersion) > since && EF.Property<int>(row, PlanMapping.UntilVersion) <= version
                    && EF.Property<int>(row, PlanMapping.UntilVersion) < PlanMapping.StillHolds
                    && row.ShippedQuantity > 0 && row.ShippedQuantity < row.Quantity)
                .Select(row => EF.Property<string>(row, PlanMapping.RowKey)).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal), cancellation);
}
