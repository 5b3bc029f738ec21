using SoeBot.Domain.Fences;
using SoeBot.Words;
using Xunit;

namespace SoeBot.UnitTests.Words;

public sealed class ZoneWordsTests
{
    private static readonly PlantCalendar Tokyo = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo") };
    private static readonly PlantCalendar Berlin = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
    private static readonly DateTimeOffset Thursday = new(2026, 3, 26, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("America/New_York", "Thu 09:00 plant (Wed 20:00 yours)")]
    [InlineData("Asia/Seoul", "Thu 09:00")]
    [InlineData("Asia/Tokyo", "Thu 09:00")]
    [InlineData(null, "Thu 09:00")]
    [InlineData("", "Thu 09:00")]
    [InlineData("Mars/Olympus", "Thu 09:00")]
    [InlineData("../../etc/passwd", "Thu 09:00")]
    [InlineData("/etc/localtime", "Thu 09:00")]
    public void Moment_NamesBothTimesWhereTheyDiffer(string? zone, string words) => Assert.Equal(words, ZoneWords.Moment(Thursday, Tokyo, zone, Thursday.AddDays(-1)));

    /// <summary>New York changes its clock three weeks before Berlin: meanwhile the distance is five hours, not six.</summary>
    [Theory]
    [InlineData("2026-03-05T12:00Z", "Thu 13:00 plant (Thu 07:00 yours)")]
    [InlineData("2026-03-26T12:00Z", "Thu 13:00 plant (Thu 08:00 yours)")]
    [InlineData("2026-04-02T11:00Z", "Thu 13:00 plant (Thu 07:00 yours)")]
    [InlineData("2026-10-26T12:00Z", "Mon 13:00 plant (Mon 08:00 yours)")]
    public void Moment_OverBothChangesOfTheClock_IsTheTimeThatClocksShow(string at, string words)
    {
        var instant = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(words, ZoneWords.Moment(instant, Berlin, "America/New_York", instant));
    }

    [Fact]
    public void Moment_FarAway_HasTheDay() => Assert.Equal("Thu 26 Mar 09:00 plant (Wed 25 Mar 20:00 yours)", ZoneWords.Moment(Thursday, Tokyo, "America/New_York", Thursday.AddDays(-30)));
}
