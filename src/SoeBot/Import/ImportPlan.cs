using System.Globalization;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Import;

/// <param name="Version">Null when nothing was published; then the old version stays in use.</param>
/// <param name="Lines">What people read.</param>
public sealed record ImportReport(int? Version, IReadOnlyList<string> Lines);

/// <summary>Reads, checks, publishes; all or nothing.</summary>
public sealed class ImportPlan
{
    private readonly PlanStore _plans;
    private readonly PublishPlan _publish;
    private readonly PlantClock _clock;

    internal ImportPlan(PlanStore plans, PublishPlan publish, PlantClock clock) => (_plans, _publish, _clock) = (plans, publish, clock);

    public async Task<ImportReport> RunAsync(PlantProfile plant, string folder, string? mapping, DateOnly? asOf, bool freeze, CancellationToken ct)
    {
        var now = _clock.Now(plant.Id);
        var (parsed, problems) = await MappingAsync(mapping, ct);
        if (parsed is null) return new ImportReport(null, problems);
        var current = await _plans.CurrentAsync(plant.Id, ct);
        var day = asOf ?? plant.Calendar.DayOf(now);
        var read = PlanCsvReader.Read(new PlanFolder(folder), parsed, new ReadRequest(day) { Previous = asOf is null ? current?.Tables ?? new Dictionary<string, int>() : new Dictionary<string, int>() });
        if (read.Snapshot is null) return await RefuseAsync(plant, folder, read, current?.Number, now, ct);

        var dataAt = asOf is { } replayed ? plant.Calendar.At(replayed, plant.Calendar.FirstShift) : now;
        var version = await _publish.PublishAsync(plant, read.Snapshot, new PlanOrigin(dataAt, string.Join(", ", read.Sources), "import", null), now, ct);
        var frozen = freeze && await _publish.FreezeAsync(plant, plant.Calendar.WeekOf(day), now, ct);
        var rows = string.Join(", ", read.Rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} {table.Value:N0}")));
        return new ImportReport(version.Number, [$"Plan version {version.Number} of {plant.Name} is in use: {rows}.", .. frozen ? new[] { $"It is frozen as the plan of week {plant.Calendar.WeekOf(day).Number}." } : []]);
    }

    private async Task<ImportReport> RefuseAsync(PlantProfile plant, string folder, ImportRead read, int? current, DateTimeOffset now, CancellationToken ct)
    {
        var stays = current is { } version ? $"Plan version {version} stays in use." : "There is no plan yet.";
        var more = read.ProblemCount > read.Problems.Count ? new[] { $"and {read.ProblemCount - read.Problems.Count} more" } : [];
        await _plans.NoteRefusedImportAsync(plant.Id, Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "import", read.Problems[0].ToString(), now, ct);
        return new ImportReport(null, [$"Not imported: {(read.ProblemCount == 1 ? "1 problem" : $"{read.ProblemCount} problems")}. {stays}", .. read.Problems.Select(problem => problem.ToString()), .. more]);
    }

    private static async Task<(PlanMapping? Mapping, IReadOnlyList<string> Problems)> MappingAsync(string? mapping, CancellationToken ct)
    {
        if (mapping is null) return (PlanMapping.Native, []);
        if (mapping.Equals("adventureworks", StringComparison.OrdinalIgnoreCase)) return (PlanMapping.AdventureWorks, []);
        if (!File.Exists(mapping)) return (null, [$"{mapping}: there is no such mapping file."]);
        var parsed = PlanMapping.Parse(await File.ReadAllTextAsync(mapping, ct));
        return (parsed.Mapping, [.. parsed.Problems.Select(problem => $"{Path.GetFileName(mapping)} {problem}")]);
    }
}
