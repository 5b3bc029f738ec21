using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading;

/// <summary>One table as it was read: its rows and the line on which each stands.</summary>
internal sealed record TableRead(TableMapping Mapping, string Source, string File, IReadOnlyList<IPlanRow> Rows, IReadOnlyList<int> Lines, IReadOnlyDictionary<string, int> ByKey)
{
    /// <summary>Every row of the file could be read.</summary>
    public required bool Sound { get; init; }
    public string Word => Mapping.Shape.Word;

    /// <summary>What a message names as the column: the source's name for it.</summary>
    public string Shown(ColumnShape column) => Mapping.Columns.TryGetValue(column.Name, out var mapped) ? mapped.Shown ?? column.Name : column.Name;

    /// <summary>Null when the table is absent or cannot be used; in the latter case problems say why.</summary>
    public static TableRead? Of(TableMapping mapping, SourceFiles files, ReadRequest request, StringPool pool, ProblemList problems)
    {
        if (!files.TryOpen(mapping.File, mapping.Shape.Word, mapping.Delimiter, problems, out var table))
        {
            if (!mapping.Optional) problems.Add(files.Wanted(mapping.File), null, null, null, $"is missing; the mapping reads {mapping.Shape.Word} from it.");
            else if (request.Previous.GetValueOrDefault(mapping.Shape.Word) is > 0 and var rows)
                problems.Add(files.Wanted(mapping.File), null, null, null, $"is missing; the version in use has {rows} rows of {mapping.Shape.Word}. Send it again, with only its header when there are none.");
            return null;
        }
        if (table is null) return null;
        using var opened = table;

        var source = new SourceColumns(table, mapping, files, request, problems);
        var before = problems.Count;
        var columns = Bind(mapping, source);
        var filter = RowFilter.Bind(mapping, source, request);
        return problems.Count > before || filter is null ? null : ReadRows(mapping, table, filter, new RowReader(table, columns, problems, pool, request.DayStart), problems);
    }

    private static Dictionary<string, RowReader.BoundColumn> Bind(TableMapping mapping, SourceColumns source)
    {
        var columns = new Dictionary<string, RowReader.BoundColumn>(StringComparer.Ordinal);
        foreach (var shape in mapping.Shape.Columns)
        {
            if (!mapping.Columns.TryGetValue(shape.Name, out var column)) continue;
            if (mapping.MissingColumnsAllowed && !shape.Required && !source.Has(column.From!)) continue;
            if (CellReader.Bind(column, source) is { } cell) columns[shape.Name] = new RowReader.BoundColumn(shape, cell);
        }
        return columns;
    }

    private static TableRead ReadRows(TableMapping mapping, ISourceTable table, RowFilter filter, RowReader reader, ProblemList problems)
    {
        var rows = new List<IPlanRow>();
        var lines = new List<int>();
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var atFirst = problems.Count;
        while (table.Read())
        {
            if (!filter.Keeps(table)) continue;
            var before = problems.Count;
            var row = mapping.Shape.Make(reader);
            if (problems.Count > before) continue;
            if (keys.TryAdd(row.Key, rows.Count))
            {
                rows.Add(row);
                lines.Add(table.Row);
            }
            else problems.Add(table.File, table.Row, null, row.Key, $"stands in row {lines[keys[row.Key]]} already; each may stand there once.");
        }
        return new TableRead(mapping, table.Source, table.File, rows, lines, keys) { Sound = problems.Count == atFirst };
    }
}
