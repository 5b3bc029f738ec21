using SoeBot.Import.Watch;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>Files put into a folder become the plan once, whatever happens in between.</summary>
public sealed class WatchedFolderTests
{
    [Fact]
    public async Task Files_count_when_they_have_been_still_and_move_aside_with_their_report()
    {
        await using var test = await WatchAsync();
        Put(test, "items.csv", GivenFiles.Items);
        await LookAsync(test, 29);
        Put(test, "purchases.csv", GivenFiles.Purchases[..100]);
        await LookAsync(test, 29);
        Put(test, "purchases.csv", GivenFiles.Purchases);
        await LookAsync(test, 29);
        await LookAsync(test, 29);
        Assert.Null(await test.CurrentAsync());

        await LookAsync(test, 2);

        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        Assert.Equal("the watched folder", (await test.CurrentAsync())!.By);
        var done = Assert.Single(Sets(test, "done"));
        Assert.Equal(["items.csv", "purchases.csv", "report.txt"], Directory.GetFiles(done).Select(Path.GetFileName).Order());
        Assert.StartsWith("Plan version 1 of Pump works is in use", await File.ReadAllTextAsync(Path.Combine(done, "report.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Watched(test)));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Watched(test), "work")));
    }

    [Fact]
    public async Task With_a_marker_nothing_is_taken_before_it_and_everything_with_it()
    {
        await using var test = await WatchAsync(("Watch:Marker", "ready.txt"));
        Put(test, "items.csv", GivenFiles.Items);
        Put(test, "half.csv.part", "x");
        await LookAsync(test, 3600);
        Assert.Null(await test.CurrentAsync());

        Put(test, "ready.txt", "");
        await LookAsync(test, 0);

        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        Assert.Equal(["half.csv.part"], Directory.GetFiles(Watched(test)).Select(Path.GetFileName));
        Assert.Equal(["items.csv", "ready.txt", "report.txt"], Directory.GetFiles(Sets(test, "done").Single()).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("purchases.csv", "order\nx\n", "purchases.csv, row 1, column line: the header has no such column"), InlineData("plan.xls", "x", "plan.xls: is not read: .xlsx, .csv and .zip files are.")]
    [InlineData("plan.zip", "x", "plan.zip: is no zip, or it is broken.")]
    public async Task What_is_broken_goes_to_refused_and_the_lead_hears_of_it(string name, string content, string words)
    {
        await using var test = await WatchAsync();
        await test.LeadAsync("lena");
        Put(test, name, content);
        await LookAsync(test, 0);
        await LookAsync(test, 31);

        Assert.Contains(words, await File.ReadAllTextAsync(Path.Combine(Sets(test, "refused").Single(), "report.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(words, Assert.Single(await test.SaidAsync()), StringComparison.Ordinal);
        Assert.Null(await test.CurrentAsync());
    }

    public static TheoryData<string> Deaths => ["listed", "one moved", "all moved", "imported", "reported", "moved aside"];

    /// <summary>Each is what a kill leaves between two lines; the next look goes on from there.</summary>
    [Theory, MemberData(nameof(Deaths))]
    public async Task Whoever_is_killed_in_the_middle_loses_no_file_and_imports_none_twice(string death)
    {
        await using var test = await WatchAsync();
        Put(test, "items.csv", GivenFiles.Items);
        Put(test, "purchases.csv", GivenFiles.Purchases);
        var folder = new WatchedFolder(Watched(test));
        var done = Path.Combine(Watched(test), "done");
        var set = folder.Begin(["items.csv", "purchases.csv"], ImportUnderTest.Start);
        var work = Path.Combine(Watched(test), "work", set.Id);
        if (death == "one moved") File.Move(Path.Combine(Watched(test), "items.csv"), Path.Combine(Directory.CreateDirectory(work).FullName, "items.csv"));
        if (death is "all moved" or "imported" or "reported" or "moved aside") set.Gather();
        if (death is "imported" or "reported")
        {
            // It cannot be moved: a file lies in the way.
            await File.WriteAllTextAsync(done, "", TestContext.Current.CancellationToken);
            await Assert.ThrowsAnyAsync<IOException>(() => LookAsync(test, 0));
            File.Delete(done);
            if (death == "imported") File.Delete(Path.Combine(work, "report.txt"));
            Assert.Equal(1, (await test.CurrentAsync())!.Number);
            // A second reading of it would be another version by now.
            test.Time.Advance(TimeSpan.FromDays(1));
        }
        if (death == "moved aside")
        {
            await LookAsync(test, 0);
            await File.WriteAllTextAsync(Path.Combine(Watched(test), "work", $"{set.Id}.set"), "[\"items.csv\",\"purchases.csv\"]", TestContext.Current.CancellationToken);
            test.Time.Advance(TimeSpan.FromDays(1));
        }

        await LookAsync(test, 0);
        await LookAsync(test, 0);

        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        Assert.Equal((2, 2), ((await test.PlanAsync()).Items!.Count, (await test.PlanAsync()).Purchases!.Count));
        Assert.Equal(["items.csv", "purchases.csv", "report.txt"], Directory.GetFiles(Sets(test, "done").Single()).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(Watched(test), "work")));
    }

    [Fact]
    public async Task A_file_of_the_same_name_that_comes_meanwhile_is_the_next_set()
    {
        await using var test = await WatchAsync();
        Put(test, "items.csv", GivenFiles.Items);
        var set = new WatchedFolder(Watched(test)).Begin(["items.csv"], ImportUnderTest.Start);
        set.Gather();
        Put(test, "items.csv", "number,name\nNEW-1,Pump\n");

        await LookAsync(test, 0);
        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        await LookAsync(test, 31);

        Assert.Equal("NEW-1", (await test.PlanAsync()).Items!.Single().Number);
        Assert.Equal(2, Sets(test, "done").Length);
    }

    [Fact]
    public async Task A_set_that_breaks_us_again_and_again_is_given_up()
    {
        await using var test = await WatchAsync();
        Put(test, "items.csv", GivenFiles.Items);
        var set = new WatchedFolder(Watched(test)).Begin(["items.csv"], ImportUnderTest.Start);
        for (var tries = 0; tries < 5; tries++) set.NoteTry();

        await LookAsync(test, 0);

        Assert.Contains($"Something broke on my side 5 times. An administrator finds it in the log under {set.Id}.", await File.ReadAllTextAsync(Path.Combine(Sets(test, "refused").Single(), "report.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private readonly Dictionary<ImportUnderTest, Stillness> _still = [];

    private static async Task<ImportUnderTest> WatchAsync(params (string, string)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-watched-");
        return await ImportUnderTest.StartAsync([("Watch:Folder", folder.FullName), .. settings]);
    }

    private async Task LookAsync(ImportUnderTest test, int seconds)
    {
        if (!_still.TryGetValue(test, out var still)) _still[test] = still = new Stillness(test.Time);
        test.Time.Advance(TimeSpan.FromSeconds(seconds));
        await test.Get<ReadWatched>().RunAsync(test.Plant, still, TestContext.Current.CancellationToken);
    }

    private static string Watched(ImportUnderTest test) => test.Get<SoeBot.Import.ImportRules>().Of(ImportUnderTest.PlantId).Watch.Folder!;
    private static void Put(ImportUnderTest test, string name, string text) => File.WriteAllText(Path.Combine(Watched(test), name), text);
    private static string[] Sets(ImportUnderTest test, string place) => Directory.Exists(Path.Combine(Watched(test), place)) ? Directory.GetDirectories(Path.Combine(Watched(test), place)) : [];
}
