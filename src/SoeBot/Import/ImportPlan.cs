using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Mapping;
using SoeBot.Domain.People;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;

namespace SoeBot.Import;

/// <param name="Version">The version in use that has this data; null when nothing was taken, and then the old version stays in use.</param>
/// <param name="Lines">What people read.</param>
/// <param name="IsNew">False: the version is an older one, made of the same files today.</param>
public sealed record ImportReport(int? Version, IReadOnlyList<string> Lines, bool IsNew = true);

/// <summary>What is to be imported, and for whom.</summary>
internal sealed record ImportRequest
{
    public required PlantProfile Plant { get; init; }
    public required IPlanFiles Files { get; init; }

    /// <summary>Of the folder or the files, as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>A file, or the name of a built-in mapping; null for the plant's own.</summary>
    public string? Mapping { get; init; }

    /// <summary>Replay: only what was known in the morning of this day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Who sent it; null for the command line.</summary>
    public PersonKey? By { get; init; }

    /// <summary>The same files once more on the same day make no new version.</summary>
    public bool OnceADay { get; init; }

    /// <summary>What the result brings with it, in its transaction.</summary>
    public Func<ImportReport, Effect> Effect { get; init; } = _ => Store.Effects.Effect.None;
}

/// <summary>Reads, checks, publishes; all or nothing.</summary>
public sealed class ImportPlan
{
    private readonly PlanStore _plans;
    private readonly PublishPlan _publish;
    private readonly OutboxStore _outbox;
    private readonly PlantClock _clock;

    internal ImportPlan(PlanStore plans, PublishPlan publish, OutboxStore outbox, PlantClock clock) =>
        (_plans, _publish, _outbox, _clock) = (plans, publish, outbox, clock);

    /// <param name="plant">Whose plan it is.</param>
    /// <param name="path">A folder, or a .csv, .xlsx or .zip file.</param>
    /// <param name="mapping">A file, or the name of a built-in mapping; null for the plant's own.</param>
    /// <param name="asOf">Replay: only what was known in the morning of this day.</param>
    /// <param name="freeze">Also freeze it as the plan of its week.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ImportReport> RunAsync(PlantProfile plant, string path, string? mapping, DateOnly? asOf, bool freeze, CancellationToken ct)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        IPlanFiles files;
        try
        {
            files = Directory.Exists(path) ? new PlanFolder(path) : PlanParts.Of([(name, await File.ReadAllBytesAsync(path, ct))]);
        }
        catch (InvalidDataException broken)
        {
            return await RefuseAsync(new ImportRequest { Plant = plant, Files = PlanParts.None, Name = name }, [$"{name}: {broken.Message}"], 1, ct);
        }
        var report = await RunAsync(new ImportRequest { Plant = plant, Files = files, Name = name, Mapping = mapping, AsOf = asOf }, ct);
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
        if (mapping is null) return await RefuseAsync(request, problems, problems.Count, ct);
        var current = await _plans.CurrentAsync(plant.Id, ct);
        var day = request.AsOf ?? plant.Calendar.DayOf(now);
        var hash = request.OnceADay ? Hash(request.Files, text, day) : null;
        if (hash is not null && current is not null && await _plans.ContentHashAsync(plant.Id, ct) == hash)
            return await SayAsync(request, new ImportReport(current.Number, [$"Nothing changed: plan version {current.Number} of {plant.Name} was made of the same data today and stays in use."], IsNew: false), ct);

        var previous = request.AsOf is null ? current?.Tables : null;
        var read = PlanCsvReader.Read(request.Files, mapping, new ReadRequest(day) { WeekStart = plant.Calendar.WeekStart, DayStart = plant.Calendar.FirstShift, Previous = previous ?? new Dictionary<string, int>() });
        if (read.Snapshot is null) return await RefuseAsync(request, [.. read.Problems.Select(problem => problem.ToString())], read.ProblemCount, ct);

        var dataAt = request.AsOf is { } replayed ? plant.Calendar.At(replayed, plant.Calendar.FirstShift) : now;
        var origin = new PlanOrigin(dataAt, string.Join(", ", read.Sources), request.By is null ? "import" : "a file in chat", hash);
        ImportReport? report = null;
        await _publish.PublishAsync(plant, read.Snapshot, origin, now, ct, request.By, published =>
            request.Effect(report = new ImportReport(published.Version.Number, [Rows(plant, published.Version.Number, read), Changes(published)])));
        return report!;
    }

    /// <summary>Nothing is imported, and the reasons are kept with the plant, so that its cards can say why their data is old.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="problems">As people read them.</param>
    /// <param name="count">How many there are in all.</param>
    /// <param name="ct">Gives up.</param>
    internal async Task<ImportReport> RefuseAsync(ImportRequest request, IReadOnlyList<string> problems, int count, CancellationToken ct)
    {
        var plant = request.Plant;
        var now = _clock.Now(plant.Id);
        var stays = await _plans.CurrentAsync(plant.Id, ct) is { } current ? $"Plan version {current.Number} stays in use." : "There is no plan yet.";
        var more = count > problems.Count ? new[] { $"and {count - problems.Count} more" } : [];
        var report = new ImportReport(null, [$"Not imported: {(count == 1 ? "1 problem" : $"{count} problems")}. {stays}", .. problems, .. more]);
        await _plans.NoteRefusedImportAsync(plant.Id, new(request.Name, request.By is null ? "import" : "a file in chat", problems[0], now), request.Effect(report), ct);
        return report;
    }

    private async Task<ImportReport> SayAsync(ImportRequest request, ImportReport report, CancellationToken ct)
    {
        await _outbox.AddAsync(request.Effect(report), ct);
        return report;
    }

    private static string Rows(PlantProfile plant, int version, ImportRead read) =>
        $"Plan version {version} of {plant.Name} is in use: {string.Join(", ", read.Rows.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Key} {table.Value:N0}")))}.";

    private static string Changes(PublishedPlan published)
    {
        var before = published.Version.Number - 1;
        if (before == 0) return "It is the plant's first plan.";
        if (published.Changes.Count == 0) return $"No row differs from version {before}.";
        return $"Changed since version {before}: {string.Join("; ", published.Changes.Select(Words))}.";

        static string Words(TableChange table) => $"{table.Table} " + string.Join(", ",
            from part in new[] { (Count: table.New, Word: "new"), (Count: table.Changed, Word: "changed"), (Count: table.Gone, Word: "gone") }
            where part.Count > 0
            select string.Create(CultureInfo.InvariantCulture, $"{part.Count:N0} {part.Word}"));
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
