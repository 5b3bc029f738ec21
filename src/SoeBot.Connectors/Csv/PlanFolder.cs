namespace SoeBot.Connectors.Csv;

/// <summary>The files of a folder; its subfolders are not read.</summary>
public sealed class PlanFolder(string path) : IPlanFiles
{
    private readonly Dictionary<string, string> files = Directory.EnumerateFiles(path)
        .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(f => Path.GetFileName(f), f => f, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => files.Keys;
    public Stream? Open(string name) => files.TryGetValue(name, out var file) ? File.OpenRead(file) : null;
    public DateTimeOffset? WrittenAt(string name) => files.TryGetValue(name, out var file) ? File.GetLastWriteTimeUtc(file) : null;
}
