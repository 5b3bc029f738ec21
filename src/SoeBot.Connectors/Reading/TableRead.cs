using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading.Checks;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading;

/// <summary>One table as it was read: its rows and the line on which each stands.</summary>
internal sealed record TableRead(TableMapping Mapping, string Source, string File, IReadOnlyList<IPlanRow> Rows, IReadOnlyList<int> Lines, IReadOnlyDictionary<string, int> ByKey)
{
    /// <summary>Every row of the file could be read.</summary>
    public required bool Sound { get; init; }

    /// <summary>Not sent: it is that of the version in use, and its rows stand on no line of a file.</summary>
    public bool IsKept { get; init; }
    public string Word => Mapping.Shape.Word;

    /// <summary>What a message names as the column: the source's name for it.</summary>
    public string Shown(ColumnShape column) => Mapping.Columns.TryGetValue(column.Name, out var mapped) ? mapped.Shown ?? column.Name : column.Name;

    /// <summary>Null when the table is absent or cannot be used; in the latter case problems say why.</summary>
    public static TableRead? Of(TableMapping mapping, SourceFiles files, ReadRequest request, StringPool pool, ProblemList problems)
    {
        if (!files.TryOpen(mapping.File, mapping.Shape.Word, mapping.Form, problems, out var table))
        {
            if (request.InUse is { } plan && mapping.Shape.From(plan) is { } held) return Kept(mapping, held, request.InUseName);
            if (!mapping.Optional) problems.Add(files.Wanted(mapping.File), null, null, null, $"is missing; the mapping reads {mapping.Shape.Word} from it. Send it too.");
            return null;
        }
        if (table is null) return null;
        using var opened = table;

        var source = new SourceColumns(table, mapping, files, request, problems);
        var before = problems.Count;
        var columns = Bind(mapping, source);
        var filter = RowFilter.Bind(mapping, source, request);
        if (problems.Count == before && filter is not null) return ReadRows(mapping, table, filter, new RowReader(table, columns, problems, pool, request.DayStart), problems);
        HeaderCheck.Below(table, mapping, problems, before);
        return null;
    }

    private static TableRead Kept(TableMapping mapping, IReadOnlyList<IPlanRow> rows, string version)
    {
        var keys = new Dictionary<string, int>(rows.Count, StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++) keys[rows[i].Key] = i;
        return new TableRead(mapping, version, $"{mapping.Shape.Word} of {version}", rows, [], keys) { Sound = true, IsKept = true };
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
            if (HeaderCheck.Repeats(table))
            {
                problems.Add(table.File, table.Row, null, null, "is the header once more. Delete this row.");
                continue;
            }
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
