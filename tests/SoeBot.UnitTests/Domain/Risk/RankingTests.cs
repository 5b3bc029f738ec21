using CsCheck;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

public sealed class RankingTests
{
    private static IReadOnlyList<RankedOrder> Rank(
        PlanSnapshot plan, IReadOnlyDictionary<string, IReadOnlyList<RecentChange>>? changes = null, RiskSettings? settings = null)
    {
        var book = PeggingRules.Compute(plan, Calendar, Monday);
        return Ranking.Compute(new RankingInput
        {
            Book = book, Lines = PromiseRules.Compute(book, Calendar), Calendar = Calendar, RecentChanges = changes, Settings = settings ?? new(),
        });
    }

    [Fact]
    public void Compute_NothingAtRisk_IsEmptyAndNeverFilledUp() =>
        Assert.Empty(Rank(new PlanSnapshot { Orders = [Order("SO1", "pump", 1, 15)], Stock = [Stock("pump", 1)] }));

    [Fact]
    public void Compute_LateAndThreatened_LateAlwaysComesFirst()
    {
        var ranked = Rank(new PlanSnapshot
        {
            Orders = [Order("threatened", "valve", 10, 9), Order("late", "pump", 10, 16)],
            Stock = [Stock("pump", 9)],
            Purchases = [Buy("P1", "valve", 10, 9), Buy("P2", "pump", 10, 19)],
        }, new Dictionary<string, IReadOnlyList<RecentChange>>
        {
            ["threatened"] = [new(Monday, "quantity from 5 to 8"), new(Monday, "quantity from 8 to 10")],
        }, new RiskSettings { RecentChange = 2 });

        Assert.Equal(["late", "threatened"], ranked.Select(r => r.Order));
        Assert.True(ranked[0].IsLate && !ranked[1].IsLate && ranked[0].Score < ranked[1].Score);
    }

    [Fact]
    public void Compute_EqualScores_GreaterValueThenEarlierDateGoesFirst()
    {
        var ranked = Rank(new PlanSnapshot
        {
            Orders =
            [
                Order("cheap", "pump", 10, 2) with { Value = 10 }, Order("dear", "pump", 10, 2) with { Value = 900 },
                Order("cheap and older", "pump", 10, 1) with { Value = 10 },
            ],
            Stock = [],
        });

        Assert.Equal(["dear", "cheap and older", "cheap"], ranked.Select(r => r.Order));
    }

    [Fact]
    public void Compute_OrderWithTwoLines_ShowsTheWorstLineAndTheWholeOpenValue()
    {
        var ranked = Rank(new PlanSnapshot
        {
            Orders =
            [
                Order("SO1", "pump", 10, 9) with { Value = 100 },
                Order("SO1", "valve", 10, 9) with { Line = "2", Value = 400, ShippedQuantity = 5 },
            ],
            Stock = [Stock("pump", 10)],
        });

        var order = Assert.Single(ranked);
        Assert.Equal(("2", 300m, 5m, 1), (order.Line, order.Value, order.OpenQuantity, order.Rank));
    }

    [Fact]
    public void Compute_CommittedAfterTheTwoWeeks_IsNotRanked() =>
        Assert.Empty(Rank(new PlanSnapshot { Orders = [Order("SO1", "pump", 10, 19)], Stock = [] }));

    [Fact]
    public void Compute_ChangedTwice_SaysSoAndWeighsTheNewerMore()
    {
        var plan = new PlanSnapshot { Orders = [Order("SO1", "pump", 10, 9)], Stock = [] };
        var changes = new Dictionary<string, IReadOnlyList<RecentChange>>
        {
            ["SO1"] = [new(Jan(1), "quantity from 5 to 8"), new(Jan(4), "quantity from 8 to 10"), new(Jan(-10), "long ago")],
        };

        var driver = Rank(plan, changes)[0].Drivers.Single(d => d.Kind == RiskDriverKind.RecentChange);

        Assert.Equal("changed twice since Thu 1 Jan: quantity from 8 to 10", driver.Words);
        Assert.Equal(9m / 14, driver.Score, 3); // (3/7 + 6/7) / 2
    }

    [Fact]
    public void Compute_NoBillNoHistoryNoVersions_LeavesThoseDriversOut() =>
        Assert.Equal(
            [RiskDriverKind.Supply, RiskDriverKind.Time],
            Rank(new PlanSnapshot { Orders = [Order("SO1", "pump", 10, 9)], Stock = [] })[0].Drivers.Select(d => d.Kind));

    [Fact]
    public void Score_DriversWithoutData_ScalesTheRestToOne() =>
        Assert.Equal(1m, Ranking.Score([new(RiskDriverKind.Time, 1, ""), new(RiskDriverKind.Complexity, 1, "")], new RiskSettings()));

    [Fact]
    public void Compute_RowsInAnotherOrder_RanksTheSame() =>
        Gen.Select(GivenAny.Plan, Gen.Int).Sample((plan, seed) =>
        {
            var mixed = plan with { Orders = Mix(plan.Orders!, seed), Schedule = Mix(plan.Schedule!, seed), Purchases = Mix(plan.Purchases!, seed) };
            Assert.Equal(
                Rank(plan).Select(r => (r.Rank, r.Order, r.Line, r.Score, r.Projected, r.Cause, string.Join('|', r.Chain))),
                Rank(mixed).Select(r => (r.Rank, r.Order, r.Line, r.Score, r.Projected, r.Cause, string.Join('|', r.Chain))));
        });

    /// <summary>So many that they are worked on several processors: what one line finds is nothing of another's.</summary>
    [Fact]
    public void Compute_ThousandsOfLinesInAnotherOrder_RanksAndSaysTheSame()
    {
        var plan = new PlanSnapshot
        {
            Orders = [.. Enumerable.Range(0, 3_000).Select(at => Order($"SO{at}", $"item {at % 37}", 1 + at % 9, at % 10) with { Customer = $"customer {at % 11}", Value = at % 13 * 100 }),
                .. Enumerable.Range(0, 900).Select(at => Order($"P{at}", $"item {at % 41}", 5, -at % 200 - 2) with { Customer = $"customer {at % 7}", ShippedQuantity = 5, ShippedOn = Jan(-at % 200 - 2 + at % 3) })],
            Stock = [.. Enumerable.Range(0, 30).Select(at => new StockLine { Item = $"item {at}", Location = "Main", OnHand = at * 20 })],
            Purchases = [.. Enumerable.Range(0, 60).Select(at => new PurchaseLine { Order = $"PO{at}", Line = "1", Item = $"item {at % 35}", Supplier = $"supplier {at % 5}", Due = Jan(3 + at % 12), Quantity = 90 })],
        };
        var mixed = plan with { Orders = Mix(plan.Orders!, 7), Purchases = Mix(plan.Purchases!, 8) };

        var (one, other) = (Rank(plan), Rank(mixed));

        Assert.True(one.Count > 1_000);
        Assert.Equal(one.Select(Said), other.Select(Said));

        static string Said(RankedOrder order) => $"{order.Rank} {order.Order}/{order.Line} {order.Score} {order.Projected} {order.Cause} {string.Join('|', order.Drivers)} {string.Join('|', order.Chain)} {order.Promise?.Sooner} {string.Join('|', order.Promise?.Free ?? [])}";
    }

    [Fact]
    public void Compute_AnyPlan_RanksEachLateOrderOnceAboveTheRest() =>
        GivenAny.Plan.Sample(plan =>
        {
            var ranked = Rank(plan);
            Assert.Equal(ranked.Count, ranked.Select(r => r.Order).Distinct().Count());
            Assert.Equal(ranked.OrderByDescending(r => r.IsLate).ThenByDescending(r => r.Score).Select(r => r.Order), ranked.Select(r => r.Order));
            Assert.All(ranked, r => Assert.True(r.Score is >= 0 and <= 1 && (r.IsLate || r.Score >= 0.5m)));
            Assert.All(ranked, r => Assert.InRange(r.Chain.Count, 1, 5));
        });

    private static T[] Mix<T>(IReadOnlyList<T> rows, int seed)
    {
        var mixed = rows.ToArray();
        new Random(seed).Shuffle(mixed);
        return mixed;
    }

    /// <summary>Orders alone: no day can be projected, and nobody is called late for that.</summary>
    [Fact]
    public void Compute_OrdersAlone_NamesWhatHistoryCallsTwiceAsProbablyLate()
    {
        OrderLine Past(int at, string lane, int late) => Order($"{lane}{at}", "kit", 5, -at - 5) with { Lane = lane, ShippedQuantity = 5, ShippedOn = Jan(-at - 5 + late) };
        var ranked = Rank(new PlanSnapshot
        {
            Orders =
            [
                .. Enumerable.Range(0, 20).Select(at => Past(at, "Slow road", 9)), .. Enumerable.Range(0, 120).Select(at => Past(at, "Harbour", at % 20 == 0 ? 3 : 0)),
                Order("SO1", "kit", 5, 9) with { Lane = "Harbour" }, Order("SO2", "kit", 5, 10) with { Lane = "Slow road" },
            ],
        });
        var order = Assert.Single(ranked);
        Assert.Equal(("SO2", false, true, LateCause.None), (order.Order, order.IsLate, order.IsUnprojected, order.Cause));
        Assert.Equal("lane Slow road: 20 of 20 late in 3 years, plant 19 %", order.Drivers[0].Words);
        Assert.Equal(1, order.Drivers.Sum(driver => driver.Share), 6);
    }

    [Fact]
    public void Compute_OrdersAlonePastDue_IsLate()
    {
        var order = Assert.Single(Rank(new PlanSnapshot { Orders = [Order("SO1", "kit", 5, 2), Order("SO2", "kit", 5, 9)] }));
        Assert.Equal(("SO1", true, true), (order.Order, order.IsLate, order.IsPastDue));
    }

    [Fact]
    public void Compute_PenaltyAndStanding_ComeWithTheOrder()
    {
        var order = Assert.Single(Rank(new PlanSnapshot
        {
            Orders = [Order("SO1", "pump", 5, 9) with { Penalty = 100, CustomerClass = "A", Priority = 1 }, Order("SO1", "pump", 5, 9) with { Line = "2", Penalty = 50 }], Stock = [],
        }));
        Assert.Equal((150m, "A", 1), (order.Penalty!.Value, order.CustomerClass, order.Priority!.Value));
    }
}
