using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Reminders;
using Xunit;

namespace SoeBot.UnitTests.Domain.Reminders;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly PlantCalendar Plant = new() { Zone = Berlin, Holidays = new HashSet<DateOnly> { new(2026, 12, 25) } };
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Apia"];

    [Fact]
    public void From_is_never_earlier_and_always_within_the_hours_in_any_zone_and_shift() =>
        Gen.Select(Gen.Int[0, 366 * 24 * 60 * 2], Gen.Int[0, Zones.Length - 1], Gen.Int[0, 23], Gen.Int[0, 23]).Sample((minutes, zone, opens, closes) =>
        {
            var plant = Plant with { FirstShift = new TimeOnly(opens, 30), DayEnd = new TimeOnly(closes, 45) };
            var hours = new QuietHours(plant, TimeZoneInfo.FindSystemTimeZoneById(Zones[zone]));
            var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var from = hours.From(at);
            return from >= at && hours.IsOpen(from) && (hours.IsOpen(at) ? from == at : true);
        }, iter: 2000);

    /// <summary>On 29 March 2026 there is no 02:30 in Berlin, on 25 October there are two.</summary>
    [Theory, InlineData("2026-03-29", "02:30", "2026-03-29T01:00Z"), InlineData("2026-10-25", "02:30", "2026-10-25T00:30Z")]
    public void A_local_time_that_does_not_exist_is_the_next_that_does_and_of_two_the_first(string day, string time, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, null), LocalTime.At(Berlin, DateOnly.Parse(day), TimeOnly.Parse(time)));

    [Theory]
    [InlineData("2026-11-27T16:59Z", "2026-11-27T16:59Z")]
    [InlineData("2026-11-27T17:00Z", "2026-11-30T07:00Z")] // Friday 18:00 in Berlin: Monday at eight.
    [InlineData("2026-11-28T09:00Z", "2026-11-30T07:00Z")] // Saturday at ten: nobody works.
    [InlineData("2026-12-24T18:00Z", "2026-12-28T07:00Z")] // Christmas, then a weekend.
    [InlineData("2026-03-27T20:00Z", "2026-03-30T06:00Z")] // Eight is an hour earlier in summer.
    public void Outside_the_shift_the_next_working_morning_is_meant(string at, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), new QuietHours(Plant, Berlin).From(DateTimeOffset.Parse(at, null)));
}
