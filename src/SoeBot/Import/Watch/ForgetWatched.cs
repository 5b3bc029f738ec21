using SoeBot.Plants;

namespace SoeBot.Import.Watch;

/// <summary>Once a day, sets that were read and are past keeping go away with their reports (<c>Watch:KeepDays</c>).</summary>
internal sealed class ForgetWatched(ImportRules rules, TimeProvider time, ILogger<ForgetWatched> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private readonly Dictionary<string, long> _last = new(StringComparer.Ordinal);

    /// <summary>Does nothing when it is not a day ago. A failure is said, keeps nothing else, and is tried again in a day.</summary>
    public void Run(PlantProfile plant)
    {
        var watch = rules.Of(plant.Id).Watch;
        if (watch.KeepDays == 0 || (_last.TryGetValue(plant.Id.Value, out var last) && time.GetElapsedTime(last) < Every)) return;
        _last[plant.Id.Value] = time.GetTimestamp();
        var gone = 0;
        try
        {
            foreach (var set in new WatchedFolder(watch.Folder!).MovedBefore(time.GetUtcNow().AddDays(-watch.KeepDays)))
                if (Delete(plant, set)) gone++;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.WatchedNotForgotten(log, plant.Id.Value, failure);
        }
        if (gone > 0) Log.WatchedForgotten(log, plant.Id.Value, gone);
    }

    private bool Delete(PlantProfile plant, string set)
    {
        try
        {
            Directory.Delete(set, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            // Another process watches the same folder and was first.
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.WatchedNotForgotten(log, plant.Id.Value, failure);
            return false;
        }
    }
}
