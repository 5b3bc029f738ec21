using System.Globalization;
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

    /// <summary>Both changes of the clock in three zones: an hour is skipped and doubled, on Lord Howe Island half an hour.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30Z")]
    [InlineData("America/Chicago", "2026-03-08", "02:30", "2026-03-08T08:00Z")]
    [InlineData("America/Chicago", "2026-11-01", "01:30", "2026-11-01T06:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45Z")]
    public void At_TimesAroundTheChangeOfTheClock_AreTheNextMomentThatExistsOrTheFirstOfTwo(string zone, string day, string time, string instant) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
            In(zone).At(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28", 7), InlineData("Europe/Berlin", "2026-10-24", 9), InlineData("Europe/Berlin", "2026-11-24", 8)]
    [InlineData("America/Chicago", "2026-03-07", 7), InlineData("America/Chicago", "2026-10-31", 9)]
    [InlineData("Australia/Lord_Howe", "2026-10-03", 7.5), InlineData("Australia/Lord_Howe", "2026-04-04", 8.5)]
    public void LengthOf_TheNightShiftInWhichTheClockChanges_IsShorterOrLonger(string zone, string day, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), In(zone).LengthOf(new Shift(new(22, 0), new(6, 0)), DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-24T04:59Z", "2026-11-23")] // 05:59 in Berlin: still the night shift that began on Monday
    [InlineData("2026-11-24T05:00Z", "2026-11-24")]
    [InlineData("2026-10-25T00:30Z", "2026-10-24")] // the first 02:30 and the second belong to the same night
    [InlineData("2026-10-25T01:30Z", "2026-10-24")]
    [InlineData("2026-10-25T05:00Z", "2026-10-25")]
    public void ProductionDayOf_AnInstant_IsTheDayWhoseFirstShiftBeganLast(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Berlin.ProductionDayOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void IsWorkingDay_SundayToThursday_RestsOnFridayAndSaturday()
    {
        var plant = Berlin with { WeekStart = DayOfWeek.Sunday, WorkingDays = new HashSet<DayOfWeek> { DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday } };
        var week = plant.WeekOf(new DateOnly(2026, 11, 25));

        Assert.Equal(new DateOnly(2026, 11, 22), plant.FirstWorkingDay(week));
        Assert.Equal(new DateOnly(2026, 11, 28), week.End);
        Assert.Equal(new DateOnly(2026, 11, 29), plant.AddWorkingDays(new(2026, 11, 26), 1));
    }

    [Fact]
    public void IsWorkingDay_FourOnFourOff_GoesOnOverWeekendsAndBackwards()
    {
        var plant = Berlin with { Rotation = new Rotation(new(2026, 11, 23), 4, 4) };

        Assert.Equal("++++----++++----", string.Concat(Enumerable.Range(0, 16).Select(i => plant.IsWorkingDay(new DateOnly(2026, 11, 23).AddDays(i)) ? '+' : '-')));
        Assert.Equal("++++----", string.Concat(Enumerable.Range(-8, 8).Select(i => plant.IsWorkingDay(new DateOnly(2026, 11, 23).AddDays(i)) ? '+' : '-')));
        Assert.Equal(new DateOnly(2026, 12, 1), plant.AddWorkingDays(new(2026, 11, 26), 1));
    }

    private static PlantCalendar In(string zone) => Berlin with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
}
