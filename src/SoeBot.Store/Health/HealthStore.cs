using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Plans;

namespace SoeBot.Store.Health;

/// <summary>Evidence of how a plant works that no other store is asked for. It only reads.</summary>
public sealed class HealthStore
{
    private readonly SoeDatabase _database;

    internal HealthStore(SoeDatabase database) => _database = database;

    /// <summary>When plan versions came in that no person brought.</summary>
    public Task<IReadOnlyList<DateTimeOffset>> AutomaticImportsAsync(PlantId plant, DateTimeOffset since, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<DateTimeOffset>>(async db =>
            await db.PlanVersions.Where(row => row.Plant == plant && row.Person == null && row.PublishedAt >= since).Select(row => row.PublishedAt).ToListAsync(cancellation), cancellation);

    /// <summary>When something was done, by its name in the audit.</summary>
    public Task<IReadOnlyList<DateTimeOffset>> DoneAsync(PlantId plant, string what, DateTimeOffset since, CancellationToken cancellation) =>
        _database.ReadAsync<IReadOnlyList<DateTimeOffset>>(async db =>
            await db.Audit.Where(row => row.Plant == plant && row.What == what && row.At >= since).Select(row => row.At).ToListAsync(cancellation), cancellation);

    /// <summary>The plan in use has a forecast with point-of-sale numbers.</summary>
    public Task<bool> HasPointOfSaleAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(async db => await db.PlanHeads.Where(head => head.Plant == plant).Select(head => head.Current).FirstOrDefaultAsync(cancellation) is > 0 and var version
            && await PlanRowsOf.Version<ForecastLine>(db, plant, version).AnyAsync(line => line.PointOfSale != null, cancellation), cancellation);
}
