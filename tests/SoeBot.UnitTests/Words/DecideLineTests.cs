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
    [InlineData("", null, "", null, null)]
    [InlineData("Ravioli for lunch", "Ravi", "Ravioli for lunch", null, null)]
    public void Read_ALine_TakesOutWhoWhenAndWhat(string line, string? owner, string text, string? due, string? order)
    {
        var read = DecideLine.Read(line, owner, Wednesday, Berlin);
        Assert.Equal((text, due is null ? null : DateOnly.Parse(due, null), order), (read.Text, read.Due, read.Order));
    }
}
