using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class StockRulesTests
{
    private static readonly DateOnly Today = Jan(12);
    private static readonly Item[] Items = [Made("pump") with { Cost = 40 }, Bought("seal") with { Cost = 2 }];

    private static MonthStock Month(int back, decimal pieces, decimal? cost) => new(new DateOnly(2026, 1, 1).AddMonths(-back), pieces, cost);

    private static OrderLine Shipped(string order, string item, decimal quantity, DateOnly on) => Order(order, item, quantity, 1) with { ShippedQuantity = quantity, ShippedOn = on };

    // Shipped in 365 days: 120 pumps x 40 + 300 seals x 2 = 5,400; the pumps of 370 days ago are too old.
    // Six month ends with stock at 800, 900, 1,000, 900, 800, 1,000 = mean 900. 5,400 / 900 = 6 turns.
    [Fact]
    public void Turns_CostShippedInAYearOverTheMeanOfTheMonthEnds()
    {
        decimal[] ends = [800, 900, 1_000, 900, 800, 1_000];
        OrderLine[] orders = [Shipped("SO1", "pump", 120, Today.AddDays(-300)), Shipped("SO2", "seal", 300, Today.AddDays(-5)), Shipped("SO3", "pump", 999, Today.AddDays(-370))];

        var figure = StockRules.Turns([Month(0, 1, 99_999), .. ends.Select((cost, i) => Month(i + 1, 1, cost))], orders, Items, Today);

        Assert.Equal(6m, figure.Value);
        Assert.StartsWith("cost of what was shipped", figure.Definition);
    }

    // Without a cost for seals the pieces count: 420 shipped, 70 in stock at each end: 6 turns too.
    [Fact]
    public void Turns_AnItemWithoutCost_CountsPiecesAndSaysSo()
    {
        OrderLine[] orders = [Shipped("SO1", "pump", 120, Today.AddDays(-300)), Shipped("SO2", "seal", 300, Today.AddDays(-5))];

        var figure = StockRules.Turns([.. Enumerable.Range(1, 6).Select(back => Month(back, 70, null))], orders, [Items[0], Bought("seal")], Today);

        Assert.Equal(6m, figure.Value);
        Assert.StartsWith("pieces shipped", figure.Definition);
    }

    [Fact]
    public void Turns_FiveMonthEnds_IsNoBaseYet() =>
        Assert.Equal("no base yet: 5 month ends of at least 6", StockRules.Turns([.. Enumerable.Range(0, 6).Select(back => Month(back, 70, 7))], [], Items, Today).Absent);

    [Fact]
    public void Continue_ADayLaterInTheMonth_ReplacesTheMonth()
    {
        var plan = new PlanSnapshot { Items = Items, Stock = [Stock("pump", 5), Stock("seal", 10)] };

        var months = MonthStock.Continue(MonthStock.Continue([Month(1, 3, 30)], plan, Jan(11)), plan with { Stock = [Stock("pump", 6)] }, Jan(12));

        Assert.Equal([(Jan(1), 6m, (decimal?)240m), (new DateOnly(2025, 12, 1), 3m, 30m)], months.Select(month => (month.Month, month.Pieces, month.Cost)));
        Assert.Same(months, MonthStock.Continue(months, new PlanSnapshot(), Jan(13)));
    }

    // 91 pumps shipped in 91 days is one a day; 20 in stock last 20 days. Seals are not shipped and count nowhere.
    [Fact]
    public void DaysOfSupply_StockOverTheMeanDay()
    {
        var figure = StockRules.DaysOfSupply([Stock("pump", 15), Stock("pump", 5) with { Location = "Dock" }, Stock("seal", 500)], [Shipped("SO1", "pump", 91, Jan(5))], Today);

        Assert.Equal(20m, figure.Value);
        Assert.Equal(StockRules.NoDemand, StockRules.DaysOfSupply([Stock("pump", 15)], [], Today).Value);
    }
}
