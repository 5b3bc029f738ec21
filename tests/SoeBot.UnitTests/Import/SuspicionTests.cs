using System.Text;
using SoeBot.Connectors.Csv;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>R139: half a file and an old one are sound row by row. Each setting refuses or warns, whichever way the plan comes.</summary>
public sealed class SuspicionTests
{
    [Fact]
    public async Task Half_a_file_is_not_used_and_both_counts_are_said()
    {
        await using var test = await ImportUnderTest.StartAsync();
        await test.ImportAsync(Items, Purchases(281));
        test.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(
        [
            "Not imported: 1 problem. Plan version 1 stays in use.",
            "purchases.csv: has 12 rows of purchases, yesterday 281. Not used: a fall of more than 50 % is taken for half a file. Export it again, or have the allowed fall raised in the settings.",
        ], (await test.ImportAsync(Items, Purchases(12))).Lines);
        Assert.Equal(2, (await test.ImportAsync(Items, Purchases(141))).Version);
    }

    [Fact]
    public async Task By_setting_it_is_used_and_said()
    {
        await using var test = await ImportUnderTest.StartAsync(("Import:OnDrop", "Warn"));
        await test.ImportAsync(Items, Purchases(281));

        var report = await test.ImportAsync(Items, Purchases(12));

        Assert.Equal(2, report.Version);
        Assert.Contains("Look at this: purchases.csv: has 12 rows of purchases, earlier today 281. It is used all the same; check that it is no half file.", report.Lines);
    }

    [Theory]
    [InlineData(20, 224, false), InlineData(20, 226, true), InlineData(100, 0, true)]
    public async Task A_table_may_have_a_limit_of_its_own(int percent, int rows, bool taken)
    {
        await using var test = await ImportUnderTest.StartAsync(("Import:LargestDropOf:purchases", $"{percent}"));
        await test.ImportAsync(Items, Purchases(281));
        Assert.Equal(taken, (await test.ImportAsync(Items, Purchases(rows))).Version is not null);
    }

    [Theory]
    [InlineData("Refuse", "purchases.csv: is of Mon 04:00, 50 h old. Not used: at most 26 h are allowed. Check that the export still runs.")]
    [InlineData("Warn", "Look at this: purchases.csv: is of Mon 04:00, 50 h old. It is used all the same: at most 26 h are allowed. Check that the export still runs.")]
    public async Task An_old_file_is_named_with_its_age(string what, string words)
    {
        await using var test = await ImportUnderTest.StartAsync(("Import:GreatestAgeHours", "26"), ("Import:OnAge", what));
        await test.ImportAsync(Items, Purchases(20));

        var report = await test.ImportAsync(new Stamped(ImportUnderTest.Start.AddHours(-50)));

        Assert.Contains(words, report.Lines);
        Assert.Equal(what == "Warn", report.Version is not null);
        Assert.NotNull((await test.ImportAsync(new Stamped(ImportUnderTest.Start.AddHours(-25)))).Version);
    }

    /// <summary>Nobody says when it was written: then what happened last in it tells.</summary>
    [Fact]
    public async Task Without_a_time_stamp_the_newest_thing_that_happened_counts()
    {
        await using var test = await ImportUnderTest.StartAsync(("Import:GreatestAgeHours", "48"));
        await test.ImportAsync(Items, Purchases(20));

        Assert.Equal(
            "purchases.csv: says of nothing that happened after Mon 3 Aug. Not used: at most 48 h are allowed. Check that the export still runs.",
            (await test.ImportAsync(Purchases(19))).Lines[1]);
        Assert.NotNull((await test.ImportAsync(Purchases(19, "2026-08-24"))).Version);
    }

    private static readonly (string, string) Items = ("items.csv", GivenFiles.Items);

    private static (string, string) Purchases(int rows, string ordered = "2026-08-03") =>
        ("purchases.csv", GivenFiles.Purchases.Split('\n')[0] + "\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"PO-{i},1,S-10,Keystone,{ordered},2026-08-31,50,0\n")));

    private sealed class Stamped(DateTimeOffset at) : IPlanFiles
    {
        public IReadOnlyCollection<string> Names => ["purchases.csv"];
        public Stream Open(string name) => new MemoryStream(Encoding.UTF8.GetBytes(Purchases(21).Item2));
        public DateTimeOffset? WrittenAt(string name) => at;
    }
}
