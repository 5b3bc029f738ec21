using System.Globalization;
using System.Text;
using SoeBot.TestKit.Excel;
using SoeBot.UnitTests.Connectors.Csv;
using static SoeBot.UnitTests.Connectors.Corpus.Broken;

namespace SoeBot.UnitTests.Connectors.Corpus;

/// <summary>Workbooks, zips, and files that do not belong together.</summary>
internal static class BrokenContainers
{
    /// <summary>What workbooks and zips may unpack to in these tests.</summary>
    public const int Most = 20_000_000;
    private static readonly object[] Header = ["number", "name", "made", "safety_stock"];
    private static readonly object[] Pump = ["CP-25", "Pump", true, 2];
    private static readonly byte[] Good = new WorkbookFile().Sheet("items", [Header, Pump]).Bytes();

    public static readonly Broken[] Cases =
    [
        new("a formula that failed", ItemSheet(Header, ["CP-25", "Pump", true, new Formula("1/0", new CellError("#DIV/0!"))]),
            "plan.xlsx, sheet items, row 2, column safety_stock, value \"#DIV/0!\": is an error of Excel, not a value. Mend the formula."),
        new("a formula with its value", ItemSheet(Header, ["CP-25", "Pump", true, new Formula("1+1", 2)])) { Loaded = plan => plan.Items![0].SafetyStock == 2 },
        new("a formula that nothing computed yet", Patched("<c r=\"D2\"><v>2</v></c>", "<c r=\"D2\"><f>1+1</f></c>"),
            "plan.xlsx, sheet items, row 2, column safety_stock: is a formula without a value. Open the file in Excel, save it and send that."),
        new("merged cells", Book(new WorkbookFile().Sheet("items", [Header, Pump, ["CP-26", null, true, 2]], "B2:B3")),
            "plan.xlsx, sheet items, row 3, column name: is part of merged cells. Unmerge them and write the value into every row."),
        new("a date where a number belongs", ItemSheet(Header, ["CP-25", "Pump", true, new DateOnly(2026, 8, 24)]),
            "plan.xlsx, sheet items, row 2, column safety_stock, value \"2026-08-24\": is a date, not a number. Give the cell a number format."),
        new("a number where a date belongs", Book(new WorkbookFile().Sheet("purchases", [[.. PurchasesHeader.Split(',')], ["PO-1", 1, "S-10", "K", null, 46258, 5, 0]])),
            "plan.xlsx, sheet purchases, row 2, column due, value \"46258\": is a number, not a date. Give the cell a date format."),
        new("a decimal comma in a cell of text", ItemSheet(Header, ["CP-25", "Pump", true, "2,5"])) { Loaded = plan => plan.Items![0].SafetyStock == 2.5m },
        new("ten million characters in a cell of a workbook", ItemSheet(Header, ["CP-25", new string('x', 10_000_000), true, 2]),
            "plan.xlsx, sheet items, row 2, column name, value \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\": has 10,000,000 characters, at most 200 are taken. Shorten it."),
        new("a title above the header of a sheet", ItemSheet(["Items of today"], null, Header, Pump),
            "plan.xlsx, sheet items, row 3: is the header, and rows 1 to 2 above it are no part of the table. Delete them."),
        new("a sheet without anything", Book(new WorkbookFile().Sheet("items", [])),
            "plan.xlsx, sheet items: is empty: not even a header. Fill it, or delete the sheet."),
        new("two sheets of one table", Book(new WorkbookFile().Sheet("Items", [Header, Pump]).Sheet("items (2)", [Header, Pump])),
            "plan.xlsx: plan.xlsx, sheet Items and plan.xlsx, sheet items (2) are one table by their names; leave one of them."),
        new("six hundred columns", ItemSheet([.. Enumerable.Range(0, 600).Select(at => (object)$"c{at}")]),
            "plan.xlsx, sheet items: is 600 columns wide, at most 500 are read. Delete what stands far to the right."),
        new("a row where no sheet has one", Patched("<row r=\"2\"><c r=\"A2\"", "<row r=\"2000000000\"><c r=\"A2000000000\""),
            "plan.xlsx: is broken: Excel's own parts in it cannot be read. Open it in Excel, save it again and send that."),
        new("a row at the very end of the sheet", Patched("<row r=\"2\">", "<row r=\"1048576\">")) { Loaded = plan => plan.Items!.Count == 1 },
        new("days that count from 1904", files => From1904(files)) { Loaded = plan => plan.Purchases![0].Due == new DateOnly(2026, 8, 24) },
        new("sheets that nobody knows", Book(new WorkbookFile().Sheet("Pivot", [Header, Pump])),
            "files: none of plan.xlsx, sheet Pivot is known; expected are items.csv, work-centres.csv, bill.csv, orders.csv, schedule.csv, purchases.csv, stock.csv, forecast.csv, events.csv, sales-plan.csv, or sheets of these names in a workbook."),
        new("a password", Only("plan.xlsx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0]),
            "plan.xlsx: is protected by a password. Save it without one (File, Info, Protect Workbook)."),
        new("an old workbook under a new name", Only("plan.xlsx", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]]),
            "plan.xlsx: is an old .xls under another name. Save it as \"Excel Workbook (*.xlsx)\"."),
        new("a page under the name of a workbook", Only("plan.xlsx", Bytes("<html>Sign in</html>")),
            "plan.xlsx: is no Excel workbook, whatever its name says. Save it as \"Excel Workbook (*.xlsx)\"."),
        new("a workbook cut off on its way", Only("plan.xlsx", Good[..(Good.Length / 2)]),
            "plan.xlsx: is broken or was cut off on its way. Open it in Excel, save it again and send that."),
        new("a workbook of nothing", Only("plan.xlsx", []),
            "plan.xlsx: is empty. Save it again in Excel."),
        new("a workbook that is a bomb", Bomb(),
            "plan.xlsx: unpacks to more than 20 MB, which no plan needs. Remove what is not plan data."),
        new("entities that grow without end", Part("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>"),
            "plan.xlsx: is broken: Excel's own parts in it cannot be read. Open it in Excel, save it again and send that."),
        new("a zip that is a bomb", Only("plan.zip", Zip(("items.csv", new byte[Most + 1]))),
            "plan.zip: brings the files to more than 20 MB unpacked, which no plan needs. Remove what is not plan data."),
        new("a zip in a zip", Only("plan.zip", Zip(("inner.zip", Zip(("items.csv", Bytes(GivenFiles.Items)))))),
            "files: none of inner.zip is known; expected are items.csv, work-centres.csv, bill.csv, orders.csv, schedule.csv, purchases.csv, stock.csv, forecast.csv, events.csv, sales-plan.csv, or sheets of these names in a workbook."),
        new("a zip with a password", Only("plan.zip", Locked()),
            "plan.zip: is protected by a password. Pack it again without one."),
        new("a name twice in a zip", Only("plan.zip", Zip(("a/items.csv", Bytes("x")), ("b/items.csv", Bytes("y")))),
            "plan.zip: items.csv is there twice. Leave one of them."),
        new("names that climb out of the folder", Only("plan.zip", Zip(("../../../etc/items.csv", Bytes(GivenFiles.Items)), (@"C:\plan\purchases.csv", Bytes(GivenFiles.Purchases))))),
        new("what a Mac packs beside each file", Only("plan.zip", Zip(("items.csv", Bytes(GivenFiles.Items)), ("purchases.csv", Bytes(GivenFiles.Purchases)), ("__MACOSX/._items.csv", [0, 5, 22, 7])))),
        new("two thousand files in a zip", Only("plan.zip", Zip([.. Enumerable.Range(0, 2_000).Select(i => (i.ToString(CultureInfo.InvariantCulture), Array.Empty<byte>()))])),
            "plan.zip: holds 2000 files, at most 1000 are taken. Pack only the plan."),
        new("a zip that is none", Only("plan.zip", Bytes("hello")),
            "plan.zip: is no zip, or it is broken. Pack it again."),
        new("a zip cut off on its way", Only("plan.zip", Zip(("items.csv", Bytes(GivenFiles.Items)))[..^30]),
            "plan.zip: is no zip, or it is broken. Pack it again."),
        new("a zip with nothing in it", Only("plan.zip", Zip()),
            "files: nothing is in them; expected are items.csv, work-centres.csv, bill.csv, orders.csv, schedule.csv, purchases.csv, stock.csv, forecast.csv, events.csv, sales-plan.csv, or sheets of these names in a workbook."),
        new("a name of hostile letters", Only("**bold** <at>Ada\u202E\u0007.csv", Bytes("a\n1\n")),
            "files: none of **bold** <at>Ada  .csv is known; expected are items.csv, work-centres.csv, bill.csv, orders.csv, schedule.csv, purchases.csv, stock.csv, forecast.csv, events.csv, sales-plan.csv, or sheets of these names in a workbook."),
        new("a table twice", With("items (1).csv", GivenFiles.Items),
            "items.csv: items.csv and items (1).csv are one table by their names; leave one of them."),
        new("a table as a file and as a sheet", With("plan.xlsx", Good),
            "items.csv: items.csv and plan.xlsx, sheet items are one table by their names; leave one of them."),
        new("one broken file among sound ones", With("orders.csv", "order,line\nSO1,1\n"),
            "orders.csv, row 1, column item: the header has no such column; nearest: line, order. Add or rename it, or say in the mapping which column is meant.",
            "orders.csv, row 1, column quantity: the header has no such column; nearest: line, order. Add or rename it, or say in the mapping which column is meant.",
            "orders.csv, row 1, column requested: the header has no such column; nearest: line, order. Add or rename it, or say in the mapping which column is meant."),
    ];

    private static Action<Dictionary<string, byte[]>> Part(string path, string content) => files =>
    {
        var book = new WorkbookFile().Sheet("items", [Header, Pump]);
        book.Parts[path] = Bytes(content);
        Book(book)(files);
    };

    /// <summary>A sheet whose XML has something else in place of what Excel would write.</summary>
    private static Action<Dictionary<string, byte[]>> Patched(string sound, string spoilt) => files =>
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Good));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        Xunit.Assert.Contains(sound, xml);
        var book = new WorkbookFile().Sheet("items", [Header, Pump]);
        book.Parts["xl/worksheets/sheet1.xml"] = Bytes(xml.Replace(sound, spoilt, StringComparison.Ordinal));
        Book(book)(files);
    };

    private static Action<Dictionary<string, byte[]>> Bomb() => files =>
    {
        var book = new WorkbookFile().Sheet("items", [Header, Pump]);
        book.Parts["xl/media/picture.bin"] = new byte[Most + 1];
        Book(book)(files);
    };

    private static void From1904(Dictionary<string, byte[]> files)
    {
        // Excel's other beginning of time lies 1,462 days later.
        var book = new WorkbookFile().Sheet("purchases", [[.. PurchasesHeader.Split(',')], ["PO-1", 1, "S-10", "K", null, new DateOnly(2026, 8, 24).AddDays(-1462), 5, 0]]);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(book.Bytes()));
        using var reader = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        book.Parts["xl/workbook.xml"] = Bytes(reader.ReadToEnd().Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal));
        Book(book)(files);
    }

    /// <summary>The bit that says "encrypted" in the entry and in the directory.</summary>
    private static byte[] Locked()
    {
        var zip = Zip(("items.csv", Bytes(GivenFiles.Items)));
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }
}
