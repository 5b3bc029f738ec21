using System.IO.Compression;

namespace SoeBot.Connectors.Csv;

/// <summary>Files held in memory: single posted tables, or the contents of a zip.</summary>
public sealed class PlanParts(IReadOnlyDictionary<string, byte[]> files) : IPlanFiles
{
    private readonly Dictionary<string, byte[]> files = new(files, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => files.Keys;
    public Stream? Open(string name) => files.TryGetValue(name, out var content) ? new MemoryStream(content, writable: false) : null;

    /// <summary>Unpacks a zip; folders inside it are left away from the names.</summary>
    /// <param name="limit">Most bytes that may come out of it, all files together.</param>
    /// <exception cref="InvalidDataException">It is no zip, is broken, unpacks to more than the limit, or holds a name twice.</exception>
    public static PlanParts FromZip(Stream zip, long limit = 500_000_000)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0))
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if ((limit -= read) < 0) throw new InvalidDataException("The zip unpacks to more than is allowed.");
                content.Write(buffer, 0, read);
            }
            if (!files.TryAdd(entry.Name, content.ToArray())) throw new InvalidDataException($"The zip holds {entry.Name} twice.");
        }
        return new PlanParts(files);
    }
}
