using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Excel;
using SoeBot.Connectors.Mapping;
using SoeBot.TestKit.Excel;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Excel;

/// <summary>What is no workbook, is locked, broken or built to do harm is refused in words, and never throws.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly byte[] Good = new WorkbookFile().Sheet("items", [["number", "name"], ["CP-25", "Pump"]]).Bytes();

    [Fact]
    public void A_page_under_the_name_of_a_workbook_is_said_to_be_none() =>
        Assert.Equal("plan.xlsx: is no Excel workbook, whatever its name says. Save it as \"Excel Workbook (*.xlsx)\".", Problem("<html>Sign in</html>"u8.ToArray()));

    [Fact]
    public void Nothing_at_all_is_said_to_be_empty() => Assert.Equal("plan.xlsx: is empty. Save it again in Excel.", Problem([]));

    [Fact]
    public void A_password_is_named() =>
        Assert.Contains("protected by a password", Problem([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), 0, 0]), StringComparison.Ordinal);

    [Fact]
    public void An_old_form_is_named() => Assert.Contains("old .xls", Problem([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600]]), StringComparison.Ordinal);

    [Fact]
    public void A_zip_of_something_else_is_no_workbook() =>
        Assert.Contains("is broken", Problem(ZipOf("readme.txt", "hello"u8.ToArray())), StringComparison.Ordinal);

    [Fact]
    public void A_zip_bomb_is_stopped_by_what_comes_out_of_it()
    {
        var book = new WorkbookFile().Sheet("items", [["number", "name"], ["CP-25", "Pump"]]);
        book.Parts["xl/media/picture.bin"] = new byte[3_000_000];
        var problems = new ProblemList();

        Assert.Null(Workbook.Open("plan.xlsx", () => new MemoryStream(book.Bytes()), problems, limit: 2_000_000));
        Assert.Equal(["plan.xlsx: unpacks to more than 2 MB, which no plan needs. Remove what is not plan data."], problems.All.Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_sheet_that_claims_to_be_endlessly_wide_is_refused() =>
        Assert.Contains("columns wide", Problem(new WorkbookFile().Sheet("items", [[.. Enumerable.Range(0, 600).Select(at => (object)$"c{at}")]]).Bytes()), StringComparison.Ordinal);

    [Theory]
    [InlineData("xl/workbook.xml", "<workbook"), InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>number</v></c>")]
    [InlineData("xl/sharedStrings.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>"), InlineData("xl/styles.xml", "no xml")]
    public void A_broken_part_is_said_to_be_broken(string part, string content)
    {
        var book = new WorkbookFile().Sheet("items", [["number", "name"], ["CP-25", "Pump"]]);
        book.Parts[part] = Encoding.UTF8.GetBytes(content);
        Assert.Contains("is broken", Problem(book.Bytes()), StringComparison.Ordinal);
    }

    /// <summary>Every tenth byte gone wrong, one after another, and every tenth place to be cut off at.</summary>
    [Fact]
    public void Bytes_that_went_wrong_never_throw()
    {
        for (var at = 0; at < Good.Length; at += 10)
        {
            var flipped = (byte[])Good.Clone();
            flipped[at] ^= 0x5A;
            _ = Read(flipped);
            _ = Read(Good[..at]);
        }
    }

    private static string Problem(byte[] content) => Assert.Single(Read(content).Problems).ToString();

    private static ImportRead Read(byte[] content) =>
        PlanReader.Read(new PlanParts(new Dictionary<string, byte[]> { ["plan.xlsx"] = content }), PlanMapping.Native, new ReadRequest(new(2026, 11, 23)));

    private static byte[] ZipOf(string name, byte[] content)
    {
        using var file = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write(content);
        }
        return file.ToArray();
    }
}
