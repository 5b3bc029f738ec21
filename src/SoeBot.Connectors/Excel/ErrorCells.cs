using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace SoeBot.Connectors.Excel;

/// <summary>
/// Where formulas of a sheet failed or have no value stored. ExcelDataReader gives such a cell as an empty one, which would make a missing
/// value of a mistake; a sheet that ends in the middle is found here too.
/// </summary>
internal static class ErrorCells
{
    private const int MostRows = 1 << 20;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <param name="index">Of the sheet, in the workbook's order.</param>
    /// <returns>By row and column, both from 0; the error as Excel shows it, empty for a formula that no program has computed yet.</returns>
    public static Dictionary<(int Row, int Column), string> In(Stream content, int index)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read);
        var found = new Dictionary<(int, int), string>();
        var (row, column) = (-1, -1);
        using var sheet = Xml(archive, PathOf(archive, index));
        for (var more = sheet.Read(); more;)
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "row" })
                (row, column) = (int.TryParse(sheet.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given - 1 : row + 1, -1);
            else if (sheet is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                // The reader goes through every row up to a forged number, one by one.
                if (row >= MostRows) throw new InvalidDataException("A row lies where no sheet has one.");
                column = sheet.GetAttribute("r") is { } place ? ColumnOf(place) : column + 1;
                if (sheet.GetAttribute("t") == "e") found[(row, column)] = "#";
            }
            else if (sheet is { NodeType: XmlNodeType.Element, LocalName: "f" }) found.TryAdd((row, column), "");
            else if (sheet is { NodeType: XmlNodeType.Element, LocalName: "v" } && found.TryGetValue((row, column), out var known))
            {
                if (known.Length == 0) found.Remove((row, column));
                else
                {
                    found[(row, column)] = sheet.ReadElementContentAsString();
                    continue;
                }
            }
            more = sheet.Read();
        }
        return found;
    }

    private static string PathOf(ZipArchive archive, int index)
    {
        var ids = Elements(archive, "xl/workbook.xml", "sheet", at => at.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? at.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        var targets = Elements(archive, "xl/_rels/workbook.xml.rels", "Relationship", at => at.GetAttribute("Id") == ids[index] ? at.GetAttribute("Target") : null);
        var target = targets.OfType<string>().First();
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private static List<string?> Elements(ZipArchive archive, string path, string name, Func<XmlReader, string?> read)
    {
        var found = new List<string?>();
        using var part = Xml(archive, path);
        while (part.Read())
            if (part.NodeType == XmlNodeType.Element && part.LocalName == name) found.Add(read(part));
        return found;
    }

    private static XmlReader Xml(ZipArchive archive, string path) =>
        XmlReader.Create((archive.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing.")).Open(), Safe);

    private static int ColumnOf(ReadOnlySpan<char> place)
    {
        var column = 0;
        foreach (var letter in place)
            if (char.IsAsciiLetter(letter) && column < 1 << 20) column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column - 1;
    }
}
