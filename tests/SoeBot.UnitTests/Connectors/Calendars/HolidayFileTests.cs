using SoeBot.Connectors.Calendars;
using SoeBot.Domain.Fences;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Calendars;

public sealed class HolidayFileTests
{
    private static readonly DayRange Years = new(new(2024, 1, 1), new(2030, 12, 31));

    private static string Calendar(params string[] events) => string.Join("\r\n",
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//plant//EN", .. events.Select((one, i) => $"BEGIN:VEVENT\r\nUID:{i}@plant\r\nDTSTAMP:20250101T000000Z\r\n{one}\r\nEND:VEVENT"), "END:VCALENDAR", ""]);

    private static IEnumerable<string> Days(string text) => HolidayFile.Read(text, Years).Days!.Order().Select(day => $"{day:yyyy-MM-dd}");

    [Fact]
    public void Read_AllDayEvents_AreDaysUntilBeforeTheirEnd() => Assert.Equal(
        ["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"],
        Days(Calendar("SUMMARY:Christmas\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227", "SUMMARY:New year\r\nDTSTART;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT")));

    [Fact]
    public void Read_YearlyWithAnException_RepeatsWithoutIt() => Assert.Equal(
        ["2025-05-01", "2026-05-01", "2028-05-01", "2029-05-01", "2030-05-01"],
        Days(Calendar("SUMMARY:Labour day\r\nDTSTART;VALUE=DATE:20250501\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20270501")));

    [Fact]
    public void Read_MeetingsAndCancelledHolidays_ShutNothing() => Assert.Equal(
        ["2026-06-04"],
        Days(Calendar("SUMMARY:Review\r\nDTSTART:20260603T090000Z\r\nDTEND:20260603T100000Z", "STATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20260605", "DTSTART;VALUE=DATE:20260604")));

    [Theory]
    [InlineData("", "is no calendar")]
    [InlineData("day,name\n2026-12-25,Christmas", "is no calendar")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225", "is cut off")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:2026-99-99\nEND:VEVENT\nEND:VCALENDAR", "has an event whose day cannot be read")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", "has no all-day event between 2024-01-01 and 2030-12-31")]
    public void Read_WhatIsNoCalendarOfHolidays_IsRefusedWithItsReason(string text, string reason)
    {
        var read = HolidayFile.Read(text, Years);

        Assert.Null(read.Days);
        Assert.Contains(reason, read.Problem);
    }

    [Fact]
    public void Read_ARuleGoneWild_IsRefused() =>
        Assert.Contains("more than 5000 days", HolidayFile.Read(Calendar("DTSTART;VALUE=DATE:20000101\r\nRRULE:FREQ=DAILY"), new DayRange(new(2000, 1, 1), new(2100, 1, 1))).Problem);
}
