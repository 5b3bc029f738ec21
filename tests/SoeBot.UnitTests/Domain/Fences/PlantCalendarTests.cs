using SoeBot.Domain.Fences;
using Xunit;

namespace SoeBot.UnitTests.Domain.Fences;

public sealed class PlantCalendarTests
{
    private static readonly PlantCalendar Berlin = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };

    [Fact]
    public void At_TimeThatDoesNotExist_IsTheNextMomentThatDoes() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), Berlin.At(new(2026, 3, 29), new(2, 30)));

    [Fact]
    public void At_TimeThatExistsTwice_IsTheFirst() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), Berlin.At(new(2026, 10, 25), new(2, 30)));

    [Theory, InlineData(DayOfWeek.Monday, "2026-11-23"), InlineData(DayOfWeek.Sunday, "2026-11-22"), InlineData(DayOfWeek.Thursday, "2026-11-19")]
    public void WeekOf_AnyFirstDay_BeginsOnIt(DayOfWeek first, string start) =>
        Assert.Equal(DateOnly.Parse(start, null), (Berlin with { WeekStart = first }).WeekOf(new DateOnly(2026, 11, 25)).Start);

    [Fact]
    public void DayOf_LateEveningInUtc_IsTheNextPlantDay() =>
        Assert.Equal(new DateOnly(2026, 11, 24), Berlin.DayOf(new DateTimeOffset(2026, 11, 23, 23, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void AddWorkingDays_OverAWeekend_SkipsIt()
    {
        Assert.Equal(new DateOnly(2026, 11, 30), Berlin.AddWorkingDays(new(2026, 11, 27), 1));
        Assert.Equal(new DateOnly(2026, 11, 27), Berlin.AddWorkingDays(new(2026, 11, 30), -1));
        Assert.Equal(new DateOnly(2026, 11, 28), Berlin.AddWorkingDays(new(2026, 11, 28), 0));
    }

    [Fact]
    public void FirstWorkingDay_ShutWeek_IsNone()
    {
        var week = Berlin.WeekOf(new DateOnly(2026, 11, 25));
        Assert.Null((Berlin with { Holidays = week.Days.Each().ToHashSet() }).FirstWorkingDay(week));
    }

    [Fact]
    public void ToString_OfAWeek_IsItsFirstDay() => Assert.Equal("2026-11-23", Berlin.WeekOf(new DateOnly(2026, 11, 25)).ToString());
}
