using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Plan;

public sealed class PlanDifferenceTests
{
    [Fact]
    public void OfOrders_AddedRemovedAndChanged_NamesTheFieldsWithBothValues()
    {
        OrderLine[] before = [Order("SO1", "pump", 40, 9), Order("SO2", "pump", 5, 9), Order("SO3", "pump", 5, 9)];
        OrderLine[] after = [Order("SO1", "pump", 60, 7), Order("SO3", "pump", 5, 9), Order("SO4", "pump", 1, 9)];

        var difference = PlanDifference.OfOrders(before, after)!;

        Assert.Equal("SO4", Assert.Single(difference.Added).Order);
        Assert.Equal("SO2", Assert.Single(difference.Removed).Order);
        Assert.Equal(["quantity from 40 to 60", "requested date from Fri 9 Jan to Wed 7 Jan"], Assert.Single(difference.Changed).Words);
    }

    /// <summary>The words stand on shared cards, which never name money.</summary>
    [Fact]
    public void Words_OfMoney_NameNoAmount() => Assert.Equal(
        ["quantity from 40 to 60", "the value", "the penalty"],
        RowWords.Of(
            Order("SO1", "pump", 40, 9) with { Value = 32_250, Penalty = 500 },
            Order("SO1", "pump", 60, 9) with { Value = 45_150, Penalty = 700 }));

    [Fact]
    public void Between_TableAbsentInOneVersion_SaysNothingAboutIt()
    {
        var difference = PlanDifference.Between(new PlanSnapshot { Orders = [] }, new PlanSnapshot { Schedule = [] });

        Assert.Null(difference.Orders);
        Assert.Null(difference.Schedule);
    }

    [Fact]
    public void Between_SamePlanReadTwice_IsEmpty()
    {
        static PlanSnapshot Plan() => new()
        {
            Orders = [Order("SO1", "pump", 40, 9)], Schedule = [Make("1", "pump", 5, 5, 6)], Purchases = [Buy("P1", "casting", 5, 9)],
        };

        var difference = PlanDifference.Between(Plan(), Plan());

        Assert.True(difference.Orders!.IsEmpty && difference.Schedule!.IsEmpty && difference.Purchases!.IsEmpty);
    }
}
