using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace SoeBot.TestKit.Excel;

/// <summary>A formula with the value that Excel stored beside it.</summary>
public sealed record Formula(string Text, object Stored);

/// <summary>A formula that failed: <c>#N/A</c> and the like.</summary>
public sealed record CellError(string Code);

/// <summary>Writes .xlsx files part by part as ECMA-376 describes them, so that a test can put anything into one.</summary>
public sealed class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string Xml)> _sheets = [];
    private readonly List<string> _shared = [];

    /// <summary>Parts that take the place of one written here or come on top.</summary>
    public Dictionary<string, byte[]> Parts { get; } = [];

    /// <param name="name">Of the sheet.</param>
    /// <param name="rows">From the first row on; null is a cell that is not there. A null row leaves a gap in the row numbers.</param>
    /// <param name="merged">Like "A2:A3".</param>
    public WorkbookFile Sheet(string name, IEnumerable<object?[]?> rows, params string[] merged)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var (at, row) in rows.Index())
        {
            if (row is null) continue;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{at + 1}\">");
            foreach (var (column, value) in row.Index())
                if (value is not null) Cell(xml, $"{Letters(column)}{at + 1}", value);
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merged.Length > 0) xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{merged.Length}\">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>");
        _sheets.Add((name, xml.Append("</worksheet>").ToString()));
        return this;
    }

    /// <summary>A sheet of the lines of a CSV file: numbers and days as typed cells when asked, else all as text.</summary>
    public WorkbookFile SheetOfCsv(string name, string csv, bool typed = true) =>
        Sheet(name, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, row) => Fields(line.TrimEnd('\r'))
            .Select(text => text.Length == 0 ? null : row == 0 || !typed ? text : Typed(text)).ToArray()));

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in AllParts())
            {
                // The same workbook is the same bytes.
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(content);
            }
        }
        return file.ToArray();
    }

    private Dictionary<string, byte[]> AllParts()
    {
        var sheets = _sheets.Index().ToList();
        var texts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
                + string.Concat(sheets.Select(sheet => $"<sheet name=\"{SecurityElement.Escape(sheet.Item.Name)}\" sheetId=\"{sheet.Index + 1}\" r:id=\"rId{sheet.Index + 1}\"/>")) + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select(sheet => $"<Relationship Id=\"rId{sheet.Index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{sheet.Index + 1}.xml\"/>"))
                + $"<Relationship Id=\"rId900\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId901\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>",
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\">{string.Concat(_shared.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>"))}</sst>",
            // Style 0 general, 1 a day as Excel's own format 14 shows it, 2 a format of the user's own.
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>",
        };
        foreach (var (index, (_, xml)) in sheets) texts[$"xl/worksheets/sheet{index + 1}.xml"] = xml;
        var parts = texts.ToDictionary(part => part.Key, part => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + part.Value));
        foreach (var (path, content) in Parts) parts[path] = content;
        return parts;
    }

    private void Cell(StringBuilder xml, string place, object value)
    {
        var formula = (value as Formula)?.Text is { } text ? $"<f>{SecurityElement.Escape(text)}</f>" : "";
        if (value is Formula { Stored: var stored }) value = stored;
        var (attributes, content) = value switch
        {
            CellError error => (" t=\"e\"", error.Code),
            bool flag => (" t=\"b\"", flag ? "1" : "0"),
            DateOnly day => (" s=\"1\"", day.ToDateTime(default).ToOADate().ToString("R", CultureInfo.InvariantCulture)),
            DateTime moment => (" s=\"2\"", moment.ToOADate().ToString("R", CultureInfo.InvariantCulture)),
            string words when formula.Length > 0 => (" t=\"str\"", SecurityElement.Escape(words)),
            string words => (" t=\"s\"", Shared(words)),
            _ => ("", Convert.ToString(value, CultureInfo.InvariantCulture)),
        };
        xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{place}\"{attributes}>{formula}<v>{content}</v></c>");
    }

    private string Shared(string words)
    {
        _shared.Add(words);
        return (_shared.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Fields(string line) =>
        Regex.Matches(line, "(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))").Select(field => field.Groups[1].Success ? field.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : field.Groups[2].Value);

    private static object Typed(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : text is "true" or "false" ? text == "true"
        : text;

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
