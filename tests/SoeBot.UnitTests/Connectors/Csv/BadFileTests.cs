using System.Text;
using SoeBot.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Csv;

/// <summary>Files whose form is broken: each is refused with words that say where and what to do, or read when it is sound after all.</summary>
public sealed class BadFileTests
{
    [Fact]
    public void Read_EmptyFile_IsRefused() =>
        Assert.Equal(["items.csv: is empty: not even a header. Export the file again."], new GivenFiles().With("items.csv", "").Problems()[..1]);

    [Fact]
    public void Read_HeaderOnly_IsAnEmptyTable()
    {
        var read = new GivenFiles().With("purchases.csv", GivenFiles.Purchases.Split('\n')[0]).Read();

        Assert.Equal(ImportOutcome.Read, read.Outcome);
        Assert.Empty(read.Snapshot!.Purchases!);
    }

    [Fact]
    public void Read_HeaderOnlyWhereRowsWereBefore_IsTakenForHalfAFile()
    {
        var files = new GivenFiles { Request = new ReadRequest(GivenFiles.Today) { Previous = new Dictionary<string, int> { ["purchases"] = 281 }, PreviousWhen = "yesterday" } };

        Assert.Equal(
            ["purchases.csv: has 0 rows of purchases, yesterday 281. Not used: a fall of more than 50 % is taken for half a file. Export it again, or have the allowed fall raised in the settings."],
            files.With("purchases.csv", GivenFiles.Purchases.Split('\n')[0]).Problems());
    }

    [Fact]
    public void Read_NoKnownFile_NamesThoseExpected() =>
        Assert.Equal(
            ["files: none of Order.csv is known; expected are items.csv, work-centres.csv, bill.csv, orders.csv, schedule.csv, purchases.csv, stock.csv, forecast.csv, events.csv, sales-plan.csv, or sheets of these names in a workbook."],
            new GivenFiles().Without("items.csv").Without("purchases.csv").With("Order.csv", "a,b\n1,2\n").Problems());

    [Fact]
    public void Read_CutInsideARow_SaysWhere() =>
        Assert.Equal(
            ["purchases.csv, row 3: has 5 of 8 values: the file was cut off here, or a delimiter is missing. Export the file again."],
            new GivenFiles().With("purchases.csv", GivenFiles.Purchases[..GivenFiles.Purchases.LastIndexOf(",2026-08-31", StringComparison.Ordinal)]).Problems());

    [Fact]
    public void Read_CutInsideAQuotedText_SaysWhere() =>
        Assert.Equal(
            ["items.csv, row 3: has a double quote without its partner: the file was cut off, or a quote inside a text is not doubled. Export the file again."],
            new GivenFiles().Without("purchases.csv").With("items.csv", "number,name\nCP-25,\"Circulation pump\"\nS-10,\"Seal k").Problems());

    [Fact]
    public void Read_TooManyValues_SaysWhatIsMissing() =>
        Assert.Equal(
            ["items.csv, row 2: has 3 values, the header has 2: a text that holds the delimiter must stand in double quotes."],
            new GivenFiles().Without("purchases.csv").With("items.csv", "number,name\nCP-25,Pump, large\n").Problems());

    [Fact]
    public void Read_AMegabyteInACell_IsRefused() =>
        Assert.Equal(
            ["items.csv, row 2: is longer than 262144 characters: a closing double quote is missing, or a cell holds something else than plan data."],
            new GivenFiles().Without("purchases.csv").With("items.csv", $"number,name\nCP-25,{new string('x', 1_000_000)}\n").Problems());

    [Fact]
    public void Read_LongText_IsRefusedAndShownShort() =>
        Assert.Equal(
            [$"items.csv, row 2, column name, value \"{new string('x', 40)}…\": has 500 characters, at most 200 are taken. Shorten it."],
            new GivenFiles().Without("purchases.csv").With("items.csv", $"number,name\nCP-25,{new string('x', 500)}\n").Problems());

    [Fact]
    public void Read_HostileValue_IsShownHarmless() =>
        Assert.Equal(
            ["purchases.csv, row 2, column due, value \"20 \u001b".Replace('\u001b', ' ') + "[31m evil<b>\": is no date; expected is a date like 2026-08-24 (year-month-day). Correct it."],
            new GivenFiles().With("purchases.csv", GivenFiles.Purchases.Replace("2026-08-24", "20\u202e\u001b[31m evil<b>", StringComparison.Ordinal)).Problems());

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_AnyLineEnds_AreRead(string end)
    {
        var read = new GivenFiles().With("items.csv", GivenFiles.Items.Replace("\n", end, StringComparison.Ordinal)).Read();

        Assert.Equal(["CP-25", "S-10"], read.Snapshot!.Items!.Select(i => i.Number));
    }

    [Fact]
    public void Read_BlankLinesAndLineEndsInTexts_KeepTheEditorsRowNumbers() =>
        Assert.Equal(
            [
                "items.csv, row 2, column name, value \"Circulation pump\": has more than one line. Write it in one.",
                "items.csv, row 6, column safety_stock, value \"many\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone.",
            ],
            new GivenFiles().Without("purchases.csv").With("items.csv", "number,name,safety_stock\r\nCP-25,\"Circulation\npump\",1\r\n\r\n\r\nS-10,Seal kit,many\r\n").Problems());

    public static TheoryData<string, Encoding> Encodings => new()
    {
        { "UTF-8", new UTF8Encoding(true) }, { "UTF-16", Encoding.Unicode }, { "UTF-16 big endian", Encoding.BigEndianUnicode },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_WithMark_IsRead(string name, Encoding encoding)
    {
        var read = new GivenFiles().With("items.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(GivenFiles.Items + "Ü,Grün,true,0\n")]).Read();

        Assert.True(read.Outcome == ImportOutcome.Read, name);
        Assert.Equal("Grün", read.Snapshot!.Items![2].Name);
    }

    [Fact]
    public void Read_OtherEncodings_SayHowToSave()
    {
        Assert.Equal(
            "items.csv, row 4: is not UTF-8 text. Save the file as \"CSV UTF-8\", or name its encoding in the mapping.",
            new GivenFiles().With("items.csv", Encoding.Latin1.GetBytes(GivenFiles.Items + "Ü,Grün,true,0\n")).Problems()[0]);
        Assert.Equal(
            "items.csv: is not UTF-8 text; it looks like UTF-16 without a mark. Save it as \"CSV UTF-8\".",
            new GivenFiles().With("items.csv", Encoding.Unicode.GetBytes(GivenFiles.Items)).Problems()[0]);
    }

    [Fact]
    public void Read_RowsThatBeginWithAHash_AreRowsAndNoRemarks() =>
        Assert.Equal(["#1", "CP-25", "S-10"], new GivenFiles().With("items.csv", GivenFiles.Items.Replace("CP-25", "#1,Pump,true,0\nCP-25", StringComparison.Ordinal)).Read().Snapshot!.Items!.Select(i => i.Number));

    [Fact]
    public void Read_NewestDay_IsNeverInTheFuture() =>
        Assert.Equal(
            new DateOnly(2026, 8, 3),
            new GivenFiles().With("purchases.csv", GivenFiles.Purchases.Replace("2026-08-03,2026-08-31", "2026-08-30,2026-08-31", StringComparison.Ordinal)).Read().NewestDay);

    [Fact]
    public void Read_Semicolons_AreFoundOut() =>
        Assert.Equal(2, new GivenFiles().With("items.csv", GivenFiles.Items.Replace(',', ';')).Read().Snapshot!.Items!.Count);
}
