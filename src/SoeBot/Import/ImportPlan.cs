using System.Security.Cryptography;
using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Connectors.Reading;
using SoeBot.Domain.Plan;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;

namespace SoeBot.Import;

/// <summary>Reads, checks, publishes; all or nothing. Every way in ends here.</summary>
public sealed class ImportPlan
{
    private readonly PlanStore _plans;
    private readonly PlantStore _notes;
    private readonly PublishPlan _publish;
    private readonly OutboxStore _outbox;
    private readonly ImportRules _rules;
    private readonly PlantClock _clock;
    private readonly HeldPlans _held;

    internal ImportPlan(PlanStore plans, PlantStore notes, PublishPlan publish, OutboxStore outbox, ImportRules rules, PlantClock clock, HeldPlans held) =>
        (_plans, _notes, _publish, _outbox, _rules, _clock, _held) = (plans, notes, publish, outbox, rules, clock, held);

    /// <param name="plant">Whose plan it is.</param>
    /// <param name="path">A folder, or a .csv, .xlsx or .zip file.</param>
    /// <param name="mapping">A file, or the name of a built-in mapping; null for the plant's own.</param>
    /// <param name="asOf">Replay: only what was known in the morning of this day.</param>
    /// <param name="freeze">Also freeze it as the plan of its week.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ImportReport> RunAsync(PlantProfile plant, string path, string? mapping, DateOnly? asOf, bool freeze, CancellationToken ct)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        using var staged = new StagedFiles();
        var request = new ImportRequest { Plant = plant, Files = staged, Name = name, Mapping = mapping, AsOf = asOf };
        if (Directory.Exists(path)) request = request with { Files = new PlanFolder(path) };
        else if (await staged.TakeAsync(name, path, File.GetLastWriteTimeUtc(path), ct) is { } problem) return await RefuseAsync(request, [problem], 1, ct);
        var report = await RunAsync(request, ct);
        if (report.Version is null || !freeze) return report;
        var now = _clock.Now(plant.Id);
        var week = plant.Calendar.WeekOf(asOf ?? plant.Calendar.DayOf(now));
        return await _publish.FreezeAsync(plant, week, now, ct) ? report with { Lines = [.. report.Lines, $"It is frozen as the plan of week {week.Number}."] } : report;
    }

    internal async Task<ImportReport> RunAsync(ImportRequest request, CancellationToken ct)
    {
        var plant = request.Plant;
        var now = _clock.Now(plant.Id);
        var (mapping, text, problems) = await MappingFile.ReadAsync(request.Mapping ?? plant.Mapping, ct);
        if (mapping is null) return await RefuseAsync(request, [.. problems.Select(problem => new ImportProblem("", null, null, null, problem))], problems.Count, ct);

        await using var turn = await _plans.TakeTurnAsync(plant.Id, "bring", ct);
        var current = await _plans.NewestAsync(plant.Id, ct);
        var day = request.AsOf ?? plant.Calendar.DayOf(now);
        var hash = request.OnceADay ? Hash(request.Files, text, day) : null;
        if (hash is not null && current is not null && await _plans.ContentHashAsync(plant.Id, ct) == hash) return await RepeatAsync(request, current, ct);

        var reader = PlanReader.Open(request.Files, mapping);
        // A replay shows a day of the past alone: nothing of the version in use belongs to it.
        var before = request.AsOf is null ? current : null;
        var origins = TableOrigins.Of(await _notes.GetNoteAsync(plant.Id, TableOrigins.Note, ct), before);
        var held = before is not null && reader.Sent.Count > 0 ? _held.Of(before) : null;
        var inUse = held is null && before is not null && reader.Sent.Count > 0 ? await _plans.LoadTablesAsync(before, reader.NotSent, ct) : null;
        var read = reader.Read(_rules.ReadRequest(plant, day, before, inUse, now) with { Held = held });
        if (read.Snapshot is null) return await RefuseAsync(request, read.Problems, read.ProblemCount, ct);

        var dataAt = request.AsOf is { } replayed ? plant.Calendar.At(replayed, plant.Calendar.FirstShift) : now;
        ImportReport? report = null;
        var edit = before is not null && read.Edits is { } edits ? new PlanEdit(before.Number, edits) : null;
        var version = await _publish.PublishAsync(plant, read.Snapshot, new PlanOrigin(dataAt, string.Join(", ", read.Sources), request.Way, hash), now, ct, request.By, published =>
        {
            report = ImportWords.Published(plant, published, read, origins, now);
            var effect = request.Effect(report);
            return effect with { Notes = [.. effect.Notes, origins.Next(plant.Id, published.Version.Number, now, read)] };
        }, edit);
        _held.Keep(version, read.Held!);
        return report!;
    }

    /// <summary>Nothing is imported, and the reasons are kept with the plant, so that its cards can say why their data is old.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="problems">The first of them.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="ct">Gives up.</param>
    internal async Task<ImportReport> RefuseAsync(ImportRequest request, IReadOnlyList<ImportProblem> problems, int count, CancellationToken ct)
    {
        var plant = request.Plant;
        var report = ImportWords.Refused(await _plans.NewestAsync(plant.Id, ct), problems, count);
        await _plans.NoteRefusedImportAsync(plant.Id, new(request.Name, request.Way, problems[0].ToString(), _clock.Now(plant.Id)), request.Effect(report), ct);
        return report;
    }

    private async Task<ImportReport> RepeatAsync(ImportRequest request, PlanVersion current, CancellationToken ct)
    {
        var report = new ImportReport(current.Number, [$"Nothing changed: plan version {current.Number} of {request.Plant.Name} was made of the same data today and stays in use."], IsNew: false) { Rows = current.Tables };
        await _outbox.AddAsync(request.Effect(report), ct);
        return report;
    }

    /// <summary>The day too: a mapping may look at it.</summary>
    private static string Hash(IPlanFiles files, string mapping, DateOnly day)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{day:yyyy-MM-dd}\n{mapping}\n"));
        foreach (var name in files.Names.Order(StringComparer.OrdinalIgnoreCase))
            using (var stream = files.Open(name)!)
                hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{Convert.ToHexString(SHA256.HashData(stream))}\n"));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
