using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading.Checks;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading;

/// <summary>One table as it was read: its rows and the line on which each stands.</summary>
/// <param name="Mapping">How it was read.</param>
/// <param name="Source">The file.</param>
/// <param name="File">What messages name.</param>
/// <param name="Lines">Empty where only the changed lines were read: then there is nothing to say of any line.</param>
/// <param name="Held">For the next reading.</param>
internal sealed record TableRead(TableMapping Mapping, string Source, string File, IReadOnlyList<int> Lines, HeldTable Held)
{
    /// <summary>Every row of the file could be read.</summary>
    public required bool Sound { get; init; }

    /// <summary>Not sent: it is that of the version in use, and its rows stand on no line of a file.</summary>
    public bool IsKept { get; init; }

    /// <summary>Where it differs from the table held before; null when that is not known, and then every row may.</summary>
    public TableEdit? Edit { get; init; }
    public string Word => Mapping.Shape.Word;
    public IReadOnlyList<IPlanRow> Rows => Held.Rows;

    /// <summary>What a message names as the column: the source's name for it.</summary>
    public string Shown(ColumnShape column) => Mapping.Columns.TryGetValue(column.Name, out var mapped) ? mapped.Shown ?? column.Name : column.Name;

    /// <summary>Null when the table is absent or cannot be used; in the latter case problems say why.</summary>
    public static TableRead? Of(TableMapping mapping, SourceFiles files, ReadRequest request, StringPool pool, ProblemList problems)
    {
        var held = request.Held?.Table(mapping.Shape.Word);
        if (held is { Records: { } known })
        {
            var own = new ProblemList();
            if (Of(mapping, files, request, pool, own, known, (table, reader) => HeldRows.Merge(mapping, table, reader, held)) is { } merged && own.Count == 0) return merged;
        }
        if (files.Has(mapping.File, mapping.Shape.Word)) return Of(mapping, files, request, pool, problems, null, (table, reader) => reader.Read(mapping, table, problems));

        if (held is not null) return Kept(mapping, held, request.InUseName) with { Edit = TableEdit.None };
        if (request.InUse is { } plan && mapping.Shape.From(plan) is { } rows) return Kept(mapping, new HeldTable(rows, IndexOf(rows)), request.InUseName);
        if (!mapping.Optional) problems.Add(files.Wanted(mapping.File), null, null, null, $"is missing; the mapping reads {mapping.Shape.Word} from it. Send it too.");
        return null;
    }

    private static TableRead? Of(
        TableMapping mapping, SourceFiles files, ReadRequest request, StringPool pool, ProblemList problems, FileRecords? known, Func<ISourceTable, RowsOfTable, TableRead?> read)
    {
        if (!files.TryOpen(mapping.File, mapping.Shape.Word, mapping.Form, problems, out var table, known) || table is null) return null;
        using var opened = table;

        var source = new SourceColumns(table, mapping, files, request, problems);
        var before = problems.Count;
        var columns = Bind(mapping, source);
        var filter = RowFilter.Bind(mapping, source, request);
        if (problems.Count == before && filter is not null)
            return read(table, new RowsOfTable(filter, new RowReader(table, columns, problems, pool, request.DayStart), problems, source.Print()));
        HeaderCheck.Below(table, mapping, problems, before);
        return null;
    }

    private static TableRead Kept(TableMapping mapping, HeldTable held, string version) =>
        new(mapping, version, $"{mapping.Shape.Word} of {version}", [], held) { Sound = true, IsKept = true };

    private static RowIndex IndexOf(IReadOnlyList<IPlanRow> rows)
    {
        var index = new RowIndex(rows.Count);
        foreach (var row in rows) index.TryAdd(row.Key, row);
        return index;
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
}
