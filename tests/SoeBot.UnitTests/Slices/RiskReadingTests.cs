using SoeBot.Domain.Fences;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Risk;
using Xunit;

namespace SoeBot.UnitTests.Slices;

public sealed class RiskReadingTests
{
    private static readonly DateOnly Monday = new(2014, 1, 6);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    [Theory]
    [InlineData("63216 red castings not before Friday", RiskStatus.Red, "castings not before Friday", "2014-01-10")]
    [InlineData("RED 63216: castings not before 10 Jan", RiskStatus.Red, "castings not before 10 Jan", "2014-01-10")]
    [InlineData("castings not before 2014-01-14, 63216 amber", RiskStatus.Amber, "castings not before 2014-01-14", "2014-01-14")]
    [InlineData("63216 is yellow because paint is late until tomorrow", RiskStatus.Amber, "paint is late until tomorrow", "2014-01-07")]
    [InlineData("63216 green", RiskStatus.Green, null, null)]
    [InlineData("63216 rouge, pièces en retard", RiskStatus.Red, "pièces en retard", null)]
    public void Read_StatusLine_KeepsTheWordsAndFindsTheDay(string typed, RiskStatus status, string? risk, string? day)
    {
        var read = RiskReading.Read(typed, "SO63216", RiskLines.Status().Match(typed), Monday, Calendar);
        Assert.Equal(status, read.Answer.Status);
        Assert.Equal(risk, read.Answer.Risk);
        Assert.Equal(day, read.Answer.NewDate?.ToString("yyyy-MM-dd"));
        Assert.Equal(read, RiskReading.FromJson(read.ToJson()));
    }

    private static readonly PlantProfile Plant = new() { Id = new("north"), Name = "Plant North", Calendar = Calendar, MeetingDay = DayOfWeek.Wednesday, MeetingStart = new(13, 0), MeetingMinutes = 90 };

    [Theory]
    [InlineData("2014-01-14", "2014-01-09")] // three working days before, over no weekend
    [InlineData("2014-01-13", "2014-01-08")] // over a weekend
    [InlineData("2014-01-07", "2014-01-06")] // the model day is past: today
    [InlineData("2014-01-03", "2014-01-03")] // the commitment itself is past
    public void TellBy_Commitment_IsThreeWorkingDaysBeforeButNeverPast(string commitment, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), RiskCards.TellBy(DateOnly.Parse(commitment), Plant, Monday));
}
