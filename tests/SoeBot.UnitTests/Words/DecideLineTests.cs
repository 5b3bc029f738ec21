using SoeBot.Decisions;
using SoeBot.Domain.Fences;
using Xunit;

namespace SoeBot.UnitTests.Words;

public sealed class DecideLineTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);
    private static readonly PlantCalendar Berlin = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Theory]
    [InlineData("Ravi gets a second quote for the frame by Friday", "Ravi", "Get a second quote for the frame", "2026-11-27", null)]
    [InlineData("@Ravi Rao will get a second quote SO63216", "Ravi Rao", "Get a second quote", null, "SO63216")]
    [InlineData("move so26-2697 to line 2", null, "Move so26-2697 to line 2", null, "SO26-2697")]
    [InlineData("Ravi books a truck for SO63216 by Friday", "Ravi", "Book a truck", "2026-11-27", "SO63216")]
    [InlineData("ask the customer of order SO63216", null, "Ask the customer", null, "SO63216")]
    [InlineData("", null, "", null, null)]
    [InlineData("Ravioli for lunch", "Ravi", "Ravioli for lunch", null, null)]
    public void Read_ALine_TakesOutWhoWhenAndWhat(string line, string? owner, string text, string? due, string? order)
    {
        var read = DecideLine.Read(line, owner, Wednesday, Berlin);
        Assert.Equal((text, due is null ? null : DateOnly.Parse(due, null), order), (read.Text, read.Due, read.Order));
    }

    [Theory]
    [InlineData("Ravi gets a quote by Friday, entered later", true)]
    [InlineData("Ravi gets a quote by Friday (entered later)", true)]
    [InlineData("entered later: Ravi gets a quote by Friday", true)]
    [InlineData("Ravi gets a quote by Friday", false)]
    public void Read_ALineOfAMeetingThatTheBotDidNotSee_SaysSo(string line, bool isLater)
    {
        var read = DecideLine.Read(line, "Ravi", Wednesday, Berlin);
        Assert.Equal(("Get a quote", isLater), (read.Text, read.EnteredLater));
    }
}
