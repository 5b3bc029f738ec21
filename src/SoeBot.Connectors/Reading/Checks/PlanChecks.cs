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
        // Rows that were there before named what was there before: only what is new can name nothing, unless something is gone.
        if (table.Edit is { } edit && LostNothing(target))
        {
            foreach (var at in edit.Fresh)
                if (column.Value(table.Rows[at]) is string key && !target.Held.Index.Contains(key))
                    problems.Add(table.File, null, table.Shown(column), key, "is not there any more");
            return;
        }
        var mend = target.IsKept ? $"is not among the {target.File}, which is in use; send {target.Word} too, or correct it here." : $"is not in {target.File}; add it there or correct it here.";
        for (var i = 0; i < table.Rows.Count; i++)
            if (column.Value(table.Rows[i]) is string key && !target.Held.Index.Contains(key))
                problems.Add(table.File, table.Edit is null ? table.Lines[i] : null, table.Shown(column), key, mend);
    }

    /// <summary>Rows that nobody sent name something that was taken out of what was sent.</summary>
    private static void Left(TableRead table, ColumnShape column, TableRead target, ProblemList problems)
    {
        if (table.Edit is not null && LostNothing(target)) return;
        var gone = table.Rows.Select(row => column.Value(row) as string).OfType<string>().Where(key => !target.Held.Index.Contains(key)).Distinct().ToList();
        if (gone.Count == 0) return;
        var names = string.Join(", ", gone.Take(Named).Select(key => ProblemList.Shown(key))) + (gone.Count > Named ? " …" : "");
        problems.Add(
            target.File, null, null, null,
            string.Create(CultureInfo.InvariantCulture, $"lacks {names}, which the {table.File} still {(gone.Count == 1 ? "names" : "name")} ({gone.Count:N0} in all). Send {table.Word} too, or leave them in."));
    }

    private static bool LostNothing(TableRead target) => target.Edit is { } edit && edit.Gone.All(row => target.Held.Index.Contains(row.Key));
}
