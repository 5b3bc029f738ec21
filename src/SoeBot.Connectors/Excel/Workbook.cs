using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using SoeBot.Connectors.Csv;

namespace SoeBot.Connectors.Excel;

/// <summary>An .xlsx file and the names of its sheets; each sheet opens the file anew, so that it is never whole in memory. What makes it unusable becomes a problem in plain words.</summary>
internal sealed class Workbook
{
    /// <summary>Bytes that all parts together may unpack to.</summary>
    public const long LargestUnpacked = 500_000_000;

    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4], Compound = [0xD0, 0xCF, 0x11, 0xE0], EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");
    private readonly Func<Stream> content;

    // The reader asks for the code page of old .xls files even where it reads none.
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Workbook(string file, Func<Stream> content, IReadOnlyList<string> sheets) => (File, this.content, Sheets) = (file, content, sheets);

    public string File { get; }
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>Excel leaves a small "~$plan.xlsx" beside a workbook that somebody has open.</summary>
    public static bool IsName(string name) =>
        name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("~$", StringComparison.Ordinal);

    /// <param name="file">Its name.</param>
    /// <param name="content">Opens it, again and again.</param>
    /// <param name="problems">Take what makes it unusable.</param>
    /// <param name="limit">In place of <see cref="LargestUnpacked"/>.</param>
    public static Workbook? Open(string file, Func<Stream> content, ProblemList problems, long limit = LargestUnpacked)
    {
        if (Refusal(content, limit) is { } reason)
        {
            problems.Add(file, null, null, null, reason);
            return null;
        }
        return Guarded(file, problems, () => new Workbook(file, content, NamesIn(content)));
    }

    public ExcelTable? OpenSheet(int index, ProblemList problems) =>
        Guarded(File, problems, () =>
        {
            using var sheet = content();
            var errors = ErrorCells.In(sheet, index);
            var reader = Read(content);
            for (var at = 0; at < index; at++) reader.NextResult();
            return ExcelTable.Open(File, reader, errors, problems);
        });

    /// <summary>A stranger's bytes may make the reader throw anything; whatever it is, the file is broken.</summary>
    internal static T? Guarded<T>(string file, ProblemList problems, Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            problems.Add(file, null, null, null, "is broken: Excel's own parts in it cannot be read. Open it in Excel, save it again and send that.");
            return default;
        }
    }

    /// <summary>The reader closes the file.</summary>
    private static IExcelDataReader Read(Func<Stream> content) => ExcelReaderFactory.CreateOpenXmlReader(content());

    private static List<string> NamesIn(Func<Stream> content)
    {
        using var reader = Read(content);
        var names = new List<string>();
        do names.Add(reader.Name);
        while (reader.NextResult());
        return names;
    }

    private static string? Refusal(Func<Stream> open, long limit)
    {
        using var content = open();
        var start = new byte[Zip.Length];
        var length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        if (length == 0) return "is empty. Save it again in Excel.";
        if (start.AsSpan().SequenceEqual(Compound))
            return IsEncrypted(content)
                ? "is protected by a password. Save it without one (File, Info, Protect Workbook)."
                : "is an old .xls under another name. Save it as \"Excel Workbook (*.xlsx)\".";
        if (!start.AsSpan().SequenceEqual(Zip)) return "is no Excel workbook, whatever its name says. Save it as \"Excel Workbook (*.xlsx)\".";
        try
        {
            return UnpacksTo(content, limit) > limit ? $"unpacks to more than {limit / 1_000_000} MB, which no plan needs. Remove what is not plan data." : null;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return "is broken or was cut off on its way. Open it in Excel, save it again and send that.";
        }
    }

    /// <summary>The name stands in the directory of the compound file, read block by block with an overlap.</summary>
    private static bool IsEncrypted(Stream content)
    {
        var block = new byte[1 << 16];
        var kept = 0;
        for (int read; (read = content.Read(block, kept, block.Length - kept)) > 0;)
        {
            var all = block.AsSpan(0, kept + read);
            if (all.IndexOf(EncryptedPackage) >= 0) return true;
            kept = Math.Min(EncryptedPackage.Length, all.Length);
            all[^kept..].CopyTo(block);
        }
        return false;
    }

    /// <summary>Really unpacked and counted: the sizes that a zip gives for its parts are only what somebody wrote there.</summary>
    private static long UnpacksTo(Stream content, long limit)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read);
        if (archive.GetEntry("[Content_Types].xml") is null || archive.GetEntry("xl/workbook.xml") is null) throw new InvalidDataException();
        var buffer = new byte[81920];
        var total = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0 && total <= limit;) total += read;
        }
        return total;
    }
}
