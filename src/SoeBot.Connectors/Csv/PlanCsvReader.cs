using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
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
        var tables = new Dictionary<string, TableRead>(StringComparer.Ordinal);
        var sources = new SourceFiles(files, problems);
        foreach (var (read, found) in ReadTables(mapping.Tables, sources, request))
        {
            if (read is not null) tables[read.Word] = read;
            problems.Add(found);
        }

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

    /// <summary>Side by side where the files allow it; what is wrong comes in the order of the tables all the same.</summary>
    private static (TableRead? Read, ProblemList Problems)[] ReadTables(IReadOnlyList<TableMapping> tables, SourceFiles sources, ReadRequest request)
    {
        var found = new (TableRead? Read, ProblemList Problems)[tables.Count];
        var each = Partitioner.Create(Enumerable.Range(0, tables.Count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(each, new ParallelOptions { MaxDegreeOfParallelism = sources.AreIndependent ? Environment.ProcessorCount : 1 }, at =>
            {
                var problems = new ProblemList();
                found[at] = (TableRead.Of(tables[at], sources, request, new StringPool(), problems), problems);
            });
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
        return found;
    }

    private static DateOnly? NewestDay(IEnumerable<TableRead> tables, DateOnly today) =>
        tables.AsParallel().Select(t => t.Rows.SelectMany(t.Mapping.Shape.Facts).Where(day => day <= today).Max()).Max();
}
