using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

public sealed partial class PlanStore
{
    /// <summary>
    /// Waits until nobody else brings this plant a plan; dispose ends the turn. Whoever makes a version out of the one in use
    /// holds it from looking to publishing, so that of two files that come at once neither is lost.
    /// </summary>
    /// <param name="plant">Whose.</param>
    /// <param name="work">What is done in the turn; two different works do not wait for each other.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IAsyncDisposable> TakeTurnAsync(PlantId plant, string work, CancellationToken cancellation) => _database.TakeTurnAsync($"{work} {plant}", cancellation);

    /// <summary>The version in use, from the store itself and not out of memory; null before the first import.</summary>
    public Task<PlanVersion?> NewestAsync(PlantId plant, CancellationToken cancellation) =>
        _database.ReadAsync(async db => (await db.PlanVersions
            .FirstOrDefaultAsync(row => row.Plant == plant && db.PlanHeads.Any(head => head.Plant == plant && head.Current == row.Number), cancellation))?.ToVersion(), cancellation);

    /// <summary>Some tables of a version, by their names as in <see cref="PlanVersion.Tables"/>; the others are absent.</summary>
    public Task<PlanSnapshot> LoadTablesAsync(PlanVersion version, IReadOnlyCollection<string> tables, CancellationToken cancellation) =>
        _database.ReadAsync(async db =>
        {
            var plan = new PlanSnapshot();
            foreach (var table in PlanTables.All.Where(table => version.Tables.ContainsKey(table.Name) && tables.Contains(table.Name)))
                plan = await (await table.LoadAsync(db, version, cancellation)).ReadAsync(db, plan, cancellation);
            return plan;
        }, cancellation);
}
