using System.Diagnostics;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Reading;
using SoeBot.Connectors.Mapping;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Mapping;

/// <summary>A real factory's history, read as of a Monday: the figures were counted by other means from the same files.</summary>
public sealed class AdventureWorksTests(ITestOutputHelper output)
{
    private static readonly DateOnly Monday = new(2014, 1, 6);
    private static readonly DayRange WeekOne = new(Monday, Monday.AddDays(6));
    private static readonly DayRange WeekTwo = new(Monday.AddDays(7), Monday.AddDays(13));
    private static readonly DayRange TwoWeeks = new(WeekOne.First, WeekTwo.Last);

    [Fact]
    public void Read_AsOfAMonday_GivesTheStatedTwoWeeks()
    {
        var plan = Read(Monday);
        var first = plan.Schedule!.Where(l => WeekOne.Contains(l.Due)).ToList();
        var second = plan.Schedule!.Where(l => WeekTwo.Contains(l.Due)).ToList();

        Assert.Equal((672, 8_316m), (first.Count, first.Sum(l => l.Planned)));
        Assert.Equal((791, 137_583m), (second.Count, second.Sum(l => l.Planned)));
        Assert.Equal(279, plan.Purchases!.Count(p => p.OpenQuantity > 0 && TwoWeeks.Contains(p.Expected)));
        var due = plan.Orders!.Where(o => TwoWeeks.Contains(o.Commitment)).ToList();
        Assert.Equal(1_006, due.Select(o => o.Order).Distinct().Count());
        Assert.Equal(696, due.Where(o => o.OpenQuantity > 0).Select(o => o.Order).Distinct().Count());
    }

    [Fact]
    public void Read_OneWeekLater_GivesTheAttainmentOfTheFrozenWeek()
    {
        var week = new DayRange(Monday.AddDays(-7), Monday.AddDays(-1));
        var frozen = Read(week.First).Schedule!.Where(l => week.Contains(l.Due)).ToList();
        var later = Read(Monday).Schedule!.ToDictionary(l => l.Number);

        Assert.Equal((625, 7_304m), (frozen.Count, frozen.Sum(l => l.Planned)));
        Assert.All(frozen, l => Assert.True(l.IsOpen || l.FinishedOn < week.First));
        Assert.Equal(6_793m, frozen.Sum(l => Math.Min(l.Planned, later[l.Number].Good)));
    }

    [Fact]
    public void Read_AsOfAMonday_KnowsNothingOfTheFuture()
    {
        var plan = Read(Monday);

        Assert.All(plan.Schedule!, l => Assert.False(l.FinishedOn >= Monday || l.StartedOn >= Monday));
        Assert.All(plan.Schedule!.Where(l => l.FinishedOn is null), l => Assert.Equal((0m, 0m), (l.Good, l.Scrapped)));
        Assert.All(plan.Orders!, o => Assert.False(o.OrderedOn > Monday || o.ShippedOn >= Monday));
        Assert.All(plan.Purchases!, p => Assert.False(p.OrderedOn >= Monday));
        Assert.All(plan.Purchases!, p => Assert.Equal(p.Due >= Monday.AddDays(-7), p.OpenQuantity > 0));
    }

    [Fact]
    public void Read_WholeHistory_HasEveryTableAndSaysHowLongItTook()
    {
        var start = Stopwatch.GetTimestamp();
        var plan = Read(Monday);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        output.WriteLine($"{seconds:0.00} s for {plan.Schedule!.Count} production orders, {plan.Orders!.Count} order lines, {plan.Purchases!.Count} purchase lines");

        Assert.Equal((504, 2_576, 1_069), (plan.Items!.Count, plan.Bill!.Count, plan.Stock!.Count));
        Assert.Equal("Mountain Bikes", plan.Items!.Single(i => i.Number == "771").Family);
    }

    private static PlanSnapshot Read(DateOnly today)
    {
        var read = PlanReader.Read(new PlanFolder(SharedFolder.PathOf("data", "adventureworks")), PlanMapping.AdventureWorks, new ReadRequest(today));
        Assert.True(read.Outcome == ImportOutcome.Read, string.Join('\n', read.Problems.Take(10)));
        return read.Snapshot!;
    }
}
