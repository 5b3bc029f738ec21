using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Flags.GivenFlags;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Flags;

public sealed class FlagRuleTests
{
    private static OrderLine Ordered(int day, decimal quantity) => Order($"SO{day}", "pump", quantity, 40) with { OrderedOn = Jan(day), Customer = "Bluewater" };

    private static IReadOnlyList<PlanFlag> Surge(params OrderLine[] orders) => Found(new PlanSnapshot { Orders = orders });

    private static OrderLine[] WeeksOf(params decimal[] quantities) => [.. quantities.Select((quantity, i) => Ordered(-2 - 7 * i, quantity))];

    // Normal = (10 + 20 + 10 + 20) / 4 = 15; 80 / 15 = 5.3.
    [Fact]
    public void Compute_FiveTimesTheNormalWeek_IsASurgeWithItsBase()
    {
        var surge = Assert.Single(Surge([.. WeeksOf(10, 20, 10, 20), Ordered(6, 80)]));

        Assert.Equal("Customer Bluewater ordered 80 of pump this week, 5.3 times the normal 15 (mean of 4 weeks, the largest 20)", surge.Words);
        Assert.Equal((FlagKind.OrderSurge, 80m, 15m), (surge.Kind, surge.Value, surge.Compared));
    }

    [Fact]
    public void Compute_Surge_IsHeldBackByEachGuard()
    {
        Assert.Empty(Surge([.. WeeksOf(10, 20, 10, 20), Ordered(6, 74)])); // under five times
        Assert.Empty(Surge([.. WeeksOf(10, 20, 10), Ordered(6, 80)])); // three weeks are no base
        Assert.Empty(Surge([.. WeeksOf(1, 2, 1, 2), Ordered(6, 49)])); // too few pieces
        Assert.Empty(Surge([.. WeeksOf(0, 0, 0, 0, 0, 0, 0, 60), Ordered(6, 80)])); // 60 happens
        Assert.Empty(Surge([.. WeeksOf(0, 0, 0, 0), Ordered(6, 80)])); // nothing is no base
    }

    private static IReadOnlyList<PlanFlag> Sold(decimal lastWeek, decimal weekBefore) => Found(new PlanSnapshot
    {
        Forecast = [Forecast("pump", -2, 100, lastWeek), Forecast("pump", -9, 100, weekBefore)], Orders = [Order("SO1", "pump", 120, 1) with { ShippedQuantity = 120 }],
    });

    // Last week (from 29 December): the greater of forecast 100 and orders 120 is 120; 50 % of it may be missing. The week before: 100.
    [Fact]
    public void Compute_ShopsSellFarLessInBothWeeks_IsAMismatch()
    {
        var flag = Assert.Single(Sold(59, 49));

        Assert.Equal((FlagKind.PointOfSale, 59m, 120m), (flag.Kind, flag.Value, flag.Compared));
        Assert.Equal("pump: shops sold 59 last week against 120 forecast or ordered, whichever is more, 49 the week before against 100 forecast or ordered, whichever is more", flag.Words);
        Assert.Empty(Sold(60, 49)); // 50 % is not above the limit
        Assert.Empty(Sold(59, 50)); // one week is none
        Assert.Single(Sold(181, 151)); // far more is one too
    }

    private static IReadOnlyList<PlanFlag> Mix(int oldWeeks, decimal small, decimal big) => Found(new PlanSnapshot
    {
        Items = [Made("small") with { Family = "Pumps" }, Made("big") with { Family = "Pumps" }],
        Forecast =
        [
            .. Enumerable.Range(0, 2).SelectMany(week => (ForecastLine[])[Forecast("small", -2 - 7 * week, 100, small), Forecast("big", -2 - 7 * week, 100, big)]),
            .. Enumerable.Range(2, oldWeeks).SelectMany(week => (ForecastLine[])[Forecast("small", -2 - 7 * week, 100, 50), Forecast("big", -2 - 7 * week, 100, 50)]),
        ],
    }, new() { PointOfSaleLimit = 10 });

    [Fact]
    public void Compute_TheMixOfAFamilyShifts_IsFlaggedWithBothItems()
    {
        var flag = Assert.Single(Mix(8, 70, 30));

        Assert.Equal((FlagKind.MixShift, "Pumps"), (flag.Kind, flag.Object));
        Assert.Equal("Shops buy another mix of Pumps: small from 50 % to 70 %, big from 50 % to 30 % of the family (last 2 weeks against the 8 before)", flag.Words);
        Assert.Empty(Mix(8, 60, 40)); // ten points are not above the limit
        Assert.Empty(Mix(3, 70, 30)); // no base yet
    }

    private static FlagInput Promise(OrderLine before, OrderLine after, int? projected) => Input(new PlanSnapshot { Orders = [after] }) with
    {
        OrderChanges = PlanDifference.OfOrders([before], [after]), Lines = [Projected(after, projected)],
    };

    [Fact]
    public void Compute_PromisedEarlierThanComputed_IsFlagged()
    {
        var asked = Order("SO1", "pump", 10, 20);
        var promised = asked with { FirstConfirmed = Jan(14) };

        var flag = Assert.Single(FlagRules.Compute(Promise(asked, promised, 16)));

        Assert.Equal("SO1 line 1: 10 pump promised for Wed 14 Jan, the plan can do Fri 16 Jan, 2 days later", flag.Words);
        Assert.Empty(FlagRules.Compute(Promise(asked, promised, 14))); // the plan can do it
        Assert.Empty(FlagRules.Compute(Promise(asked, asked with { Quantity = 12 }, 30))); // nothing was promised
        Assert.Empty(FlagRules.Compute(Promise(promised, promised with { Quantity = 12 }, 30))); // promised before: the plan broke it, not the promise
    }

    [Fact]
    public void Compute_OverPromise_StaysUntilThePromiseOrThePlanChanges()
    {
        var promised = Order("SO1", "pump", 10, 20) with { FirstConfirmed = Jan(14) };
        var first = FlagRules.Compute(Promise(Order("SO1", "pump", 10, 20), promised, 16));
        FlagInput Next(OrderLine line, int projected) => Promise(promised, line, projected) with { Previous = first, Version = 2 };

        Assert.Equal((1, 2), Assert.Single(FlagRules.Compute(Next(promised, 17))) is var flag ? (flag.FiredIn!.Value, flag.Imports) : default);
        Assert.Empty(FlagRules.Compute(Next(promised, 13)));
        Assert.Empty(FlagRules.Compute(Next(promised with { LastConfirmed = Jan(16) }, 16)));
        Assert.Equal(2, Assert.Single(FlagRules.Compute(Next(promised with { LastConfirmed = Jan(15) }, 16))).FiredIn); // another promise, again too early
    }

    private static IReadOnlyList<PlanFlag> Creep(decimal now, decimal others, params decimal[] before) => FlagRules.Compute(Input(new PlanSnapshot
    {
        Items = [Made("pump") with { SafetyStock = 100 }, Made("valve") with { SafetyStock = 20 }], Stock = [Stock("pump", now), Stock("valve", others)],
    }) with { EarlierStock = [.. before.Select(stock => new Dictionary<string, decimal> { ["pump"] = stock })] });

    [Fact]
    public void Compute_StockAboveSafetyStockRisesForWeeksWhileOthersAreShort_IsCreep()
    {
        Assert.Equal(
            "pump: 180 in stock, 80 above its safety stock of 100 and rising for 4 weeks (from 110), while 1 item is short: valve",
            Assert.Single(Creep(180, 5, 160, 140, 120, 110)).Words);
        Assert.Empty(Creep(180, 20, 160, 140, 120, 110)); // nobody is short
        Assert.Empty(Creep(180, 5, 160, 160, 120, 110)); // one week it did not rise
        Assert.Empty(Creep(180, 5, 160, 140, 120, 90)); // it was filled up first
        Assert.Empty(Creep(180, 5, 160, 140, 120)); // three weeks are no base yet
    }
}
