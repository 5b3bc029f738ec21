using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

/// <summary>One of the ten tables, whichever.</summary>
internal interface IPlanTable
{
    /// <summary>As in <see cref="PlanVersion.Tables"/>.</summary>
    string Name { get; }
    int? CountIn(PlanSnapshot plan);
    Task<PlanSnapshot> LoadAsync(SoeDb db, PlantId plant, int version, PlanSnapshot into, CancellationToken cancellation);
    Task<PlanTableChange> CompareAsync(SoeDb db, PlantId plant, int current, PlanSnapshot plan, CancellationToken cancellation);
    Task AppendAsync(SoeDb db, IEnumerable<object?[]> rows, CancellationToken cancellation);
    Task CloseAsync(SoeDb db, IReadOnlyCollection<long> ids, int version, CancellationToken cancellation);
    Task SweepAsync(SoeDb db, PlantId plant, int version, CancellationToken cancellation);
}

/// <summary>What an import changes in one table: rows to write in their stored form, and the ids of rows that no longer hold.</summary>
/// <param name="Replaced">How many of both are the same row with other values.</param>
internal sealed record PlanTableChange(IPlanTable Table, IReadOnlyList<object?[]> Added, IReadOnlyList<long> Closed, int Replaced)
{
    public TableChange Counts => new(Table.Name, Added.Count - Replaced, Replaced, Closed.Count - Replaced);
}

internal sealed class PlanTable<T>(string name, Func<PlanSnapshot, IReadOnlyList<T>?> of, Func<PlanSnapshot, IReadOnlyList<T>, PlanSnapshot> with) : IPlanTable
    where T : class, IPlanRow
{
    public string Name => name;

    public int? CountIn(PlanSnapshot plan) => of(plan)?.Count;

    public async Task<PlanSnapshot> LoadAsync(SoeDb db, PlantId plant, int version, PlanSnapshot into, CancellationToken cancellation) =>
        with(into, await PlanRowsOf.Version<T>(db, plant, version).OrderBy(row => EF.Property<string>(row, PlanMapping.RowKey)).ToListAsync(cancellation));

    public async Task<PlanTableChange> CompareAsync(SoeDb db, PlantId plant, int current, PlanSnapshot plan, CancellationToken cancellation)
    {
        var columns = PlanColumns<T>.In(db);
        var added = new List<object?[]>();
        var closed = new List<long>();
        var replaced = 0;
        var wanted = (of(plan) ?? []).ToDictionary(row => row.Key);
        var held = PlanRowsOf.Version<T>(db, plant, current).Select(row => new { Id = EF.Property<long>(row, PlanMapping.Id), Row = row });
        await foreach (var old in held.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var stays = wanted.TryGetValue(old.Row.Key, out var row) && (row.Equals(old.Row) || columns.SameStored(row, old.Row));
            if (stays) wanted.Remove(old.Row.Key);
            else closed.Add(old.Id);
            if (!stays && row is not null) replaced++;
        }
        added.AddRange(wanted.Values.Select(row => columns.Stored(row, plant, current + 1)));
        return new(this, added, closed, replaced);
    }

    public Task AppendAsync(SoeDb db, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var columns = PlanColumns<T>.In(db);
        return db.AppendAsync(columns.Table, columns.Names, rows, cancellation);
    }

    public Task CloseAsync(SoeDb db, IReadOnlyCollection<long> ids, int version, CancellationToken cancellation) =>
        db.Set<T>().Where(row => ids.Contains(EF.Property<long>(row, PlanMapping.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<int>(row, PlanMapping.UntilVersion), version), cancellation);

    public async Task SweepAsync(SoeDb db, PlantId plant, int version, CancellationToken cancellation)
    {
        await db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && EF.Property<int>(row, PlanMapping.FromVersion) == version)
            .ExecuteDeleteAsync(cancellation);
        await db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && EF.Property<int>(row, PlanMapping.UntilVersion) == version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<int>(row, PlanMapping.UntilVersion), PlanMapping.StillHolds), cancellation);
    }
}

internal static class PlanRowsOf
{
    /// <summary>The rows that hold in a version.</summary>
    public static IQueryable<T> Version<T>(SoeDb db, PlantId plant, int version)
        where T : class, IPlanRow =>
        db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant
            && EF.Property<int>(row, PlanMapping.FromVersion) <= version && version < EF.Property<int>(row, PlanMapping.UntilVersion));
}
