using System.Text;
using System.Text.Unicode;

namespace SoeBot.Connectors.Csv;

/// <summary>How the text files of a table are written, as far as the mapping says it.</summary>
/// <param name="Delimiter">Null: found out from the header.</param>
/// <param name="Encoding">Of files without a mark; null: UTF-8. Throws on bytes that are no text in it.</param>
internal sealed record TextForm(char? Delimiter, Encoding? Encoding);

/// <summary>Finds out how a file is written: UTF-8 with or without a mark, or UTF-16 with one; anything else is not guessed at.</summary>
internal static class CsvText
{
    /// <summary>A reader past the mark, which throws <see cref="DecoderFallbackException"/> on bytes that are no text in the encoding.</summary>
    /// <param name="stream">At its beginning.</param>
    /// <param name="own">What the mapping says of a file without a mark; null: UTF-8.</param>
    public static StreamReader Open(Stream stream, Encoding? own)
    {
        Span<byte> start = stackalloc byte[3];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var (encoding, mark) = EncodingOf(start[..length], own);
        stream.Seek(mark, SeekOrigin.Begin);
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>What else it is than text, whatever its name says; null when nothing shows.</summary>
    public static string? Disguise(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        return start[..length] switch
        {
            [(byte)'P', (byte)'K', 3, 4] => "is a workbook or a zip under the name of a CSV file. Name it .xlsx or .zip, as what it is.",
            [0xD0, 0xCF, 0x11, 0xE0] => "is an old Excel workbook under the name of a CSV file. Save it as \"CSV UTF-8\".",
            [0x1F, 0x8B, ..] => "is packed (gzip). Unpack it, or pack it as a .zip.",
            [0xFF, 0xFE, 0, 0] => "is UTF-32 text. Save it as \"CSV UTF-8\".",
            [0, 0, 0, 0] => "holds zero bytes in place of text: it was damaged on its way. Export it again.",
            _ => null,
        };
    }

    /// <summary>Columns of the header, at most: the reader takes its time with very many, so they are counted before it.</summary>
    public static int Width(Stream stream, TextForm form)
    {
        var block = new char[CsvTable.LongestRow];
        int length;
        try
        {
            length = Open(stream, form.Encoding).ReadBlock(block);
        }
        catch (DecoderFallbackException)
        {
            // The reader comes upon it too, and says where.
            length = 0;
        }
        stream.Seek(0, SeekOrigin.Begin);
        var line = block.AsSpan(0, length);
        if (line.IndexOfAny('\r', '\n') is > 0 and var end) line = line[..end];
        return 1 + (form.Delimiter is { } own ? line.Count(own) : Math.Max(Math.Max(line.Count(','), line.Count(';')), Math.Max(line.Count('\t'), line.Count('|'))));
    }

    /// <summary>The line with the first bytes that are no UTF-8; null when there is none.</summary>
    public static int? FirstBrokenRow(Stream stream)
    {
        stream.Seek(0, SeekOrigin.Begin);
        var block = new byte[1 << 16];
        var (row, kept) = (1, 0);
        for (int read; (read = stream.Read(block, kept, block.Length - kept)) > 0;)
        {
            var rest = block.AsSpan(0, kept + read);
            while (rest.IndexOf((byte)'\n') is var at and >= 0)
            {
                if (!Utf8.IsValid(rest[..(at + 1)])) return row;
                rest = rest[(at + 1)..];
                row++;
            }
            // A line longer than a block is broken for other reasons too.
            if (rest.Length == block.Length) return row;
            rest.CopyTo(block);
            kept = rest.Length;
        }
        return Utf8.IsValid(block.AsSpan(0, kept)) ? null : row;
    }

    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> start, Encoding? own) => start switch
    {
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xEF, 0xBB, 0xBF] => (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), 3),
        _ => (own ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), 0),
    };
}
