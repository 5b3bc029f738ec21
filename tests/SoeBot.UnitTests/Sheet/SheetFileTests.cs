using Microsoft.Extensions.Logging;
using SoeBot.Plants;
using SoeBot.Sheet;
using Xunit;

namespace SoeBot.UnitTests.Sheet;

/// <summary>The sheet as a file, which has to be whole and to be there on the day on which nothing else is.</summary>
public sealed class SheetFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("soebot-sheet-test-").FullName;

    private string File => Path.Combine(_folder, "meeting-sample.html");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_written_whole_as_often_as_one_likes_and_leaves_nothing_beside()
    {
        await using var test = await SheetUnderTest.NewAsync(_folder);
        Assert.Null((await test.WriteAsync())!.SilentBecause);
        var first = await System.IO.File.ReadAllTextAsync(File, Stop);
        Assert.Equal(await test.PageAsync(), first);
        Assert.Null((await test.WriteAsync())!.SilentBecause);

        await test.SayAsync();
        await test.WriteAsync(SheetUnderTest.Now.AddMinutes(1));
        Assert.NotEqual(first, await System.IO.File.ReadAllTextAsync(File, Stop));
        Assert.Equal([File], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task An_older_one_takes_no_newer_ones_place_but_that_of_a_clock_that_was_moved()
    {
        await using var test = await SheetUnderTest.NewAsync(_folder);
        await test.WriteAsync(SheetUnderTest.Now.AddSeconds(2));
        var newer = await System.IO.File.ReadAllTextAsync(File, Stop);
        await test.SayAsync();
        Assert.Null((await test.WriteAsync())!.SilentBecause);
        Assert.Equal(newer, await System.IO.File.ReadAllTextAsync(File, Stop));

        await test.WriteAsync(SheetUnderTest.Now.AddDays(3));
        Assert.Null((await test.WriteAsync())!.SilentBecause);
        Assert.Equal(await test.PageAsync(), await System.IO.File.ReadAllTextAsync(File, Stop));
    }

    [Fact]
    public async Task Many_at_once_leave_one_whole_page()
    {
        var page = $"<p>{new string('x', 500_000)}</p>";
        var trouble = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => SheetFile.WriteAsync(_folder, PlantProfiles.SampleId, SheetUnderTest.Now.AddSeconds(at), page, Stop), Stop)));
        Assert.All(trouble, Assert.Null);
        Assert.Equal(page, await System.IO.File.ReadAllTextAsync(File, Stop));
        Assert.Equal([File], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task What_a_process_left_that_died_in_the_middle_goes()
    {
        var left = Path.Combine(_folder, ".meeting-sample.html.0.part");
        await System.IO.File.WriteAllTextAsync(left, "half", Stop);
        System.IO.File.SetLastWriteTimeUtc(left, SheetUnderTest.Now.UtcDateTime.AddHours(-2));
        Assert.Null(await SheetFile.WriteAsync(_folder, PlantProfiles.SampleId, SheetUnderTest.Now, "page", Stop));
        Assert.Equal([File], Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_folder_that_is_away_fails_nothing_and_is_said()
    {
        var heard = new Heard();
        await using var test = await SheetUnderTest.NewAsync(Path.Combine(_folder, "away"), log: heard);
        Assert.Equal("the meeting sheet was not written: its folder is not there", (await test.WriteAsync())!.SilentBecause);
        Assert.Equal(["Plant sample: the meeting sheet was not written: its folder is not there. The one before stays, if there is one"], heard.Lines);
    }

    [Fact]
    public async Task It_is_written_each_working_morning_and_around_the_meeting_and_never_without_a_folder()
    {
        await using var test = await SheetUnderTest.NewAsync(_folder);
        var kind = test.Registry.Occurrences.All[SheetOccurrences.Kind];
        var calendar = test.Plant.Calendar;
        var week = await kind.Derive!(test.Plant, calendar.At(new(2014, 1, 7), TimeOnly.MinValue), calendar.At(new(2014, 1, 8), TimeOnly.MinValue), Stop);
        Assert.Equal(
            ["07 07:05", "07 10:05", "08 07:05", "08 08:05", "08 09:05", "08 12:45", "08 14:35"],
            week.Where(one => one.DueAt < calendar.At(new(2014, 1, 9), TimeOnly.MinValue)).Select(one => calendar.Local(one.DueAt).ToString("dd HH:mm", null)).Order());
        Assert.Equal(week.Count, week.Select(one => one.Key).Distinct().Count());

        await using var without = await SheetUnderTest.NewAsync();
        Assert.Empty(await kind.Derive(without.Plant, SheetUnderTest.Now, SheetUnderTest.Now.AddDays(7), Stop));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Heard : ILogger<SheetOccurrences>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
