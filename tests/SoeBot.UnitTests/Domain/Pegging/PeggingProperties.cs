using CsCheck;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Pegging;

public sealed class PeggingProperties
{
    [Fact]
    public void Compute_AnyPlan_NeverUsesAPieceTwice() =>
        GivenAny.Plan.Sample(plan =>
        {
            var book = PeggingRules.Compute(plan, Calendar, Monday);
            var used = new decimal[book.Supplies.Count];
            foreach (var peg in book.Pegs)
            {
                Assert.True(peg.Quantity > 0);
                Assert.Equal(book.Supplies[peg.Supply].Item, book.Demands[peg.Demand].Item);
                used[peg.Supply] += peg.Quantity;
            }
            for (var i = 0; i < used.Length; i++) Assert.Equal(book.Supplies[i].Quantity - book.Left(i), used[i]);
            Assert.All(book.Supplies.Index(), supply => Assert.InRange(used[supply.Index], 0, supply.Item.Quantity));
        });

    [Fact]
    public void Compute_AnyPlan_NoSupplyExistsBeforeItsSourceSays() =>
        GivenAny.Plan.Sample(plan =>
        {
            var book = PeggingRules.Compute(plan, Calendar, Monday);
            foreach (var supply in book.Supplies)
            {
                var earliest = supply.Kind switch
                {
                    SupplyKind.Stock => Monday,
                    SupplyKind.Schedule => plan.Schedule![supply.Row].Due,
                    SupplyKind.Purchase => plan.Purchases![supply.Row].Expected,
                    SupplyKind.Possible => Monday,
                };
                Assert.True(supply.Day >= earliest && supply.Day >= Monday);
                if (supply.IsPlanned && supply.Kind != SupplyKind.Stock && earliest < Monday) Assert.True(supply.Day > Monday);
            }
        });

    [Fact]
    public void Compute_AnyPlan_NoProductionOrderIsDoneBeforeItsComponents() =>
        GivenAny.Plan.Sample(plan =>
        {
            var book = PeggingRules.Compute(plan, Calendar, Monday);
            for (var row = 0; row < plan.Schedule!.Count; row++)
            {
                var (first, last) = (book.ComponentDemands(row).Start.Value, book.ComponentDemands(row).End.Value);
                for (var demand = first; demand < last; demand++)
                    Assert.True(book.Timing(row).Day >= book.CoveredOn(demand) || book.CoveredOn(demand) <= plan.Schedule[row].Start);
            }
        });

    [Fact]
    public void Compute_AnyPlan_NothingPossibleIsMadeBeforeThePiecesItTakes() =>
        GivenAny.Plan.Sample(plan =>
        {
            var book = PeggingRules.Compute(plan, Calendar, Monday);
            foreach (var peg in book.Pegs)
                if (book.Demands[peg.Demand] is { Kind: DemandKind.Possible, Row: var row })
                    Assert.True(book.Supplies[peg.Supply].Day <= book.Possible[row].Day);
        }, iter: 1_000);

    [Fact]
    public void Compute_AnyPlan_CoversEachOpenOrderLineExactly() =>
        GivenAny.Plan.Sample(plan =>
        {
            var book = PeggingRules.Compute(plan, Calendar, Monday);
            for (var row = 0; row < plan.Orders!.Count; row++)
                Assert.Equal(plan.Orders[row].OpenQuantity, book.Of(book.DemandOfOrder(row)).ToArray().Sum(peg => peg.Quantity));
        });

    [Fact]
    public void Compute_RowsInAnotherOrder_CoversEachOrderTheSame() =>
        Gen.Select(GivenAny.Plan, Gen.Int).Sample((plan, seed) =>
        {
            var mixed = plan with
            {
                Orders = Mix(plan.Orders!, seed), Schedule = Mix(plan.Schedule!, seed), Purchases = Mix(plan.Purchases!, seed),
                Stock = Mix(plan.Stock!, seed), Items = Mix(plan.Items!, seed), Bill = Mix(plan.Bill!, seed),
            };
            Assert.Equal(Days(plan), Days(mixed));
        }, iter: 2_000);

    private static SortedDictionary<string, DateOnly> Days(PlanSnapshot plan)
    {
        var book = PeggingRules.Compute(plan, Calendar, Monday);
        var days = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        for (var row = 0; row < plan.Orders!.Count; row++) days[plan.Orders[row].Key] = book.CoveredOn(book.DemandOfOrder(row));
        return days;
    }

    private static T[] Mix<T>(IReadOnlyList<T> rows, int seed)
    {
        var mixed = rows.ToArray();
        new Random(seed).Shuffle(mixed);
        return mixed;
    }
}
