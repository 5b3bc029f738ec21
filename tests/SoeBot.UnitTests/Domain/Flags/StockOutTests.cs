using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Flags.GivenFlags;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Flags;

/// <summary>The criteria for executives: out of stock now, and expected within 14 days of Wednesday 7 January.</summary>
public sealed class StockOutTests
{
    private static PlanSnapshot Plan(decimal stock, OrderLine[] orders, PurchaseLine[]? bought = null, decimal hold = 0) =>
        new() { Stock = [Stock("pump", stock, hold)], Orders = orders, Purchases = bought };

    [Fact]
    public void Compute_NothingThereAndOrdersOpen_IsOutOfStock()
    {
        var flag = Assert.Single(Found(Plan(5, [Order("SO1", "pump", 8, 6), Order("SO2", "pump", 4, 15)], [Buy("P1", "pump", 20, 13)], hold: 5)));

        Assert.Equal((FlagKind.OutOfStock, "pump is out of stock: 0 there, 12 on 2 open order lines within 14 days; next 20 on Tue 13 Jan"), (flag.Kind, flag.Words));
        Assert.Equal(["Bring the 20 of Tue 13 Jan forward to Wed 7 Jan", "Re-promise the open order lines (2) to Tue 13 Jan and tell the customers"], flag.Options);
    }

    // 10 there; 6 go on the 9th, 20 come on the 13th, 30 go on the 16th: 10 - 6 + 20 - 30 = -6 on Friday the 16th, nine days ahead.
    [Fact]
    public void Compute_ProjectedBelowZeroOnOneOfTheNextDays_IsExpected()
    {
        var flag = Assert.Single(Found(Plan(10, [Order("SO1", "pump", 6, 9), Order("SO2", "pump", 30, 16)], [Buy("P1", "pump", 20, 13), Buy("P2", "pump", 40, 19)])));

        Assert.Equal((FlagKind.StockOutAhead, "pump runs out on Fri 16 Jan, in 9 days: 10 there, then 6 short; next 40 on Mon 19 Jan"), (flag.Kind, flag.Words));
        Assert.Equal((9m, 14m), (flag.Value, flag.Compared));
        Assert.Equal("Bring the 40 of Mon 19 Jan forward to Fri 16 Jan", flag.Options[0]);
    }

    [Theory]
    [InlineData(21, 1)] // the fourteenth day
    [InlineData(22, 0)]
    public void Compute_TheFourteenthDayIsTheLast(int due, int flags) => Assert.Equal(flags, Found(Plan(10, [Order("SO1", "pump", 11, due)])).Count);

    [Fact]
    public void Compute_SupplyOfTheSameDayIsInTime_AndLateSupplyComesTomorrowAtTheEarliest()
    {
        Assert.Empty(Found(Plan(1, [Order("SO1", "pump", 10, 9)], [Buy("P1", "pump", 10, 9)])));
        Assert.Empty(Found(Plan(1, [Order("SO1", "pump", 10, 8)], [Buy("P1", "pump", 10, 2)])));
        Assert.Single(Found(Plan(1, [Order("SO1", "pump", 10, 7)], [Buy("P1", "pump", 10, 2)])));
    }

    [Fact]
    public void Compute_NoStockRow_SaysNothing() => Assert.Empty(Found(new PlanSnapshot { Stock = [], Orders = [Order("SO1", "pump", 10, 7)] }));

    // 50 there. Week of the 12th: forecast 100, 40 ordered: 60 more are expected, 12 on each working day. 50 - 40 (Mon) - 12 = -2 on Monday the 12th.
    [Fact]
    public void Compute_ForecastThatNoOrderConsumed_IsDemandOutsideTheFence()
    {
        var plan = Plan(50, [Order("SO1", "pump", 40, 12)]) with { Forecast = [Forecast("pump", 5, 500), Forecast("pump", 12, 100)] };

        Assert.StartsWith("pump runs out on Mon 12 Jan, in 5 days: 50 there, then 2 short", Assert.Single(Found(plan)).Words);
        Assert.Empty(Found(plan, new() { DemandFenceWeeks = 3 }));
    }

    // A pump takes 2 seals: the order starting on the 8th takes 20 of the 25, then SO2 has 5 of its 6.
    [Fact]
    public void Compute_ComponentsOfProductionOrders_AreTakenOnTheirStartDay()
    {
        var plan = new PlanSnapshot { Stock = [Stock("seal", 25)], Orders = [Order("SO2", "seal", 6, 14)], Schedule = [Make("1", "pump", 10, 8, 12)], Bill = [Part("pump", "seal", 2)] };

        Assert.StartsWith("seal runs out on Wed 14 Jan", Assert.Single(Found(plan)).Words);
        Assert.Empty(Found(plan with { Schedule = [plan.Schedule![0] with { StartedOn = Jan(6) }] }));
    }

    [Theory]
    [InlineData(10, 6, 9999)] // enough for all that is known
    [InlineData(10, 30, 9)] // short on the 16th
    [InlineData(0, 30, -1)] // out already
    public void DaysOfCover_LooksForward(int stock, int asked, int days)
    {
        var projection = Assert.Single(Input(Plan(stock, [Order("SO1", "pump", asked, 16)])).Stock);

        Assert.Equal(days, (int)projection.DaysOfCover(Today));
    }

    [Fact]
    public void Figures_ForwardCover_IsTheShortestOfAllItems()
    {
        var plan = new PlanSnapshot { Stock = [Stock("pump", 1), Stock("seal", 1)], Orders = [Order("SO1", "pump", 5, 12), Order("SO2", "seal", 5, 9)] };
        var input = Input(plan);

        var figure = FigureRules.Compute(new FigureInput
        {
            Plan = plan, Calendar = Calendar, Today = Today, LookAhead = LookAheadRules.Compute(plan, Calendar, Today), Weeks = [], Stock = input.Stock, Index = input.Index,
        }).Single(one => one.Kind == FigureKind.ForwardCover);

        Assert.Equal(2, figure.Value);
        Assert.Equal([("seal", 2m), ("pump", 5m)], figure.Parts.Select(part => (part.Name, part.Value!.Value)));
    }
}
