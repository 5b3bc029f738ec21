using System.IO.Compression;

namespace SoeBot.Connectors.Csv;

/// <summary>
/// The files of one import, put into a folder of our own on disk: never whole in memory, and nobody changes them while they are read.
/// A zip counts as what is in it. Names are only ever names: on disk the files are numbered.
/// </summary>
public sealed class StagedFiles : IPlanFiles, IDisposable
{
    public const long Largest = 500_000_000;

    /// <summary>Of one zip; ten tables and what a mapping looks values up in are far fewer.</summary>
    public const int MostEntries = 1_000;
    private const string Prefix = "soebot-import-";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory(Prefix);
    private readonly Dictionary<string, (string Path, DateTimeOffset? WrittenAt)> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly long limit;
    private long left;
    private int made;

    /// <param name="limit">Most bytes that all files together may have, unpacked.</param>
    public StagedFiles(long limit = Largest) => (this.limit, left) = (limit, limit);

    /// <summary>The last file came with more bytes than it may have, before anything was unpacked.</summary>
    public bool IsTooLarge { get; private set; }

    public IReadOnlyCollection<string> Names => files.Keys;
    public Stream? Open(string name) => files.TryGetValue(name, out var file) ? File.OpenRead(file.Path) : null;
    public DateTimeOffset? WrittenAt(string name) => files.TryGetValue(name, out var file) ? file.WrittenAt : null;

    /// <returns>Null when it was taken, else why nothing of it can be used: a zip is none or broken, all files together are too much, a name stands there twice.</returns>
    /// <param name="name">As its source calls it.</param>
    /// <param name="content">Read to its end.</param>
    /// <param name="writtenAt">When it was written there.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="most">Bytes of this file, before it is unpacked.</param>
    public async Task<ImportProblem?> AddAsync(string name, Stream content, DateTimeOffset? writtenAt, CancellationToken cancellation, long most = long.MaxValue)
    {
        var path = Path.Combine(folder.FullName, $"{made++}");
        return await CopyAsync(content, path, most, cancellation) ? await TakeAsync(name, path, writtenAt, cancellation) : Problem(name, TooMuch);
    }

    /// <summary>The same for a file that lies on disk and stays there unchanged: it is not copied.</summary>
    public async Task<ImportProblem?> TakeAsync(string name, string path, DateTimeOffset? writtenAt, CancellationToken cancellation)
    {
        var problem = name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? await UnpackAsync(path, cancellation) : Put(NameOf(name), path, writtenAt);
        return problem is null ? null : Problem(name, problem);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>What killed processes left in the temporary folder.</summary>
    /// <param name="before">Nothing younger is touched: it may be in use.</param>
    public static void Sweep(DateTimeOffset before)
    {
        foreach (var old in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories($"{Prefix}*").Where(one => one.LastWriteTimeUtc < before))
            try
            {
                old.Delete(recursive: true);
            }
            catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or swept by another process just now.
            }
    }

    private async Task<string?> UnpackAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var zip = File.OpenRead(path);
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries) return $"holds {archive.Entries.Count} files, at most {MostEntries} are taken. Pack only the plan.";
            foreach (var entry in archive.Entries)
            {
                // What a Mac packs beside each file has the file's own name behind two characters.
                if (NameOf(entry.FullName) is not { Length: > 0 } name || name.StartsWith("._", StringComparison.Ordinal)) continue;
                if (entry.IsEncrypted) return "is protected by a password. Pack it again without one.";
                var part = Path.Combine(folder.FullName, $"{made++}");
                await using var content = entry.Open();
                if (!await CopyAsync(content, part, long.MaxValue, cancellation)) return TooMuch;
                if (Put(name, part, entry.LastWriteTime.Year > 1980 ? entry.LastWriteTime : null) is { } twice) return twice;
            }
            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return "is no zip, or it is broken. Pack it again.";
        }
    }

    /// <summary>Counted as it comes: what a zip or a header says of its size is only what somebody wrote there.</summary>
    /// <returns>False when it is more than may be.</returns>
    private async Task<bool> CopyAsync(Stream content, string path, long most, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0;)
        {
            left -= read;
            most -= read;
            IsTooLarge = most < 0;
            if (left < 0 || most < 0) return false;
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return true;
    }

    private string? Put(string name, string path, DateTimeOffset? writtenAt) =>
        files.TryAdd(name, (path, writtenAt)) ? null : $"{ProblemList.Shown(name)} is there twice. Leave one of them.";

    private string TooMuch => $"brings the files to more than {limit / 1_000_000} MB unpacked, which no plan needs. Remove what is not plan data.";

    private static ImportProblem Problem(string name, string reason) => new(ProblemList.Shown(name), null, null, null, reason);

    private static string NameOf(string path) => path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
