using SoeBot.Cards;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Exceptions;
using SoeBot.Metrics;
using SoeBot.Orders;
using SoeBot.Store.Plans;
using SoeBot.Teams.Cards;
using Xunit;

namespace SoeBot.UnitTests.Slices;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2014, 1, 7, 8, 5, 0, TimeSpan.Zero);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Theory]
    [InlineData("page:schedule1:20", "page:schedule1:20")]
    [InlineData("page:purchases:0", "page:purchases:0")]
    [InlineData("page:schedule2:27", "page:schedule2:20")]
    [InlineData("page:schedule3:0", null)]
    [InlineData("page:schedule1:-10", null)]
    [InlineData("page:schedule1:99999999999", null)]
    [InlineData("schedule1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_LookAheadPage_TakesOnlyWhatItWrote(string? about, string? page) => Assert.Equal(page, SoeBot.LookAhead.SectionPage.Parse(about)?.ToString());

    [Theory]
    [InlineData("LateSupply:10", "LateSupply:10")]
    [InlineData("LateSupply", "LateSupply:0")]
    [InlineData("repeats:0", "repeats:0")]
    [InlineData("all:25", "all:20")]
    [InlineData("0:0", null)]
    [InlineData("late:0:0", null)]
    [InlineData("all:-1", null)]
    [InlineData(null, null)]
    public void Parse_ExceptionPage_TakesOnlyWhatItWrote(string? about, string? page) => Assert.Equal(page, ExceptionPage.Parse(about)?.ToString());

    [Theory]
    [InlineData(0.79996, "79.9 %")] // never rounded up to a line that was not reached
    [InlineData(0.8, "80.0 %")]
    [InlineData(0.6176, "61.8 %")]
    [InlineData(0.99999, "99.9 %")]
    [InlineData(1.0, "100.0 %")]
    public void Percent_Share_DoesNotCrossALine(double share, string words) => Assert.Equal(words, NumberWords.Percent((decimal)share));

    [Fact]
    public void Of_RefusedImport_SaysHowOldTheDataIsAndWhy()
    {
        var line = DataLine.Of(Version, new RefusedImport("purchases.csv", "erp", "12 rows, yesterday 281", Now.AddMinutes(-5)), Calendar, Now);
        Assert.Equal("Mon 09:00", line.DataAt);
        Assert.Equal("These numbers are 24 h old: the import of Tue 09:00 (purchases.csv) was refused: 12 rows, yesterday 281", line.Refused);
    }

    [Fact]
    public void Of_OldData_SaysSoWithoutARefusal() =>
        Assert.Equal("These numbers are 48 h old: nothing newer was imported.", DataLine.Of(Version, null, Calendar, Now.AddDays(1)).Refused);

    [Fact]
    public void Of_FreshData_SaysNothing() => Assert.Null(DataLine.Of(Version, null, Calendar, Now).Refused);

    [Theory]
    [InlineData("6321", "SO63210,SO63216")] // a digit left out, at the end
    [InlineData("63261", "SO63216,SO63210")] // two neighbours swapped come before two wrong digits
    [InlineData("99999", "")]
    public void Of_MistypedOrder_IsTheNearest(string asked, string near) =>
        Assert.Equal(near, string.Join(',', NearOrders.Of(asked, ["SO63216", "SO63210", "SO71111", "SO63216"])));

    [Fact]
    public void Of_MistypedEnding_IsTheNearestEnding() => Assert.Equal(["SO26-2736"], NearOrders.Of("2763", ["SO26-2736", "SO26-2999"]));

    [Theory]
    [InlineData("63216 sticky", "I read 63216 and 'sticky'. Did you mean:", "Order 63216")]
    [InlineData("shcedule plaese", "I read 'shcedule plaese'. Did you mean:", "Look ahead")]
    [InlineData("anything on quality?", "I read 'anything on quality?'. Did you mean:", "Exceptions of 24 h")]
    [InlineData("excpetions of today", "I read 'excpetions of today'. Did you mean:", "Exceptions of 24 h")]
    [InlineData("emergency", "I read 'emergency'. Did you mean:", "Changes that wait")]
    [InlineData("something on paper", "I read 'something on paper'. Did you mean:", "Meeting sheet to print")]
    [InlineData("xyzzy", "I read 'xyzzy'. Did you mean:", "Look ahead")]
    public void Draw_UnknownLine_IsAGuess(string typed, string title, string firstAnswer)
    {
        var card = Guess.Draw("sample", "Sample plant", typed);
        Assert.Equal(title, card.Summary);
        Assert.Equal(firstAnswer, card.Actions[0].Title);
        Assert.DoesNotContain("invalid", CardPlainText.Render(card), StringComparison.OrdinalIgnoreCase);
    }

    private static PlanVersion Version => new(new PlantId("sample"), 14, new(2014, 1, 6, 8, 0, 0, TimeSpan.Zero), Now, "sample plant", "SoeBot", new Dictionary<string, int>());
}
