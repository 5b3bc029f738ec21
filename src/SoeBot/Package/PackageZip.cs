using System.IO.Compression;

namespace SoeBot.Package;

/// <summary>A zip that depends on its content alone: fixed order, fixed time, nothing compressed, so that two builds can be compared.</summary>
internal static class PackageZip
{
    private static readonly DateTimeOffset EarliestOfZip = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(params IEnumerable<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = EarliestOfZip;
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }
}
