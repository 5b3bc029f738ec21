using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading.Held;

/// <summary>Puts the rows that are held and those of changed lines together in the order of the file.</summary>
internal static class HeldRows
{
    /// <summary>Null when the whole file has to be read: what rows depend on is not the same, something is wrong, or its records are none.</summary>
    public static TableRead? Merge(TableMapping mapping, ISourceTable table, RowsOfTable reader, HeldTable held)
    {
        if (table is not CsvTable csv || reader.Print != held.Print) return null;
        var read = new Dictionary<int, IPlanRow>();
        while (reader.Next(mapping, table) is { } row) read.Add(csv.Record, row);
        var habit = held.Habit.With(reader.Habit);
        if (csv.GaveUp || habit.IsDoubtful()) return null;

        var (changed, known) = (csv.Changed!, held.Records!);
        var rows = new RowList(mapping.Shape, changed.Order.Count);
        var records = new FileRecords { LastIsOpen = changed.LastIsOpen };
        records.Add(changed.HashOf(0), changed.LengthOf(0), FileRecords.NoRow);
        var (stays, fresh, next) = (new bool[held.Rows.Count], new List<int>(), 0);
        foreach (var record in changed.Order)
        {
            var row = record == ChangedRecords.Next ? read.GetValueOrDefault(++next) : known.Row(record) is >= 0 and var place ? held.Rows[place] : null;
            records.Add(record == ChangedRecords.Next ? changed.HashOf(next) : known.Hash(record), record == ChangedRecords.Next ? changed.LengthOf(next) : known.Length(record), row is null ? FileRecords.NoRow : rows.Count);
            if (row is null) continue;
            if (record == ChangedRecords.Next) fresh.Add(rows.Count);
            // The same line twice.
            else if (stays[known.Row(record)]) return null;
            else stays[known.Row(record)] = true;
            rows.Add(row);
        }

        var gone = held.Rows.Where((_, at) => !stays[at]).ToList();
        var (all, index) = (rows.All(), fresh.Count + gone.Count > 0 ? held.Index.Copy() : held.Index);
        foreach (var row in gone) index.Remove(row.Key);
        return fresh.TrueForAll(at => index.TryAdd(all[at].Key, all[at]))
            ? new TableRead(mapping, table.Source, table.File, [], new HeldTable(all, index) { Records = records, Print = held.Print, Habit = habit }) { Sound = true, Edit = new(fresh, gone) }
            : null;
    }
}
