using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SoeBot.Domain.Plan;

namespace SoeBot.Sheet;

/// <summary>The sheet as a file in a folder that people reach without the bot.</summary>
internal static partial class SheetFile
{
    private const string Unfinished = ".part";

    /// <summary>What is further ahead than replicas can be was written by a clock that somebody moved.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(10);

    /// <summary>"meeting-north.html". A plant's id has lower-case letters, digits and dashes only.</summary>
    public static string NameOf(PlantId plant) => $"meeting-{plant.Value}.html";

    /// <summary>Written beside and renamed: who opens it sees the one before or this one, whole. A newer one that another replica wrote meanwhile stays.</summary>
    /// <returns>Why it could not be written, in words; null when it stands there.</returns>
    public static async Task<string?> WriteAsync(string folder, PlantId plant, DateTimeOffset readAt, string page, CancellationToken ct)
    {
        var whole = Path.Combine(folder, NameOf(plant));
        var part = Path.Combine(folder, $".{NameOf(plant)}.{Guid.NewGuid():N}{Unfinished}");
        try
        {
            if (!Directory.Exists(folder)) return "its folder is not there";
            if (File.Exists(whole) && await ReadAtAsync(whole, ct) is { } there && there >= readAt && there - readAt < Together) return null;
            // Of a process that died in the middle; a living one of another replica is seconds old.
            foreach (var left in Directory.EnumerateFiles(folder, $".{NameOf(plant)}.*{Unfinished}").Where(left => File.GetLastWriteTimeUtc(left) < readAt.UtcDateTime.AddHours(-1)))
                TryDelete(left);
            await using (var file = new FileStream(part, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous }))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(page), ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, whole, overwrite: true);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return "this account may not write into its folder";
        }
        catch (IOException)
        {
            return "its folder cannot be written to";
        }
        finally
        {
            TryDelete(part);
        }
    }

    /// <summary>Null when it is none of ours.</summary>
    private static async Task<DateTimeOffset?> ReadAtAsync(string file, CancellationToken ct) =>
        Stamp().Match(await File.ReadAllTextAsync(file, ct)) is { Success: true } found
        && DateTimeOffset.TryParse(found.Groups["at"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The next writing takes it away.
        }
    }

    [GeneratedRegex($"<data class=\"{SheetHtml.ReadAt}\" value=\"(?<at>[0-9TZ:.-]+)\">", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Stamp();
}
