using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using Xunit;

namespace SoeBot.UnitTests.Plants;

public sealed class PlantProfilesTests : IDisposable
{
    private static readonly PlantId North = new("north");
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"holidays-{Guid.NewGuid():N}.ics");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero));

    public void Dispose() => File.Delete(_file);

    private static PlantsOptions Settings(Action<PlantOptions>? set = null)
    {
        var plant = new PlantOptions { Name = "North", TimeZone = "Europe/Berlin" };
        set?.Invoke(plant);
        return new PlantsOptions { ["north"] = plant };
    }

    private PlantProfiles Profiles(Action<PlantOptions> set) => new(Options.Create(Settings(set)), _time);

    private void Write(string day) => File.WriteAllText(
        _file, $"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:{day}\nEND:VEVENT\nEND:VCALENDAR\n{new string('\n', File.Exists(_file) ? 3 : 1)}");

    [Fact]
    public void Holidays_OfTheFileAndOfTheSettings_BothCount()
    {
        Write("20261225");
        var calendar = Profiles(plant => (plant.HolidayFile, plant.Holidays) = (_file, [new(2026, 12, 24)])).Get(North).Calendar;

        Assert.False(calendar.IsWorkingDay(new(2026, 12, 24)));
        Assert.False(calendar.IsWorkingDay(new(2026, 12, 25)));
        Assert.True(calendar.IsWorkingDay(new(2026, 12, 23)));
    }

    [Fact]
    public void RereadHolidays_FileChanged_CountsFromThenOn()
    {
        Write("20261225");
        var profiles = Profiles(plant => plant.HolidayFile = _file);
        Assert.Empty(profiles.RereadHolidays());

        Write("20261224");

        Assert.Equal(1, Assert.Single(profiles.RereadHolidays()).Holidays);
        Assert.False(profiles.Get(North).Calendar.IsWorkingDay(new(2026, 12, 24)));
        Assert.True(profiles.Get(North).Calendar.IsWorkingDay(new(2026, 12, 25)));
    }

    [Fact]
    public void RereadHolidays_FileBroken_SaysSoOnceAndKeepsTheOldOnes()
    {
        Write("20261225");
        var profiles = Profiles(plant => plant.HolidayFile = _file);

        File.WriteAllText(_file, "BEGIN:VCALENDAR\nBEGIN:VEV");

        Assert.EndsWith("is cut off: it does not end with END:VCALENDAR. Export it again. The holidays read before stay.", Assert.Single(profiles.RereadHolidays()).Words);
        Assert.Empty(profiles.RereadHolidays());
        Assert.False(profiles.Get(North).Calendar.IsWorkingDay(new(2026, 12, 25)));
    }

    [Fact]
    public void RereadHolidays_FileGone_KeepsTheOldOnes()
    {
        Write("20261225");
        var profiles = Profiles(plant => plant.HolidayFile = _file);

        File.Delete(_file);

        Assert.Null(Assert.Single(profiles.RereadHolidays()).Holidays);
        Assert.False(profiles.Get(North).Calendar.IsWorkingDay(new(2026, 12, 25)));
    }

    [Fact]
    public void Calendar_OfAWorkCentre_HasItsDaysAndThePlantsHolidays()
    {
        var plant = Profiles(settings =>
        {
            settings.Holidays = [new(2026, 12, 26)];
            settings.Calendars["weekend"] = new CalendarSetting { WorkingDays = [DayOfWeek.Saturday, DayOfWeek.Sunday] };
        }).Get(North).Calendar;

        var weekend = plant.Of(new WorkCentre { Number = "A", Name = "A", HoursPerDay = 8, Calendar = "Weekend" });

        Assert.True(weekend.IsWorkingDay(new(2026, 12, 19)));
        Assert.False(weekend.IsWorkingDay(new(2026, 12, 26)));
        Assert.False(weekend.IsWorkingDay(new(2026, 12, 21)));
        Assert.Same(plant, plant.Of(new WorkCentre { Number = "B", Name = "B", HoursPerDay = 8, Calendar = "nobody knows" }));
    }

    [Fact]
    public void Check_WrongCalendars_AreAllSaidAtOnce()
    {
        var check = new PlantsOptionsCheck(_time).Validate(null, Settings(plant =>
        {
            plant.HolidayFile = _file;
            plant.HorizonWeeks = 13;
            plant.Rotation = new RotationSetting { On = 4, Off = 0, From = new(2026, 1, 5) };
            plant.Calendars["crew"] = new CalendarSetting { Rotation = new RotationSetting { On = 4, Off = 4 } };
        }));

        Assert.Equal(4, check.Failures!.Count());
        Assert.Contains(check.Failures!, line => line.StartsWith("Plants:north:HolidayFile: ", StringComparison.Ordinal) && line.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Contains(check.Failures!, line => line.StartsWith("Plants:north:Rotation: needs From", StringComparison.Ordinal));
        Assert.Contains(check.Failures!, line => line.StartsWith("Plants:north:Calendars:crew:Rotation: needs From", StringComparison.Ordinal));
        Assert.Contains(check.Failures!, line => line.Contains("HorizonWeeks", StringComparison.Ordinal));
    }
}
