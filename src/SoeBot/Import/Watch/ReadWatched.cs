using System.Text.Json;
using SoeBot.Cards;
using SoeBot.Connectors.Csv;
using SoeBot.Plants;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;

namespace SoeBot.Import.Watch;

/// <summary>What came of a set, committed with the plan version or the refusal: a set that was read is never read again.</summary>
internal sealed record WatchedResult(string Set, bool Taken, IReadOnlyList<string> Lines);

/// <summary>Reads what lies in a plant's watched folder, one set after the other.</summary>
internal sealed class ReadWatched(ImportPlan import, ImportRules rules, ImportNews news, PlanStore plans, PlantStore notes, TimeProvider time, ILogger<ReadWatched> log)
{
    private const string Note = "watched-set";
    private const int MostTries = 5;

    public async Task RunAsync(PlantProfile plant, Stillness still, CancellationToken ct)
    {
        var watch = rules.Of(plant.Id).Watch;
        var folder = new WatchedFolder(watch.Folder!);
        var files = folder.Look(watch.Marker);
        var isReady = watch.Marker is { Length: > 0 } marker ? files.Any(file => file.Name == marker) : still.IsStill(files, watch.StillFor);
        if (!isReady && folder.Begun().Count == 0) return;

        // Another process may watch the same folder.
        await using var turn = await plans.TakeTurnAsync(plant.Id, "watch", ct);
        foreach (var begun in folder.Begun()) await ReadAsync(plant, begun, ct);
        files = folder.Look(watch.Marker);
        if (isReady && files.Count > 0) await ReadAsync(plant, folder.Begin([.. files.Select(file => file.Name)], time.GetUtcNow()), ct);
    }

    private async Task ReadAsync(PlantProfile plant, WatchedSet set, CancellationToken ct)
    {
        if (set.WasMoved)
        {
            set.Forget();
            return;
        }
        var paths = set.Gather();
        if (await ResultAsync(plant, ct) is not { } result || result.Set != set.Id) result = await ImportAsync(plant, set, paths, ct);
        set.MoveAside(result.Taken, result.Lines);
        Log.WatchedRead(log, plant.Id.Value, set.Id, result.Taken);
    }

    private async Task<WatchedResult> ImportAsync(PlantProfile plant, WatchedSet set, IReadOnlyList<string> paths, CancellationToken ct)
    {
        var readers = await news.ReadersAsync(plant.Id, ct);
        var names = paths.Select(path => Path.GetFileName(path)).Where(name => name != rules.Of(plant.Id).Watch.Marker).ToList();
        using var staged = new StagedFiles();
        var request = new ImportRequest { Plant = plant, Files = staged, Name = DataLine.Short(string.Join(", ", names), 200), Way = "the watched folder", OnceADay = true };
        request = request with
        {
            Effect = report => news.Refused(request, report, readers) with
            {
                Notes = [new PlantNote(plant.Id, Note, JsonSerializer.Serialize(new WatchedResult(set.Id, report.Version is not null, report.Lines)))],
            },
        };
        ImportProblem? problem = set.Tries >= MostTries
            ? new("", null, null, null, $"Something broke on my side {MostTries} times. An administrator finds it in the log under {set.Id}.") : null;
        set.NoteTry();
        foreach (var path in paths.Where(path => problem is null && names.Contains(Path.GetFileName(path))))
            problem = PlanParts.IsPlanFile(path) ? await staged.TakeAsync(Path.GetFileName(path), path, File.GetLastWriteTimeUtc(path), ct)
                : new(Path.GetFileName(path), null, null, null, "is not read: .xlsx, .csv and .zip files are. Save it as one of them.");
        if (problem is null) await import.RunAsync(request, ct);
        else await import.RefuseAsync(request, [problem], 1, ct);
        return (await ResultAsync(plant, ct))!;
    }

    private async Task<WatchedResult?> ResultAsync(PlantProfile plant, CancellationToken ct) =>
        await notes.GetNoteAsync(plant.Id, Note, ct) is { } note ? JsonSerializer.Deserialize<WatchedResult>(note) : null;
}
