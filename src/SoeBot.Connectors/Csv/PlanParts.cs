namespace SoeBot.Connectors.Csv;

/// <summary>Files held in memory.</summary>
public sealed class PlanParts(IReadOnlyDictionary<string, byte[]> files) : IPlanFiles
{
    private readonly Dictionary<string, byte[]> files = new(files, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => files.Keys;
    public Stream? Open(string name) => files.TryGetValue(name, out var content) ? new MemoryStream(content, writable: false) : null;

    public static PlanParts None { get; } = new(new Dictionary<string, byte[]>());

    /// <summary>By its name alone.</summary>
    public static bool IsPlanFile(string name) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".XLSX" or ".ZIP";
}
