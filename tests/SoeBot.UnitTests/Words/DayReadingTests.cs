using SoeBot.Domain.Fences;
using SoeBot.Words;
using Xunit;

namespace SoeBot.UnitTests.Words;

/// <summary>Typed on Wednesday 25 November 2026.</summary>
public sealed class DayReadingTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);
    private static readonly PlantCalendar Berlin = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Theory]
    [InlineData("quote by Friday", "2026-11-27")]
    [InlineData("FRI please", "2026-11-27")]
    [InlineData("until Wed", "2026-12-02")]
    [InlineData("tomorrow", "2026-11-26")]
    [InlineData("in 3 days", "2026-11-28")]
    [InlineData("next week", "2026-12-04")]
    [InlineData("due 10 Dec", "2026-12-10")]
    [InlineData("Dec 10th", "2026-12-10")]
    [InlineData("on 2026-12-24", "2026-12-24")]
    [InlineData("24.12.", "2026-12-24")]
    [InlineData("10 Jan", "2027-01-10")]
    [InlineData("1 November", "2026-11-01")]
    public void In_ALine_FindsTheDay(string line, string day) => Assert.Equal(DateOnly.Parse(day, null), DayReading.In(line, Wednesday, Berlin)?.Day);

    [Theory, InlineData("get a quote"), InlineData("31 Feb"), InlineData("order 63216"), InlineData("monitor the line"), InlineData("maybe")]
    public void In_ALineWithoutADay_FindsNone(string line) => Assert.Null(DayReading.In(line, Wednesday, Berlin));

    [Fact]
    public void In_ALine_TakesTheLeadingWordToo() => Assert.Equal("by Friday", DayReading.In("quote by Friday", Wednesday, Berlin)?.Text);
}
