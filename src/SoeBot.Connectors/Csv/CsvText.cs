using System.Text;
using System.Text.Unicode;

namespace SoeBot.Connectors.Csv;

/// <summary>Finds out how a file is written: UTF-8 with or without a mark, or UTF-16 with one; anything else is not guessed at.</summary>
internal static class CsvText
{
    /// <summary>A reader past the mark, which throws <see cref="DecoderFallbackException"/> on bytes that are no text in the encoding.</summary>
    public static StreamReader Open(Stream stream)
    {
        Span<byte> start = stackalloc byte[3];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var (encoding, mark) = EncodingOf(start[..length]);
        stream.Seek(mark, SeekOrigin.Begin);
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    /// <summary>The line with the first bytes that are no UTF-8; null when there is none.</summary>
    public static int? FirstBrokenRow(Stream stream)
    {
        stream.Seek(0, SeekOrigin.Begin);
        var rest = new byte[stream.Length].AsSpan();
        stream.ReadExactly(rest);
        for (var row = 1; !rest.IsEmpty; row++)
        {
            var end = rest.IndexOf((byte)'\n') is var at and >= 0 ? at + 1 : rest.Length;
            if (!Utf8.IsValid(rest[..end])) return row;
            rest = rest[end..];
        }
        return null;
    }

    private static (Encoding Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xEF, 0xBB, 0xBF] => (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), 3),
        _ => (new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), 0),
    };
}
