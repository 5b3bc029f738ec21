using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading.Checks;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading;

/// <summary>Makes the rows of an opened table, one after the other.</summary>
/// <param name="print">Everything beside its own text that a row depends on.</param>
internal sealed class RowsOfTable(RowFilter filter, RowReader reader, ProblemList problems, string print)
{
    public string Print => print;
    public NumberHabit Habit => reader.Habit;

    /// <summary>The next row that is kept and sound; null at the end.</summary>
    public IPlanRow? Next(TableMapping mapping, ISourceTable table)
    {
        while (table.Read())
        {
            if (HeaderCheck.Repeats(table))
            {
                problems.Add(table.File, table.Row, null, null, "is the header once more. Delete this row.");
                continue;
            }
            if (!filter.Keeps(table)) continue;
            var before = problems.Count;
            var row = mapping.Shape.Make(reader);
            if (problems.Count == before) return row;
        }
        return null;
    }

    /// <summary>All of them.</summary>
    public TableRead Read(TableMapping mapping, ISourceTable table, ProblemList found)
    {
        var (rows, lines, index, records) = (new RowList(mapping.Shape), new List<int>(), new RowIndex(), (table as CsvTable)?.Records);
        var atFirst = found.Count;
        while (Next(mapping, table) is { } row)
        {
            var key = row.Key;
            if (index.TryAdd(key, row))
            {
                records?.Became(rows.Count);
                rows.Add(row);
                lines.Add(table.Row);
            }
            // Where they are not shown any more, nobody looks for the place.
            else found.Add(table.File, table.Row, null, key, found.IsFull ? "" : $"stands in row {lines[rows.PlaceOf(key)]} already; each may stand there once.");
        }
        return new TableRead(mapping, table.Source, table.File, lines, new HeldTable(rows.All(), index) { Records = records, Print = print, Habit = reader.Habit }) { Sound = found.Count == atFirst };
    }
}
