using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Plan;
using SoeBot.Store.Bulk;
using SoeBot.Store.Database;

namespace SoeBot.Store.Plans;

/// <summary>One of the ten tables, whichever.</summary>
internal interface IPlanTable
{
    /// <summary>As in <see cref="PlanVersion.Tables"/>.</summary>
    string Name { get; }
    int? CountIn(PlanSnapshot plan);

    /// <summary>How the rows of a version are to be read.</summary>
    Task<PlanTableLoad> LoadAsync(SoeDb db, PlanVersion version, CancellationToken cancellation);
    Task<PlanTableChange> CompareAsync(SoeDb db, PlantId plant, int current, PlanSnapshot plan, PlanEdit? edit, CancellationToken cancellation);
    Task CloseAsync(SoeDb db, PlantId plant, IReadOnlyCollection<string> keys, int version, CancellationToken cancellation);
    Task SweepAsync(SoeDb db, PlantId plant, int version, CancellationToken cancellation);

    /// <summary>Takes away at most so many of the rows that came after one version and were gone by another.</summary>
    Task<int> PurgeAsync(SoeDb db, PlantId plant, int after, int by, int most, CancellationToken cancellation);
}

/// <summary>What an import changes in one table.</summary>
/// <param name="Table">Which.</param>
/// <param name="Added">How many rows are to be written.</param>
/// <param name="Closed">The keys of rows that no longer hold.</param>
/// <param name="Replaced">How many of both are the same row with other values.</param>
/// <param name="Append">Writes some of the added rows, from a place on.</param>
internal sealed record PlanTableChange(IPlanTable Table, int Added, IReadOnlyCollection<string> Closed, int Replaced, Func<SoeDb, Range, CancellationToken, Task> Append)
{
    public TableChange Counts => new(Table.Name, Added - Replaced, Replaced, Closed.Count - Replaced);
    public bool Any => Added + Closed.Count > 0;
}

/// <param name="large">From so many rows on it is read in halves: else who reads the largest table is still at it when all others have been read.</param>
internal sealed class PlanTable<T>(string name, Func<PlanSnapshot, IReadOnlyList<T>?> of, Func<PlanSnapshot, IReadOnlyList<T>, PlanSnapshot> with, int large = 500_000) : IPlanTable
    where T : class, IPlanRow
{
    public string Name => name;

    public int? CountIn(PlanSnapshot plan) => of(plan)?.Count;

    public async Task<PlanTableLoad> LoadAsync(SoeDb db, PlanVersion version, CancellationToken cancellation)
    {
        var table = RowForm<T>.In(db).Table;
        var count = version.Tables[name];
        var from = $"{await db.ForManyAsync(table, count, cancellation)} WHERE {PlanRowsOf.Holding(version.Plant, version.Number)}";
        if (count < large)
        {
            List<T> rows = [];
            return new([async (own, ct) => rows = await RowsAsync(own, from, count, ct)], plan => with(plan, rows));
        }
        // Asked once: what is written meanwhile moves it, and both halves must mean the same.
        long middle = 0;
        await db.ReadAsync($"SELECT (SELECT min(id) FROM {table}) / 2 + (SELECT max(id) FROM {table}) / 2", source => middle = source.Big() ?? 0, cancellation);
        List<T> first = [], second = [];
        return new(
            [async (own, ct) => first = await RowsAsync(own, $"{from} AND id <= {middle}", count, ct), async (own, ct) => second = await RowsAsync(own, $"{from} AND id > {middle}", count / 2, ct)],
            plan =>
            {
                first.AddRange(second);
                return with(plan, first);
            });
    }

    /// <summary>In the order in which they first came.</summary>
    private static async Task<List<T>> RowsAsync(SoeDb db, string from, int about, CancellationToken cancellation)
    {
        var form = RowForm<T>.In(db);
        var (rows, ids) = (new List<T>(about), new List<long>(about));
        var inOrder = true;
        // Sorted here and only where need be: a database that is asked for the order writes all rows to its disk and sorts them there.
        await db.ReadAsync(
            $"SELECT {form.ColumnList}, id FROM {from}",
            source =>
            {
                rows.Add(form.Read(source));
                var id = source.Big()!.Value;
                inOrder &= ids.Count == 0 || id > ids[^1];
                ids.Add(id);
            },
            cancellation);
        if (!inOrder) CollectionsMarshal.AsSpan(ids).Sort(CollectionsMarshal.AsSpan(rows));
        return rows;
    }

    public async Task<PlanTableChange> CompareAsync(SoeDb db, PlantId plant, int current, PlanSnapshot plan, PlanEdit? edit, CancellationToken cancellation)
    {
        var form = RowForm<T>.In(db);
        var rows = of(plan) ?? [];
        var difference = new RowDifference<T>(name, edit is null ? rows : [.. Of(edit).Fresh.Select(at => rows[at])], form);
        if (edit is not null)
            foreach (var row in Of(edit).Gone) difference.Held((T)row);
        else if (current > 0)
            await db.ReadAsync(
                $"SELECT row_hash, row_key FROM {await db.ForManyAsync(form.Table, rows.Count, cancellation)} WHERE {PlanRowsOf.Holding(plant, current)}",
                source => difference.Held(source.Big()!.Value, source), cancellation);
        var added = difference.Added();
        return new(this, added.Count, difference.Closed, difference.Replaced(added), AppendAsync);

        TableEdit Of(PlanEdit since) => since.Tables.GetValueOrDefault(name) ?? TableEdit.None;

        Task AppendAsync(SoeDb to, Range range, CancellationToken ct)
        {
            var (first, count) = range.GetOffsetAndLength(added.Count);
            return to.AppendAsync(form.Table, [.. PlanMapping.Beside, .. form.Columns], count, Write, ct);

            void Write(int at, IRowSink sink)
            {
                var place = added[first + at];
                sink.Text(plant.Value);
                sink.Text(difference.Rows[place].Key);
                sink.Whole(current + 1);
                sink.Whole(PlanMapping.StillHolds);
                sink.Big(difference.Hashes[place]);
                form.Write(difference.Rows[place], sink);
            }
        }
    }

    public Task CloseAsync(SoeDb db, PlantId plant, IReadOnlyCollection<string> keys, int version, CancellationToken cancellation) =>
        db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && keys.Contains(EF.Property<string>(row, PlanMapping.RowKey))
                && EF.Property<int>(row, PlanMapping.FromVersion) < version && EF.Property<int>(row, PlanMapping.UntilVersion) == PlanMapping.StillHolds)
            .ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<int>(row, PlanMapping.UntilVersion), version), cancellation);

    public async Task SweepAsync(SoeDb db, PlantId plant, int version, CancellationToken cancellation)
    {
        await db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && EF.Property<int>(row, PlanMapping.FromVersion) == version)
            .ExecuteDeleteAsync(cancellation);
        await db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && EF.Property<int>(row, PlanMapping.UntilVersion) == version)
            .ExecuteUpdateAsync(set => set.SetProperty(row => EF.Property<int>(row, PlanMapping.UntilVersion), PlanMapping.StillHolds), cancellation);
    }

    public Task<int> PurgeAsync(SoeDb db, PlantId plant, int after, int by, int most, CancellationToken cancellation) =>
        db.Set<T>().Where(row => EF.Property<PlantId>(row, PlanMapping.Plant) == plant && EF.Property<int>(row, PlanMapping.FromVersion) > after
                && EF.Property<int>(row, PlanMapping.UntilVersion) <= by && EF.Property<int>(row, PlanMapping.UntilVersion) < PlanMapping.StillHolds)
            .OrderBy(row => EF.Property<long>(row, PlanMapping.Id)).Take(most).ExecuteDeleteAsync(cancellation);
}
