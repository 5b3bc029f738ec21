using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Domain.Plan;
using SoeBot.Plants;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Plants;

public sealed class WatchHolidaysTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"holidays-{Guid.NewGuid():N}.ics");

    public void Dispose() => File.Delete(_file);

    private void Write(string day) => File.WriteAllText(_file, $"BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:{day}\nEND:VEVENT\nEND:VCALENDAR\n");

    [Fact]
    public async Task A_file_that_changes_counts_within_a_minute_and_a_broken_one_is_said()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero));
        var heard = new Heard();
        Write("20261225");
        var plants = new PlantProfiles(Options.Create(new PlantsOptions { ["north"] = new PlantOptions { Name = "North", TimeZone = "Europe/Berlin", HolidayFile = _file } }), time);
        using var watch = new WatchHolidays(plants, time, heard);
        await watch.StartAsync(TestContext.Current.CancellationToken);

        Write("20261224\nDTEND;VALUE=DATE:20261226");
        time.Advance(WatchHolidays.Every);
        Assert.Contains("has 2 holidays", await heard.NextAsync());
        Assert.False(plants.Get(new PlantId("north")).Calendar.IsWorkingDay(new(2026, 12, 24)));

        File.WriteAllText(_file, "half a fi");
        time.Advance(WatchHolidays.Every);
        Assert.Contains("The holidays read before stay.", await heard.NextAsync());
        Assert.False(plants.Get(new PlantId("north")).Calendar.IsWorkingDay(new(2026, 12, 24)));
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Heard : ILogger<WatchHolidays>
    {
        private readonly System.Threading.Channels.Channel<string> _lines = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public async Task<string> NextAsync() => await _lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Most, TestContext.Current.CancellationToken);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Writer.TryWrite(formatter(state, exception));
    }
}
