using System.IO.Compression;

namespace SoeBot.Connectors.Csv;

/// <summary>Files held in memory: single tables and workbooks, and the contents of a zip.</summary>
public sealed class PlanParts(IReadOnlyDictionary<string, byte[]> files) : IPlanFiles
{
    private readonly Dictionary<string, byte[]> files = new(files, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => files.Keys;
    public Stream? Open(string name) => files.TryGetValue(name, out var content) ? new MemoryStream(content, writable: false) : null;

    public static PlanParts None { get; } = new(new Dictionary<string, byte[]>());

    /// <summary>By its name alone.</summary>
    public static bool IsPlanFile(string name) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".XLSX" or ".ZIP";

    /// <summary>What was sent together belongs together; a zip counts as what is in it.</summary>
    /// <exception cref="InvalidDataException">A zip is none or broken or unpacks to too much, or a name stands there twice; the message is for people.</exception>
    public static PlanParts Of(IEnumerable<(string Name, byte[] Content)> sent)
    {
        var all = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, content) in sent)
        {
            var parts = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? FromZip(new MemoryStream(content, writable: false)).files : new() { [name] = content };
            foreach (var (part, bytes) in parts)
                if (!all.TryAdd(part, bytes)) throw new InvalidDataException($"{part} is there twice. Leave one of them.");
        }
        return new PlanParts(all);
    }

    /// <summary>Unpacks a zip; folders inside it are left away from the names.</summary>
    /// <param name="limit">Most bytes that may come out of it, all files together.</param>
    /// <exception cref="InvalidDataException">It is no zip, is broken, unpacks to more than the limit, or holds a name twice.</exception>
    public static PlanParts FromZip(Stream zip, long limit = 500_000_000)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        using var archive = Sound(() => new ZipArchive(zip, ZipArchiveMode.Read));
        var buffer = new byte[81920];
        foreach (var entry in Sound(() => archive.Entries).Where(e => e.Name.Length > 0))
        {
            using var content = new MemoryStream();
            using var stream = Sound(entry.Open);
            for (int read; (read = Sound(() => stream.Read(buffer))) > 0;)
            {
                if ((limit -= read) < 0) throw new InvalidDataException("The zip unpacks to more than is allowed.");
                content.Write(buffer, 0, read);
            }
            if (!files.TryAdd(entry.Name, content.ToArray())) throw new InvalidDataException($"The zip holds {entry.Name} twice.");
        }
        return new PlanParts(files);
    }

    private static T Sound<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new InvalidDataException("This is no zip, or it is broken. Pack it again.");
        }
    }
}
