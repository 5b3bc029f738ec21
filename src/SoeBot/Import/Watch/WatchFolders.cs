using SoeBot.Connectors.Csv;
using SoeBot.Plants;

namespace SoeBot.Import.Watch;

/// <summary>Looks into the watched folders every few seconds; nothing depends on the file system telling us.</summary>
internal sealed class WatchFolders(ReadWatched read, ForgetWatched forget, ImportRules rules, PlantProfiles plants, TimeProvider time, ILogger<WatchFolders> log) : BackgroundService
{
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private readonly HashSet<string> _away = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a killed process had unpacked; a day is longer than any import takes.
        StagedFiles.Sweep(time.GetUtcNow().AddDays(-1));
        var watched = plants.All.Where(plant => rules.Of(plant.Id).Watch.Folder is { Length: > 0 }).ToDictionary(plant => plant, _ => new Stillness(time));
        while (watched.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            foreach (var (plant, still) in watched) await LookAsync(plant, still, stoppingToken);
            await Task.Delay(Poll, time, stoppingToken);
        }
    }

    /// <summary>One look; a failure is said and the next look tries again.</summary>
    internal async Task LookAsync(PlantProfile plant, Stillness still, CancellationToken ct)
    {
        try
        {
            // A network drive that is away comes back; its absence is said once.
            if (Directory.Exists(rules.Of(plant.Id).Watch.Folder))
            {
                _away.Remove(plant.Id.Value);
                // First: space may be what the reading lacks.
                forget.Run(plant);
                await read.RunAsync(plant, still, ct);
            }
            else if (_away.Add(plant.Id.Value)) Log.WatchedAway(log, plant.Id.Value);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception broken)
        {
            Log.LoopBroke(log, nameof(WatchFolders), broken);
        }
    }
}
