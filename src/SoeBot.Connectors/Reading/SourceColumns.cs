using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;

namespace SoeBot.Connectors.Reading;

/// <summary>Finds what a mapping names in a file's header and in the files it looks values up in.</summary>
internal sealed class SourceColumns(ISourceTable table, TableMapping mapping, SourceFiles files, ReadRequest request, ProblemList problems)
{
    private readonly Dictionary<Lookup, LookupTable?> lookups = [];
    private readonly Dictionary<int, DayCell> days = [];
    private readonly HashSet<string> missing = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>-1 when there is no such column, which is a problem then.</summary>
    public int Find(string column)
    {
        if (missing.Contains(column)) return -1;
        var found = Ordinal(table, column, problems);
        if (found < 0) missing.Add(column);
        return found;
    }

    /// <summary>Everything beside the text of a record that its row depends on.</summary>
    public string Print() => string.Create(CultureInfo.InvariantCulture, $"{mapping.Print} {request.WeekStart} {request.DayStart:o} {(mapping.LooksAtToday ? request.Today : default):o} {string.Join(' ', lookups.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal).Select(one => one.Value?.Print))}");

    public bool Has(string column) => table.Header.Contains(column, StringComparer.OrdinalIgnoreCase);

    /// <summary>One cell reader per column, so that a wrong day is said once.</summary>
    public DayCell? Day(string column)
    {
        if (Find(column) is not (>= 0 and var ordinal)) return null;
        return days.TryGetValue(ordinal, out var known) ? known : days[ordinal] = new DayCell(ordinal, new DayText(mapping.Dates), problems);
    }

    public KnownCheck? KnownCheck(KnownFrom known) => Day(known.Column) is { } day ? new KnownCheck(day, known.Plus, request.Today) : null;

    public LookupTable? Lookup(Lookup lookup) => lookups.TryGetValue(lookup, out var known)
        ? known : lookups[lookup] = LookupTable.Read(lookup, mapping, files, request, problems);

    public static int Ordinal(ISourceTable table, string column, ProblemList problems)
    {
        var found = Array.FindIndex(table.Header, h => string.Equals(h, column, StringComparison.OrdinalIgnoreCase));
        if (found < 0)
            problems.Add(table.File, table.Row, column, null, $"the header has no such column; nearest: {ProblemList.Shown(NearestNames.Of(column, table.Header))}. Add or rename it, or say in the mapping which column is meant.");
        return found;
    }
}
