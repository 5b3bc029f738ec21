using System.Globalization;
using SoeBot.Connectors.Http;
using SoeBot.Plants;

namespace SoeBot.Check;

/// <summary>The ways on which plans come by themselves: the watched folder, where a file is made and taken away again, and the address, which is asked as at its times.</summary>
internal static class PlanWaysCheck
{
    /// <summary>What a read set passes through; made when first needed.</summary>
    private static readonly string[] Places = ["work", "done", "refused"];

    public static async Task RunAsync(PlantProfiles plants, PlantsOptions settings, PlanFetch fetch, CheckSheet sheet, CancellationToken ct)
    {
        foreach (var plant in plants.All)
        {
            if (settings.GetValueOrDefault(plant.Id.Value) is not { } own) continue;
            if (own.Watch.Folder is { Length: > 0 } folder)
            {
                if (Trouble(folder) is { } trouble) sheet.Fault("watched", $"{plant.Id}: {trouble}");
                else sheet.Good("watched", $"{plant.Id}: {folder} can be read and written");
            }
            if (own.Pull.Url is { Length: > 0 } address) await AskAsync(plant, own, new Uri(address), fetch, sheet, ct);
        }
    }

    /// <returns>What is wrong and what to do; null when nothing is.</returns>
    private static string? Trouble(string folder)
    {
        if (!Directory.Exists(folder)) return $"there is no folder {folder}. Make it or connect its drive, and let this account read and write there.";
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return $"this account cannot read {folder}. Give it the right to list and read files there.";
        }
        var there = Places.Select(place => Path.Combine(folder, place)).Where(Path.Exists).ToList();
        if (there.Find(File.Exists) is { } file) return $"{file} is a file where a folder is needed. Move it away.";
        return there.Prepend(folder).FirstOrDefault(place => !CanWrite(place)) is { } closed
            ? $"this account cannot write into {closed}. Give it the right to make, move and delete files there, or free some space." : null;
    }

    /// <summary>Tried, because neither rights nor shares say it beforehand. The name is one that no watcher takes.</summary>
    internal static bool CanWrite(string folder)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".soebot-check-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            probe.WriteByte(0);
            return true;
        }
        catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <summary>Up to the first bytes of the file, which are not read.</summary>
    private static async Task AskAsync(PlantProfile plant, PlantOptions own, Uri address, PlanFetch fetch, CheckSheet sheet, CancellationToken ct)
    {
        var pull = own.Pull;
        var got = await fetch.ReadAsync(
            new FetchRequest(address, own.Import.LargestMegabytes * 1_000_000L, pull.Timeout) { Name = pull.Name, Secret = pull.Secret is { Length: > 0 } secret ? new(pull.HeaderName, secret) : null },
            (_, _, _, _) => Task.FromResult(true), ct);
        // What follows the path may be a secret.
        var place = address.GetLeftPart(UriPartial.Path);
        if (got.Outcome == FetchOutcome.Fetched)
            sheet.Good("fetched", $"{plant.Id}: {place} gives {got.Name}, fetched at {string.Join(", ", pull.Times.Order().Select(at => at.ToString("HH:mm", CultureInfo.InvariantCulture)))}");
        else
            sheet.Fault("fetched", $"{plant.Id}: {place} {got.Problem} " + (got.Outcome == FetchOutcome.Refused ? "Check Pull:Url, Pull:Name, Pull:HeaderName and Pull:Secret." : "Check the host in Pull:Url and the way from here to it."));
    }
}
