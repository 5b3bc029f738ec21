using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading.Checks;
using SoeBot.Connectors.Reading.Held;
using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading;

/// <summary>Reads the ten tables from CSV files and Excel workbooks through a mapping: all or nothing.</summary>
public sealed class PlanReader
{
    private readonly PlanMapping mapping;
    private readonly ProblemList unusable = new();
    private readonly SourceFiles sources;

    private PlanReader(IPlanFiles files, PlanMapping mapping, long mostUnpacked)
    {
        this.mapping = mapping;
        sources = new SourceFiles(files, unusable, mostUnpacked);
        Sent = [.. mapping.Tables.Where(table => sources.Has(table.File, table.Shape.Word)).Select(table => table.Shape.Word)];
    }

    /// <summary>The tables that are among the files, by their words.</summary>
    public IReadOnlyList<string> Sent { get; }

    /// <summary>The tables that the mapping knows and nobody sent.</summary>
    public IReadOnlyList<string> NotSent => [.. mapping.Tables.Select(table => table.Shape.Word).Except(Sent)];

    /// <summary>Looks which tables there are and reads none of them yet.</summary>
    /// <param name="files">Of the import.</param>
    /// <param name="mapping">How its columns become ours.</param>
    /// <param name="mostUnpacked">Bytes that a workbook may unpack to.</param>
    public static PlanReader Open(IPlanFiles files, PlanMapping mapping, long mostUnpacked = StagedFiles.Largest) => new(files, mapping, mostUnpacked);

    /// <inheritdoc cref="Read(ReadRequest)"/>
    public static ImportRead Read(IPlanFiles files, PlanMapping mapping, ReadRequest request) => Open(files, mapping).Read(request);

    /// <summary>Once. Never throws for what stands in the files; an I/O error of the source passes through.</summary>
    public ImportRead Read(ReadRequest request)
    {
        // What is wrong is said with its line, as only a reading of all lines can: nobody waits for a refusal.
        if (request.Held is null || ReadOnce(request) is not { Outcome: ImportOutcome.Read } read) read = ReadOnce(request with { Held = null, InUse = request.Held?.Snapshot ?? request.InUse });
        return read.Snapshot is null || request.Held is not { } held || read.Edits is not null ? read : read with { Edits = Edits(read.Held!, held) };
    }

    private ImportRead ReadOnce(ReadRequest request)
    {
        var problems = new ProblemList();
        problems.Add(unusable);
        var tables = new Dictionary<string, TableRead>(StringComparer.Ordinal);
        foreach (var (read, found) in ReadTables(request))
        {
            if (read is not null) tables[read.Word] = read;
            problems.Add(found);
        }

        if (Sent.Count == 0 && problems.Count == 0)
            problems.Add(
                "files", null, null, null,
                $"{(sources.Found.Any() ? $"none of {ProblemList.Shown(string.Join(", ", sources.Found))} is known" : "nothing is in them")}; expected are {string.Join(", ", mapping.Tables.Select(t => t.File))}, or sheets of these names in a workbook.");
        var warnings = new ProblemList();
        if (problems.Count == 0) PlanChecks.Falls(tables, request, request.Limits.FallRefuses ? problems : warnings);
        PlanChecks.References(tables, problems);
        BillLoops.Find(tables, problems);

        var sent = tables.Values.Where(t => !t.IsKept).ToList();
        var rows = sent.ToDictionary(t => t.Word, t => t.Rows.Count, StringComparer.Ordinal);
        var from = sent.Select(t => t.Source).Distinct().ToList();
        DateOnly? Newest() => NewestDay(sent, request.Today);
        if (problems.Count == 0) AgeCheck.Old(sent, sources, Newest, request, problems, warnings);
        if (problems.Count > 0) return new ImportRead(ImportOutcome.Refused, null, rows, from, problems.All, problems.Count);

        var snapshot = tables.Values.Aggregate(new PlanSnapshot(), (plan, table) => table.Mapping.Shape.Into(plan, table.Rows));
        return new ImportRead(ImportOutcome.Read, snapshot, rows, from, [], 0)
        {
            Newest = Newest, Held = new HeldPlan(tables.ToDictionary(table => table.Key, table => table.Value.Held)),
            Edits = request.Held is { } held ? Edits(tables, held) : null, Warnings = warnings.All, Kept = [.. tables.Values.Where(t => t.IsKept).Select(t => t.Word)],
        };
    }

    /// <summary>Side by side; what is wrong comes in the order of the tables all the same.</summary>
    private (TableRead? Read, ProblemList Problems)[] ReadTables(ReadRequest request)
    {
        var found = new (TableRead? Read, ProblemList Problems)[mapping.Tables.Count];
        var each = Partitioner.Create(Enumerable.Range(0, mapping.Tables.Count), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(each, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, at =>
            {
                var own = new ProblemList();
                found[at] = (TableRead.Of(mapping.Tables[at], sources, request, new StringPool(), own), own);
            });
        }
        catch (AggregateException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }
        return found;
    }

    private static DateOnly? NewestDay(IReadOnlyList<TableRead> tables, DateOnly today)
    {
        DateOnly? newest = null;
        foreach (var table in tables)
        {
            if (table.Mapping.Shape.Facts is not { } facts) continue;
            foreach (var row in table.Rows)
            {
                var (one, other) = facts(row);
                if (one <= today && !(one <= newest)) newest = one;
                if (other <= today && !(other <= newest)) newest = other;
            }
        }
        return newest;
    }

    /// <summary>A table that was read whole may differ in every row.</summary>
    private static Dictionary<string, TableEdit> Edits(IReadOnlyDictionary<string, TableRead> tables, HeldPlan held) =>
        tables.Keys.Union(held.Words).ToDictionary(word => word, word => tables.GetValueOrDefault(word)?.Edit ?? TableEdit.Whole(tables.GetValueOrDefault(word)?.Rows, held.Table(word)?.Rows));

    private static Dictionary<string, TableEdit> Edits(HeldPlan read, HeldPlan held) =>
        read.Words.Union(held.Words).ToDictionary(word => word, word => TableEdit.Whole(read.Table(word)?.Rows, held.Table(word)?.Rows));
}
