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
            // Every third has a shift of their own, over midnight as often as not.
            var own = minutes % 3 == 0 && opens != closes ? new Shift(new(opens, 0), new(closes, 0)) : (Shift?)null;
            var hours = new QuietHours(plant, TimeZoneInfo.FindSystemTimeZoneById(Zones[zone]), own);
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

    /// <summary>22:00 to 06:00 in Berlin, an hour ahead of UTC.</summary>
    [Theory]
    [InlineData("2026-11-26T07:00Z", "2026-11-26T21:00Z", "2026-11-26")] // Thursday at eight: at ten in the evening.
    [InlineData("2026-11-26T23:30Z", "2026-11-26T23:30Z", "2026-11-26")] // Half past twelve: still Thursday's night.
    [InlineData("2026-11-28T04:59Z", "2026-11-28T04:59Z", "2026-11-27")] // The last minute of Friday's.
    [InlineData("2026-11-28T05:00Z", "2026-11-30T21:00Z", "2026-11-28")] // Saturday at six: on Monday evening.
    [InlineData("2026-11-30T02:00Z", "2026-11-30T21:00Z", "2026-11-29")] // No night starts on a Sunday.
    public void A_night_shift_is_open_over_midnight_and_belongs_to_the_day_on_which_it_starts(string at, string expected, string day)
    {
        var hours = new QuietHours(Plant, Berlin, new Shift(new(22, 0), new(6, 0)));
        Assert.Equal((DateTimeOffset.Parse(expected, null), DateOnly.Parse(day, null)), (hours.From(DateTimeOffset.Parse(at, null)), hours.DayOf(DateTimeOffset.Parse(at, null))));
    }

    /// <summary>Eight is within an early shift and before a late one.</summary>
    [Theory, InlineData(5, 13, 8), InlineData(14, 22, 14), InlineData(6, 8, 6)]
    public void Who_works_early_or_late_is_reminded_at_the_usual_hour_or_at_the_start(int opens, int closes, int expected) =>
        Assert.Equal(LocalTime.At(Berlin, new(2026, 11, 26), new(expected, 0)), new QuietHours(Plant, Berlin, new Shift(new(opens, 0), new(closes, 0))).Morning(new(2026, 11, 26)));
}
