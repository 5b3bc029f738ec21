using SoeBot.Connectors.Csv;

namespace SoeBot.Connectors.Reading;

/// <summary>A column that stands in the header twice: nobody can say which of them is meant.</summary>
internal static class HeaderCheck
{
    public static void Doubled(ISourceTable table, ProblemList problems)
    {
        foreach (var name in table.Header.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add(table.File, table.Row, name.Key, null, $"the header has this column {name.Count()} times; leave one of them.");
    }
}
