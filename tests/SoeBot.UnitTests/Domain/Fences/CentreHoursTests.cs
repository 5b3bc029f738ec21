using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Fences;

public sealed class CentreHoursTests
{
    private static readonly PlantCalendar Berlin = new()
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
        Calendars = new Dictionary<string, PlantCalendar>
        {
            ["always"] = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), WorkingDays = Enum.GetValues<DayOfWeek>().ToHashSet() },
        },
    };

    private static readonly WorkCentre Press = new() { Number = "P", Name = "Press", HoursPerDay = 16 };

    private static decimal On(WorkCentre centre, int month, int day) => new CentreHours(centre, Berlin).On(new(2026, month, day));

    [Fact]
    public void On_AWorkingDay_AreTheHoursTimesTheEfficiency() => Assert.Equal(13.6m, On(Press with { Efficiency = 0.85m }, 11, 26));

    [Fact]
    public void On_ASaturday_AreNoneUnlessItsOwnCalendarWorks()
    {
        Assert.Equal(0, On(Press, 11, 28));
        Assert.Equal(16, On(Press with { Calendar = "always" }, 11, 28));
    }

    [Fact]
    public void On_TheNightInWhichTheClockChanges_FollowsTheRealLengthOfTheShifts()
    {
        var nights = Press with { Calendar = "always", Shifts = "14:00-22:00 22:00-06:00" };

        Assert.Equal(15, On(nights, 3, 28));
        Assert.Equal(17, On(nights, 10, 24));
        Assert.Equal(16, On(nights, 10, 25));
    }

    [Fact]
    public void Between_AWeekWithAHoliday_AddsTheWorkingDays() => Assert.Equal(
        64, new CentreHours(Press, Berlin with { Holidays = new HashSet<DateOnly> { new(2026, 12, 25) } }).Between(new(new(2026, 12, 21), new(2026, 12, 27))));

    [Theory]
    [InlineData("06:00-14:00 22:00-06:00", "06:00-14:00 22:00-06:00", 16)]
    [InlineData("22:00-6:00,14:00-22:00", "14:00-22:00 22:00-06:00", 16)]
    [InlineData("06:00-06:00", "06:00-06:00", 24)]
    [InlineData("00:00-24:00", "00:00-00:00", 24)]
    public void TryParseAll_Shifts_AreReadInTheOrderOfTheDay(string text, string read, int hours)
    {
        Assert.True(Shift.TryParseAll(text, out var shifts));
        Assert.Equal(read, string.Join(' ', shifts));
        Assert.Equal(hours, shifts.Sum(shift => shift.Length.TotalHours));
    }

    [Theory, InlineData("early"), InlineData("06:00"), InlineData("06:00-14:00 13:00-20:00"), InlineData("22:00-06:00 05:00-12:00"), InlineData("25:00-26:00"), InlineData("")]
    public void TryParseAll_WhatIsNoShift_IsRefused(string text) => Assert.False(Shift.TryParseAll(text, out _));
}
