using SoeBot.Connectors.Csv;

namespace SoeBot.Connectors.Reading;

/// <summary>What only shows when all tables are read: rows that point to nothing, and tables that shrank.</summary>
internal static class PlanChecks
{
    /// <summary>Under so many rows a fall means nothing.</summary>
    private const int FewRows = 10;

    /// <remarks>A table with problems of its own is not asked: what is missing there may only be unreadable.</remarks>
    public static void References(IReadOnlyDictionary<string, TableRead> tables, ProblemList problems)
    {
        foreach (var table in tables.Values)
            foreach (var column in table.Mapping.Shape.Columns)
                if (column.RefersTo is { } other && tables.TryGetValue(other, out var target) && target.Sound)
                    for (var i = 0; i < table.Rows.Count; i++)
                        if (column.Value(table.Rows[i]) is string key && !target.ByKey.ContainsKey(key))
                            problems.Add(
                                table.File, table.Lines[i], table.Shown(column), key,
                                $"is not in {target.File}; add it there or correct it here.");
    }

    public static void Falls(IReadOnlyDictionary<string, TableRead> tables, ReadRequest request, ProblemList problems)
    {
        foreach (var table in tables.Values)
            if (request.Previous.GetValueOrDefault(table.Word) is >= FewRows and var before && table.Rows.Count < before * (1 - request.LargestFall))
                problems.Add(
                    table.File, null, null, null,
                    $"has {table.Rows.Count} {(table.Rows.Count == 1 ? "row" : "rows")} of {table.Word}, the version in use has {before}: a fall of more than {(int)Math.Round(request.LargestFall * 100)} % is taken for half a file. Export it again, or allow the fall.");
    }
}
