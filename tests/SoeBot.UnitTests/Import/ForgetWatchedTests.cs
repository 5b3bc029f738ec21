using Microsoft.Extensions.Hosting;
using SoeBot.Import.Watch;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>What was read stays so long as the settings say, and what somebody else put there stays for ever.</summary>
public sealed class ForgetWatchedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soebot-watched-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null, 90), InlineData("7", 7)]
    public async Task After_so_many_days_a_set_goes_from_done_and_refused(string? setting, int days)
    {
        await using var test = await WatchAsync(setting);
        MoveAside(taken: true);
        MoveAside(taken: false);
        foreach (var other in new[] { "keep", "2020-01-01T000000", "2020-01-01T000000-of-plant" }) _folder.CreateSubdirectory(Path.Combine("done", other));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "done", "2020-01-01T000000-0123abcd"), "", TestContext.Current.CancellationToken);

        await LookAsync(test, TimeSpan.FromDays(days));
        Assert.Equal(6, Left().Count);

        await LookAsync(test, TimeSpan.FromDays(1));
        Assert.Equal(["2020-01-01T000000", "2020-01-01T000000-0123abcd", "2020-01-01T000000-of-plant", "keep"], Left());
    }

    [Fact]
    public async Task Nought_days_keep_for_ever()
    {
        await using var test = await WatchAsync("0");
        MoveAside(taken: true);
        await LookAsync(test, TimeSpan.FromDays(4000));
        Assert.Single(Left());
    }

    [Fact]
    public async Task It_is_looked_for_once_a_day()
    {
        await using var test = await WatchAsync("7");
        await LookAsync(test, TimeSpan.FromDays(8));
        MoveAside(taken: true);
        await LookAsync(test, TimeSpan.FromHours(23));
        Assert.Single(Left());
        await LookAsync(test, TimeSpan.FromHours(1));
        Assert.Empty(Left());
    }

    /// <summary>Else whoever goes on after a kill would take it for a set without files.</summary>
    [Fact]
    public async Task A_set_whose_moving_was_not_finished_waits_for_its_end()
    {
        await using var test = await WatchAsync("7");
        var set = MoveAside(taken: true);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "work", $"{set}.set"), "[\"items.csv\"]", TestContext.Current.CancellationToken);
        await LookAsync(test, TimeSpan.FromDays(8));
        Assert.True(Directory.Exists(Path.Combine(_folder.FullName, "done", set)));
        await LookAsync(test, TimeSpan.FromDays(1));
        Assert.Empty(Left());
    }

    private Task<ImportUnderTest> WatchAsync(string? days) =>
        ImportUnderTest.StartAsync([("Watch:Folder", _folder.FullName), .. days is null ? Array.Empty<(string, string)>() : [("Watch:KeepDays", days)]]);

    private string MoveAside(bool taken)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "items.csv"), GivenFiles.Items);
        var set = new WatchedFolder(_folder.FullName).Begin(["items.csv"], ImportUnderTest.Start);
        set.Gather();
        set.MoveAside(taken, ["read"]);
        return set.Id;
    }

    private static async Task LookAsync(ImportUnderTest test, TimeSpan later)
    {
        test.Time.Advance(later);
        var watching = test.Get<IEnumerable<IHostedService>>().OfType<WatchFolders>().Single();
        await watching.LookAsync(test.Plant, new Stillness(test.Time), TestContext.Current.CancellationToken);
    }

    private List<string> Left() =>
        [.. from place in _folder.EnumerateDirectories() where place.Name is "done" or "refused" from one in place.EnumerateFileSystemInfos() orderby one.Name select one.Name];
}
