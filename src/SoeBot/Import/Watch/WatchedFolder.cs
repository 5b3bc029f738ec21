using System.Globalization;
using System.Text.Json;
using SoeBot.Connectors.Csv;

namespace SoeBot.Import.Watch;

/// <param name="Written">As the file system says; only compared with itself.</param>
internal sealed record ArrivedFile(string Name, long Length, DateTime Written);

/// <summary>
/// A folder into which somebody puts plan files. A set of files is first written down, then moved into work, read, and moved on with its
/// report into done or refused. Each step can be done again: whoever finds the folder after a kill goes on where it stopped.
/// </summary>
internal sealed class WatchedFolder(string path)
{
    /// <summary>Half-written files, by the names that programs give them.</summary>
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".filepart", ".crdownload", ".download"];

    /// <summary>Taken to be refused in words: who put them there waits for something.</summary>
    private static readonly string[] OtherExcel = [".xls", ".xlsm", ".xlsb", ".ods"];

    private static readonly string[] MovedTo = ["done", "refused"];
    private const string SetTime = "yyyy-MM-dd'T'HHmmss";

    private string Work => Path.Combine(path, "work");

    public bool Exists => Directory.Exists(path);

    /// <summary>Plan files that lie there, and the marker; in no order that means anything.</summary>
    public IReadOnlyList<ArrivedFile> Look(string? marker) =>
    [
        .. from file in new DirectoryInfo(path).EnumerateFiles()
           where file.LinkTarget is null && (file.Name == marker || IsPlan(file.Name))
           orderby file.Name
           select new ArrivedFile(file.Name, file.Length, file.LastWriteTimeUtc),
    ];

    /// <summary>Sets that were begun and are not finished, the oldest first.</summary>
    public IReadOnlyList<WatchedSet> Begun()
    {
        if (!Directory.Exists(Work)) return [];
        return [.. Directory.EnumerateFiles(Work, "*.set").Order(StringComparer.Ordinal).Select(list => new WatchedSet(path, Path.GetFileNameWithoutExtension(list)))];
    }

    /// <summary>Folders in done and refused whose set was begun before then, but nothing else that somebody put there, and none whose moving is not finished.</summary>
    public IReadOnlyList<string> MovedBefore(DateTimeOffset then) =>
    [
        .. from place in MovedTo
           let folder = new DirectoryInfo(Path.Combine(path, place))
           where folder.Exists
           from set in folder.EnumerateDirectories()
           where set.LinkTarget is null && BegunAt(set.Name) < then && !File.Exists(Path.Combine(Work, $"{set.Name}.set"))
           select set.FullName,
    ];

    /// <param name="names">Of files that lie there.</param>
    /// <param name="now">Names the set.</param>
    public WatchedSet Begin(IReadOnlyList<string> names, DateTimeOffset now)
    {
        Directory.CreateDirectory(Work);
        var id = $"{now.UtcDateTime.ToString(SetTime, CultureInfo.InvariantCulture)}-{Guid.NewGuid().ToString("N")[..8]}";
        WriteWhole(Path.Combine(Work, $"{id}.set"), JsonSerializer.Serialize(names));
        return new WatchedSet(path, id);
    }

    /// <summary>There whole or not at all.</summary>
    public static void WriteWhole(string file, string text)
    {
        File.WriteAllText($"{file}.new", text);
        File.Move($"{file}.new", file, overwrite: true);
    }

    /// <returns>Null when the name is none that a set has.</returns>
    private static DateTimeOffset? BegunAt(string name) =>
        name.Length == 26 && name[17] == '-' && name[18..].All(char.IsAsciiHexDigitLower)
        && DateTimeOffset.TryParseExact(name[..17], SetTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static bool IsPlan(string name) =>
        name[0] is not ('.' or '~') && !Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && (PlanParts.IsPlanFile(name) || OtherExcel.Contains(Path.GetExtension(name).ToLowerInvariant()));
}
