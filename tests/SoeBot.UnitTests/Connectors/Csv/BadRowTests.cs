using System.Globalization;
using SoeBot.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Csv;

/// <summary>Values that cannot be: whole messages, because people mend their files by them.</summary>
public sealed class BadRowTests
{
    private const string NoNumber = "is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone.";
    private const string NoDate = "is no date; expected is a date like 2026-08-24 (year-month-day). Correct it.";

    [Theory]
    [InlineData("2026-08-24", "2026-02-30", "due", "2026-02-30", NoDate)]
    [InlineData("24,50,0", "24,1e9,0", "quantity", "1e9", NoNumber)]
    [InlineData("24,50,0", "24,NaN,0", "quantity", "NaN", NoNumber)]
    [InlineData("1,S-10", "1,S-11", "item", "S-11", "is not in items.csv; add it there or correct it here.")]
    public void Read_WrongValue_SaysRowColumnValueAndReason(string sound, string spoilt, string column, string value, string reason) =>
        Assert.Equal([$"purchases.csv, row 2, column {column}, value \"{value}\": {reason}"], Spoilt(sound, spoilt));

    [Fact]
    public void Read_RequiredValueEmpty_SaysSo() =>
        Assert.Equal(["purchases.csv, row 2, column due: is empty, but every row needs a value here. Fill it, or leave the row out."], Spoilt("2026-08-24", ""));

    [Fact]
    public void Read_DoubledKey_NamesBothRows() =>
        Assert.Equal(["purchases.csv, row 3, value \"PO-1/1\": stands in row 2 already; each may stand there once."], Spoilt("PO-1,2", "PO-1,1"));

    [Fact]
    public void Read_MissingColumn_NamesTheNearest() =>
        Assert.Equal(
            "purchases.csv, row 1, column due: the header has no such column; nearest: item, line, order. Add or rename it, or say in the mapping which column is meant.",
            Spoilt(",due,", ",delivery_date,")[0]);

    [Fact]
    public void Read_DoubledColumn_SaysWhich() =>
        Assert.Equal(["purchases.csv, row 1, column Due: the header has this column 2 times; leave one of them."], Spoilt("ordered_on,due", "Due,due"));

    [Fact]
    public void Read_UnknownKindOfEvent_NamesTheKnown() =>
        Assert.Equal(
            ["events.csv, row 2, column kind, value \"broken\": is no kind of event; known are downtime, quality-hold, scrap, labour-shortage, slow-run, material-shortage, logistics, expedite, overtime, changeover. Write one of them, or say in the mapping which is meant (\"codes\")."],
            new GivenFiles().With("events.csv", "number,kind,object,cause,day\n1,broken,A30,belt,2026-08-25\n").Problems());

    [Fact]
    public void Read_WrongFlagAndWholeNumber_SayWhatIsExpected() =>
        Assert.Equal(
            [
                "items.csv, row 2, column made, value \"maybe\": is neither true nor false; expected is true, yes, 1, false, no or 0. Write it so, or say in the mapping what it means (\"codes\").",
                "items.csv, row 2, column lead_time_days, value \"2.5\": is no whole number. Round it.",
            ],
            new GivenFiles().Without("purchases.csv").With("items.csv", "number,name,made,lead_time_days\nCP-25,Pump,maybe,2.5\n").Problems());

    [Fact]
    public void Read_ThreeHundredProblems_KeepsTwoHundredAndCountsAll()
    {
        var rows = string.Concat(Enumerable.Range(0, 300).Select(i => $"PO-{i.ToString(CultureInfo.InvariantCulture)},1,S-10,Keystone,soon,2026-08-24,50,0\n"));
        var read = new GivenFiles().With("purchases.csv", GivenFiles.Purchases.Split('\n')[0] + "\n" + rows).Read();

        Assert.Equal((200, 300), (read.Problems.Count, read.ProblemCount));
        Assert.Equal("purchases.csv, row 201, column ordered_on, value \"soon\": is no date; expected is a date like 2026-08-24 (year-month-day). Correct it.", read.Problems[^1].ToString());
    }

    [Fact]
    public void Read_WrongRowInItems_IsNotSaidAgainWhereItIsReferredTo() =>
        Assert.Equal(
            ["items.csv, row 3, column safety_stock, value \"ten\": is no number; expected is a number with \".\" before the decimals and no thousands separators. Write the number alone."],
            new GivenFiles().With("items.csv", GivenFiles.Items.Replace("false,10", "false,ten", StringComparison.Ordinal)).Problems());

    [Fact]
    public void Read_OneWrongRow_GivesNothingAtAll()
    {
        var read = new GivenFiles().With("purchases.csv", GivenFiles.Purchases.Replace("2026-08-31", "later", StringComparison.Ordinal)).Read();

        Assert.Equal(ImportOutcome.Refused, read.Outcome);
        Assert.Null(read.Snapshot);
    }

    private static string[] Spoilt(string sound, string spoilt)
    {
        Assert.Contains(sound, GivenFiles.Purchases);
        return new GivenFiles().With("purchases.csv", GivenFiles.Purchases.Replace(sound, spoilt, StringComparison.Ordinal)).Problems();
    }
}
