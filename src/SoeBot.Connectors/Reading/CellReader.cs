using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;

namespace SoeBot.Connectors.Reading;

/// <summary>Takes the text of one of our columns out of a source row, as its mapping says; not yet a date or a number.</summary>
internal sealed class CellReader
{
    private readonly ColumnMapping mapping;
    private readonly int[] columns;
    private readonly LookupTable[] lookups;
    private readonly KnownCheck? known;
    private readonly CellReader? other;

    /// <summary>The column that is taken as it stands; -1 when there is more to do.</summary>
    private readonly int plain;

    private CellReader(ColumnMapping mapping, int[] columns, LookupTable[] lookups, KnownCheck? known, CellReader? other) =>
        (this.mapping, this.columns, this.lookups, this.known, this.other, plain) = (
            mapping, columns, lookups, known, other,
            columns is [var only] && mapping is { Constant: null, Codes: null, EmptyWhen.Count: 0 } && lookups.Length == 0 && known is null && other is null ? only : -1);

    /// <summary>What the source calls it, for messages.</summary>
    public string? Shown => mapping.Shown;
    public ColumnMapping Mapping => mapping;
    public CellReader? Other => other;

    /// <summary>Null when a column is missing, which is a problem then.</summary>
    public static CellReader? Bind(ColumnMapping mapping, SourceColumns source)
    {
        var ordinals = (mapping.Join ?? (mapping.From is { } from ? [from] : [])).Select(source.Find).ToArray();
        var known = mapping.KnownFrom is { } knownFrom ? source.KnownCheck(knownFrom) : null;
        var lookups = mapping.Lookups.Select(source.Lookup).OfType<LookupTable>().ToArray();
        var other = mapping.Else is { } next ? Bind(next, source) : null;
        return ordinals.Contains(-1) || (mapping.KnownFrom is not null && known is null) || lookups.Length < mapping.Lookups.Count
            || (mapping.Else is not null && other is null)
            ? null : new CellReader(mapping, ordinals, lookups, known, other);
    }

    /// <summary>The text, empty when there is no value or it is not known yet; a problem comes back instead of a code nobody knows.</summary>
    public ReadOnlySpan<char> Read(ISourceTable row, out CellReader from, out string? problem)
    {
        from = this;
        problem = null;
        if (plain >= 0 && row.KindOf(plain) is not (CellKind.Error or CellKind.Uncomputed or CellKind.Merged)) return row[plain];
        problem = Broken(row);
        if (problem is not null) return Source(row);
        var text = known is null || known.Holds(row) ? Source(row) : default;
        foreach (var empty in mapping.EmptyWhen)
            if (text.Equals(empty, StringComparison.OrdinalIgnoreCase)) text = default;
        foreach (var lookup in lookups)
        {
            if (text.Length == 0) break;
            if (lookup.TryFind(text, out var found)) text = found;
            else
            {
                problem = other is null ? $"there is no row with {lookup.Key} = {(lookup == lookups[0] ? "this value" : ProblemList.Shown(text))} in {lookup.File}." : null;
                text = default;
            }
        }
        if (text.Length > 0 && mapping.Codes is { } codes)
        {
            if (codes.TryGetValue(text.ToString(), out var word)) text = word;
            else problem = $"is no known code; known are {string.Join(", ", codes.Keys)}. Add it to the codes of the mapping or correct the file.";
        }
        return text.Length == 0 && problem is null && other is not null ? other.Read(row, out from, out problem) : text;
    }

    /// <summary>What the source says of the cell; of what was joined, looked up or decoded it says nothing.</summary>
    public CellKind KindIn(ISourceTable row) =>
        columns is [var only] && mapping.Constant is null && lookups.Length == 0 && mapping.Codes is null ? row.KindOf(only) : CellKind.Text;

    private string? Broken(ISourceTable row)
    {
        foreach (var column in columns)
            switch (row.KindOf(column))
            {
                case CellKind.Error: return "is an error of Excel, not a value. Mend the formula.";
                case CellKind.Uncomputed: return "is a formula without a value. Open the file in Excel, save it and send that.";
                case CellKind.Merged: return "is part of merged cells. Unmerge them and write the value into every row.";
                case CellKind.Text or CellKind.Number or CellKind.Day: break;
            }
        return null;
    }

    private ReadOnlySpan<char> Source(ISourceTable row)
    {
        if (mapping.Constant is { } constant) return constant;
        if (columns.Length == 1) return row[columns[0]];
        var parts = new string[columns.Length];
        for (var i = 0; i < columns.Length; i++) parts[i] = row[columns[i]].ToString();
        return string.Join(mapping.With, parts);
    }
}
