using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Reading.Checks;

/// <summary>What only shows when all tables are read: rows that point to nothing, and tables that shrank.</summary>
internal static class PlanChecks
{
    /// <summary>Under so many rows a fall means nothing.</summary>
    private const int FewRows = 10;

    /// <summary>So many of the names are given where there are more.</summary>
    private const int Named = 5;

    /// <remarks>A table with problems of its own is not asked: what is missing there may only be unreadable.</remarks>
    public static void References(IReadOnlyDictionary<string, TableRead> tables, ProblemList problems)
    {
        foreach (var table in tables.Values)
            foreach (var column in table.Mapping.Shape.Columns)
                if (column.RefersTo is { } other && tables.TryGetValue(other, out var target) && target.Sound && !(table.IsKept && target.IsKept))
                {
                    if (table.IsKept) Left(table, column, target, problems);
                    else Each(table, column, target, problems);
                }
    }

    /// <summary>R139: half a file looks like a whole one.</summary>
    public static void Falls(IReadOnlyDictionary<string, TableRead> tables, ReadRequest request, ProblemList found)
    {
        foreach (var table in tables.Values.Where(table => !table.IsKept))
        {
            var most = request.Limits.FallOf.TryGetValue(table.Word, out var own) ? own : request.Limits.LargestFall;
            if (request.Previous.GetValueOrDefault(table.Word) is >= FewRows and var before && table.Rows.Count < before * (1 - most))
                found.Add(
                    table.File, null, null, null,
                    string.Create(CultureInfo.InvariantCulture, $"has {table.Rows.Count:N0} {(table.Rows.Count == 1 ? "row" : "rows")} of {table.Word}, {request.PreviousWhen} {before:N0}.")
                    + (request.Limits.FallRefuses
                        ? string.Create(CultureInfo.InvariantCulture, $" Not used: a fall of more than {most * 100:0} % is taken for half a file. Export it again, or have the allowed fall raised in the settings.")
                        : " It is used all the same; check that it is no half file."));
        }
    }

    private static void Each(TableRead table, ColumnShape column, TableRead target, ProblemList problems)
    {
        var mend = target.IsKept ? $"is not among the {target.File}, which is in use; send {target.Word} too, or correct it here." : $"is not in {target.File}; add it there or correct it here.";
        for (var i = 0; i < table.Rows.Count; i++)
            if (column.Value(table.Rows[i]) is string key && !target.ByKey.ContainsKey(key))
                problems.Add(table.File, table.Lines[i], table.Shown(column), key, mend);
    }

    /// <summary>Rows that nobody sent name something that was taken out of what was sent.</summary>
    private static void Left(TableRead table, ColumnShape column, TableRead target, ProblemList problems)
    {
        var gone = table.Rows.Select(row => column.Value(row) as string).OfType<string>().Where(key => !target.ByKey.ContainsKey(key)).Distinct().ToList();
        if (gone.Count == 0) return;
        var names = string.Join(", ", gone.Take(Named).Select(key => ProblemList.Shown(key))) + (gone.Count > Named ? " …" : "");
        problems.Add(
            target.File, null, null, null,
            string.Create(CultureInfo.InvariantCulture, $"lacks {names}, which the {table.File} still {(gone.Count == 1 ? "names" : "name")} ({gone.Count:N0} in all). Send {table.Word} too, or leave them in."));
    }
}
