using SoeBot.Connectors.Csv;
using SoeBot.UnitTests.Connectors.Corpus;
using SoeBot.UnitTests.Connectors.Csv;
using Xunit;

namespace SoeBot.UnitTests.Import;

/// <summary>All or nothing, one version after the other, and tables that nobody sent stay.</summary>
public sealed class ImportPlanTests
{
    private static readonly (string, string) Items = ("items.csv", GivenFiles.Items), Purchases = ("purchases.csv", GivenFiles.Purchases);

    [Fact]
    public async Task Whatever_is_broken_leaves_the_version_in_use_as_it_was()
    {
        await using var test = await ImportUnderTest.StartAsync();
        Assert.Equal(1, (await test.ImportAsync(Items, Purchases)).Version);
        var before = await test.PlanAsync();

        foreach (var broken in BrokenPlanTests.All.Where(one => one.Answer.Length > 0 && !one.Name.StartsWith("a zip", StringComparison.Ordinal) && one.Name is not "a name twice in a zip" and not "two thousand files in a zip"))
        {
            var files = Broken.Sound();
            broken.Spoil(files);
            var report = await test.ImportAsync(new PlanParts(files));
            Assert.True(report.Version is null, broken.Name);
            Assert.Equal($"Not imported: {(report.ProblemCount == 1 ? "1 problem" : $"{report.ProblemCount} problems")}. Plan version 1 stays in use.", report.Lines[0]);
        }

        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        var after = await test.PlanAsync();
        Assert.Equal(before.Items!, after.Items);
        Assert.Equal(before.Purchases!, after.Purchases);
    }

    [Fact]
    public async Task A_single_table_takes_the_others_from_the_version_in_use_and_says_so()
    {
        await using var test = await ImportUnderTest.StartAsync();
        await test.ImportAsync(Items, Purchases, ("stock.csv", "item,location,on_hand\nS-10,A1,5\n"));
        test.Time.Advance(TimeSpan.FromHours(3));

        var report = await test.ImportAsync(("purchases.csv", GivenFiles.Purchases.Replace(",50,0", ",60,0", StringComparison.Ordinal)));

        Assert.Equal(2, report.Version);
        Assert.Equal(
        [
            "Plan version 2 of Pump works is in use: purchases 2.",
            "Changed since version 1: purchases 2 changed.",
            "Only purchases were sent; the other tables are those of version 1 of Wed 06:00.",
        ], report.Lines);
        var plan = await test.PlanAsync();
        Assert.Equal((2, 1), (plan.Items!.Count, plan.Stock!.Count));
        Assert.All(plan.Purchases!, line => Assert.Equal(60, line.Quantity));

        // A table that was not sent for long is as old as it was, whatever version it went through.
        test.Time.Advance(TimeSpan.FromHours(3));
        var third = await test.ImportAsync(("stock.csv", "item,location,on_hand\nS-10,A1,6\n"));
        Assert.Equal("Only stock was sent; of the other tables purchases are those of version 2 of Wed 09:00, items are those of version 1 of Wed 06:00.", third.Lines[2]);
        test.Time.Advance(TimeSpan.FromHours(1));
        var fourth = await test.ImportAsync(Items, ("stock.csv", "item,location,on_hand\nS-10,A1,7\n"));
        Assert.Equal("Not sent: purchases, which stay those of version 2 of Wed 09:00.", fourth.Lines[2]);
    }

    [Fact]
    public async Task What_was_sent_must_fit_what_was_not()
    {
        await using var test = await ImportUnderTest.StartAsync();
        await test.ImportAsync(Items, Purchases);

        Assert.Equal(
            "purchases.csv, row 2, column item, value \"S-11\": is not among the items of version 1, which is in use; send items too, or correct it here.",
            (await test.ImportAsync(("purchases.csv", GivenFiles.Purchases.Replace("1,S-10", "1,S-11", StringComparison.Ordinal)))).Lines[1]);
        Assert.Equal(
            "items.csv: lacks S-10, which the purchases of version 1 still names (1 in all). Send purchases too, or leave them in.",
            (await test.ImportAsync(("items.csv", "number,name\nCP-25,Pump\n"))).Lines[1]);
        Assert.Equal(1, (await test.CurrentAsync())!.Number);
    }

    [Fact]
    public async Task Of_two_tables_that_come_at_once_neither_is_lost()
    {
        await using var test = await ImportUnderTest.StartAsync();
        await test.ImportAsync(Items, Purchases, ("stock.csv", "item,location,on_hand\nS-10,A1,5\n"));

        await Task.WhenAll(
            Task.Run(() => test.ImportAsync(("purchases.csv", GivenFiles.Purchases.Replace(",50,0", ",60,0", StringComparison.Ordinal)))),
            Task.Run(() => test.ImportAsync(("stock.csv", "item,location,on_hand\nS-10,A1,6\n"))));

        var plan = await test.PlanAsync();
        Assert.Equal(3, (await test.CurrentAsync())!.Number);
        Assert.Equal((60, 6), (plan.Purchases![0].Quantity, plan.Stock![0].OnHand));
    }

    [Fact]
    public async Task The_same_again_on_the_same_day_is_the_same_version()
    {
        await using var test = await ImportUnderTest.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => test.ImportAsync(Items, Purchases))));

        Assert.Equal(1, (await test.CurrentAsync())!.Number);
        var again = await test.ImportAsync(Items, Purchases);
        Assert.Equal((1, false), (again.Version, again.IsNew));
        test.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await test.ImportAsync(Items, Purchases)).Version);
    }
}
