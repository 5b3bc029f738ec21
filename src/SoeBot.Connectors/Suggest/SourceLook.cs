using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;

namespace SoeBot.Connectors.Suggest;

/// <summary>One file or sheet: its columns as their cells show them.</summary>
/// <param name="File">As a mapping names it.</param>
/// <param name="Shown">As people know it.</param>
/// <param name="Encoding">Of a text file that is not UTF-8; null else.</param>
internal sealed record SourceLook(string File, string Shown, string? Encoding, IReadOnlyList<ColumnLook> Columns, int Rows)
{
    /// <summary>As many rows are looked at; a format that fits them all is taken to fit the rest.</summary>
    private const int MostRows = 200_000;

    /// <summary>A file writes all its days alike: what one column leaves open another one tells.</summary>
    public string? DayForm => Shared(Columns.Select(column => column.Days));

    /// <summary>The same for its numbers.</summary>
    public NumberForm? NumberForm => Shared(Columns.Select(column => column.Numbers));

    public static SourceLook Of(string file, string? encoding, ISourceTable table)
    {
        var columns = table.Header.Select(header => new ColumnLook(header)).ToList();
        var rows = 0;
        while (rows < MostRows && table.Read())
        {
            for (var column = 0; column < columns.Count; column++) columns[column].See(table[column].ToString(), table.KindOf(column));
            rows++;
        }
        return new SourceLook(file, table.File, encoding, columns, rows);
    }

    /// <summary>Null for UTF-8 and UTF-16 with a mark; else the likelier one of the two usual in Europe.</summary>
    public static string? EncodingOf(Stream stream)
    {
        if (CsvText.FirstBrokenRow(stream) is null) return null;
        stream.Seek(0, SeekOrigin.Begin);
        var block = new byte[1 << 18];
        var length = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        if (length >= 2 && block[0] is 0xFF or 0xFE && block[1] is 0xFE or 0xFF) return null;
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var central = System.Text.Encoding.GetEncoding(1250).GetString(block, 0, length).Count("ąęłśćżźńĄĘŁŚĆŻŹŃčřěšžůťďňľĺőű".Contains);
        var western = System.Text.Encoding.GetEncoding(1252).GetString(block, 0, length).Count("äöüßÄÖÜéèêëàâçñáíóúïîôûùÉÈÀÇÑ".Contains);
        return central > western ? "windows-1250" : "windows-1252";
    }

    private static T? Shared<T>(IEnumerable<IReadOnlyList<T>> columns) where T : class
    {
        var filled = columns.Where(forms => forms.Count > 0).ToList();
        return filled.Count == 0 ? null : filled[0].FirstOrDefault(form => filled.TrueForAll(forms => forms.Contains(form)));
    }
}
