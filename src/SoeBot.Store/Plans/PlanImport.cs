using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;

namespace SoeBot.Store.Plans;

/// <summary>
/// Writes a snapshot as the next version: only what changed, in short transactions under a number that nobody reads yet,
/// and then one update of the pointer. Whoever reads the version before sees nothing of it.
/// </summary>
internal sealed class PlanImport(SoeDatabase database, PlantId plant)
{
    /// <summary>Keys that one statement closes.</summary>
    private const int Closing = 2_000;

    /// <summary>Rows per transaction. On SQLite a press that writes waits for one of these; on PostgreSQL nobody does.</summary>
    private int Chunk => database.HasOneWriter ? 4_000 : 100_000;

    public async Task<PlanVersion> RunAsync(PlanSnapshot plan, PlanEdit? edit, PlanOrigin origin, DateTimeOffset now, Func<PublishedPlan, Effect> effect, CancellationToken cancellation)
    {
        var current = await BeginAsync(cancellation);
        // Made out of another version than the one that is in use by now: then it says nothing.
        var since = edit?.Since == current ? edit : null;
        var tables = new TableChange?[PlanTables.All.Count];
        await Parallel.ForAsync(0, tables.Length, SoeDatabase.InParallel(cancellation), async (at, ct) =>
        {
            var change = await database.ReadAsync(db => PlanTables.All[at].CompareAsync(db, plant, current, plan, since, ct), ct);
            await WriteAsync(change, current + 1, ct);
            if (change.Any) tables[at] = change.Counts;
        });
        List<TableChange> changes = [.. tables.OfType<TableChange>()];
        var version = new PlanVersionRow
        {
            Plant = plant, Number = current + 1, DataAt = origin.DataAt, PublishedAt = now,
            Source = origin.Source, By = origin.By, Person = origin.Person, ContentHash = origin.ContentHash,
            Tables = PlanTables.All.Where(table => table.CountIn(plan) is not null).ToDictionary(table => table.Name, table => table.CountIn(plan)!.Value),
        };
        await PublishAsync(version, effect(new(version.ToVersion(), changes)), cancellation);
        Log.Published(database.Log, plant.Value, version.Number, changes.Sum(table => table.New + table.Changed), changes.Sum(table => table.Gone + table.Changed));
        return version.ToVersion();
    }

    /// <summary>Marks that an import is under way, and clears away what a killed one left.</summary>
    /// <returns>The version in use.</returns>
    private async Task<int> BeginAsync(CancellationToken cancellation)
    {
        var (current, left) = await database.WriteAsync(async db =>
        {
            var head = await db.PlanHeads.AsTracking().FirstOrDefaultAsync(row => row.Plant == plant, cancellation);
            if (head is null) db.PlanHeads.Add(head = new() { Plant = plant });
            var left = head.Draft;
            head.Draft = head.Current + 1;
            return (head.Current, left);
        }, cancellation);
        if (left is not { } version) return current;
        foreach (var table in PlanTables.All)
            await database.WriteAsync(db => table.SweepAsync(db, plant, version, cancellation), cancellation);
        Log.SweptImport(database.Log, plant.Value, version);
        return current;
    }

    private async Task WriteAsync(PlanTableChange change, int version, CancellationToken cancellation)
    {
        foreach (var keys in change.Closed.Chunk(Closing))
            await database.WriteAsync(db => change.Table.CloseAsync(db, plant, keys, version, cancellation), cancellation);
        for (var first = 0; first < change.Added; first += Chunk)
        {
            var rows = first..Math.Min(first + Chunk, change.Added);
            await database.WriteAsync(db => change.Append(db, rows, cancellation), cancellation);
        }
    }

    private Task PublishAsync(PlanVersionRow version, Effect effect, CancellationToken cancellation) =>
        database.WriteAsync(async db =>
        {
            db.PlanVersions.Add(version);
            await db.PlanHeads.Where(row => row.Plant == plant).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Current, version.Number)
                .SetProperty(row => row.Stamp, row => row.Stamp + 1)
                .SetProperty(row => row.Draft, (int?)null), cancellation);
            await EffectWriter.WriteAsync(db, effect, cancellation);
        }, cancellation);
}
