using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading.Held;

namespace SoeBot.Connectors.Reading;

/// <summary>Another file read as key and value; of several rows with one key the first counts.</summary>
internal sealed class LookupTable
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> spans;

    private LookupTable(Lookup lookup)
    {
        (File, Key) = (lookup.File, lookup.Key);
        spans = values.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string File { get; }
    public string Key { get; }

    /// <summary>The same for tables that give the same values.</summary>
    public ulong Print { get; private set; }

    private void Add(string key, string value)
    {
        // A sum: the order of the rows does not matter, only the first of a key counts.
        if (values.TryAdd(key, value)) Print += FileRecords.HashOf($"{key.Length} {key}{value}");
    }

    public bool TryFind(ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var found = spans.TryGetValue(key, out var text);
        value = text;
        return found;
    }

    public static LookupTable? Read(Lookup lookup, TableMapping mapping, SourceFiles files, ReadRequest request, ProblemList problems)
    {
        if (!files.TryOpen(lookup.File, null, mapping.Form, problems, out var table))
        {
            problems.Add(files.Wanted(lookup.File), null, null, null, "is missing; the mapping looks values up in it.");
            return null;
        }
        if (table is null) return null;
        using var opened = table;
        var key = SourceColumns.Ordinal(table, lookup.Key, problems);
        var value = SourceColumns.Ordinal(table, lookup.Value, problems);
        if (key < 0 || value < 0) return null;
        var keep = lookup.Keep is { } condition ? RowFilter.Test(condition, new SourceColumns(table, mapping, files, request, problems), request) : null;
        if (lookup.Keep is not null && keep is null) return null;
        var read = new LookupTable(lookup);
        while (table.Read())
            if (keep is null || keep(table)) read.Add(table[key].ToString(), table[value].ToString());
        return read;
    }
}
