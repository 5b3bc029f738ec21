using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Csv;

/// <summary>Reads the ten tables from CSV files and Excel workbooks through a mapping: all or nothing.</summary>
public static class PlanCsvReader
{
    /// <summary>Never throws for what stands in the files; an I/O error of the source passes through.</summary>
    public static ImportRead Read(IPlanFiles files, PlanMapping mapping, ReadRequest request)
    {
        var problems = new ProblemList();
        var pool = new StringPool();
        var tables = new Dictionary<string, TableRead>(StringComparer.Ordinal);
        var sources = new SourceFiles(files, problems);
        foreach (var table in mapping.Tables)
            if (TableRead.Of(table, sources, request, pool, problems) is { } read) tables[read.Word] = read;

        if (tables.Count == 0 && problems.Count == 0)
            problems.Add(
                "files", null, null, null,
                $"none of {ProblemList.Shown(string.Join(", ", sources.Found))} is known; expected are {string.Join(", ", mapping.Tables.Select(t => t.File))}, or sheets of these names in a workbook.");
        if (problems.Count == 0) PlanChecks.Falls(tables, request, problems);
        PlanChecks.References(tables, problems);

        var rows = tables.ToDictionary(t => t.Key, t => t.Value.Rows.Count, StringComparer.Ordinal);
        var from = tables.Values.Select(t => t.Source).Distinct().ToList();
        if (problems.Count > 0) return new ImportRead(ImportOutcome.Refused, null, rows, null, from, problems.All, problems.Count);

        var snapshot = tables.Values.Aggregate(new PlanSnapshot(), (plan, table) => table.Mapping.Shape.Into(plan, table.Rows));
        return new ImportRead(ImportOutcome.Read, snapshot, rows, NewestDay(tables.Values, request.Today), from, [], 0);
    }

    private static DateOnly? NewestDay(IEnumerable<TableRead> tables, DateOnly today) =>
        tables.SelectMany(t => t.Rows.SelectMany(t.Mapping.Shape.Facts)).Where(day => day <= today).Max();
}
