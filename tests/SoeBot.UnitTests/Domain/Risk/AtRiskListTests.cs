using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

public sealed class AtRiskListTests
{
    private static readonly RankedOrder[] Ranking = [.. Enumerable.Range(1, 4).Select(rank => new RankedOrder(
        rank, $"SO{rank}", "1", "pump", "Pump", null, 5, Jan(9), Jan(12), null, LateCause.Capacity, 0.9m, [], []))];

    private static AtRiskOrder Decided(string order, RiskOverride what)
    {
        var one = AtRiskOrder.Of(new("north"), order);
        one.Decide(what, "because", PersonKey.Of("tenant", "petra"), default, 1);
        return one;
    }

    private static string Names(RiskOverride what, string order, params OrderLine[] lines) =>
        string.Join(' ', AtRiskList.With(Ranking, [Decided(order, what)], lines.ToLookup(line => line.Order)).Select(one => $"{one.Rank}:{one.Order}{(one.PutOnBecause is null ? "" : "!")}"));

    [Fact]
    public void With_TakenOff_TheOthersMoveUp() => Assert.Equal("1:SO1 2:SO3 3:SO4", Names(RiskOverride.Off, "SO2"));

    [Fact]
    public void With_PutOn_StandsAtTheHeadWithItsReason() => Assert.Equal("1:SO3! 2:SO1 3:SO2 4:SO4", Names(RiskOverride.On, "SO3"));

    [Fact]
    public void With_PutOnAndNotRanked_IsShownFromThePlan() => Assert.Equal("1:SO9! 2:SO1 3:SO2 4:SO3 5:SO4", Names(RiskOverride.On, "SO9", Order("SO9", "pump", 5, 30)));

    [Fact]
    public void With_PutOnAndShippedSince_IsNotShown() => Assert.Equal("1:SO1 2:SO2 3:SO3 4:SO4", Names(RiskOverride.On, "SO9", Order("SO9", "pump", 5, 30) with { ShippedQuantity = 5 }));

    public static TheoryData<LeaveReason, OrderLine[]> Ends => new()
    {
        { LeaveReason.Gone, [] },
        { LeaveReason.Shipped, [Order("SO1", "pump", 5, 9) with { ShippedQuantity = 5 }] },
        { LeaveReason.Cancelled, [Order("SO1", "pump", 5, 9) with { Cancelled = true }] },
        { LeaveReason.Shipped, [Order("SO1", "pump", 5, 9) with { ShippedQuantity = 5 }, Order("SO1", "pump", 5, 9) with { Line = "2", Cancelled = true }] },
        { LeaveReason.RePromised, [Order("SO1", "pump", 5, 9) with { LastConfirmed = Jan(16) }] },
        { LeaveReason.RiskRemoved, [Order("SO1", "pump", 5, 9)] },
        { LeaveReason.Merged, [Order("SO1", "pump", 5, 9) with { MergedInto = "SO2" }] },
    };

    [Theory, MemberData(nameof(Ends))]
    public void ReasonOf_WhatBecameOfItsLines(LeaveReason expected, OrderLine[] lines) => Assert.Equal(expected, AtRiskList.ReasonOf(lines, Jan(9)));

    [Fact]
    public void Kin_SplitAndMerged_HasTheSumOfEachAndNoneOfAnOrderThatNamesItself()
    {
        var kin = OrderKin.Of(
        [
            Order("SO1A", "pump", 5, 9) with { SplitFrom = "SO1" }, Order("SO1A", "pump", 7, 9) with { Line = "2", SplitFrom = "SO1", ShippedQuantity = 3 },
            Order("SO3", "pump", 4, 9) with { MergedInto = "SO4" }, Order("SO5", "pump", 4, 9) with { SplitFrom = "SO5" },
        ]);
        Assert.Equal([new OrderKin("SO1A", "SO1", false, 12, 9), new OrderKin("SO3", "SO4", true, 4, 4)], kin);
    }
}
