using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;

namespace SoeBot.Connectors.Reading.Checks;

/// <summary>Headers that are none, stand somewhere else, or say something twice.</summary>
internal static class HeaderCheck
{
    /// <summary>A title and a few blank rows are what reports put above their table.</summary>
    private const int RowsLookedAt = 15;

    /// <summary>A column that stands in the header twice: nobody can say which of them is meant.</summary>
    public static void Doubled(ISourceTable table, ProblemList problems)
    {
        foreach (var name in table.Header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(table.File, table.Row, name.Key, null, $"the header has this column {name.Count()} times; leave one of them.");
    }

    /// <summary>The current row is the header again, as in files that were put together of several.</summary>
    public static bool Repeats(ISourceTable table)
    {
        for (var column = 0; column < table.Header.Length; column++)
            if (!table[column].Equals(table.Header[column], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    /// <summary>Columns are missing: when the header stands further down, that is said in place of all problems since.</summary>
    public static void Below(ISourceTable table, TableMapping mapping, ProblemList problems, int before)
    {
        var wanted = mapping.Shape.Columns.Where(column => column.Required)
            .SelectMany(column => mapping.Columns.TryGetValue(column.Name, out var mapped) ? mapped.Join ?? (mapped.From is { } from ? [from] : []) : [])
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (wanted.Count == 0 || wanted.All(name => table.Header.Contains(name, StringComparer.OrdinalIgnoreCase))) return;
        var top = table.Row;
        for (var looked = 0; looked < RowsLookedAt && table.Peek() is { } cells; looked++)
        {
            if (!wanted.TrueForAll(name => cells.Contains(name, StringComparer.OrdinalIgnoreCase))) continue;
            problems.TakeBack(before);
            problems.Add(table.File, table.Row, null, null, table.Row - top == 1
                ? $"is the header, and row {top} above it is no part of the table. Delete row {top}."
                : $"is the header, and rows {top} to {table.Row - 1} above it are no part of the table. Delete them.");
            return;
        }
    }
}
