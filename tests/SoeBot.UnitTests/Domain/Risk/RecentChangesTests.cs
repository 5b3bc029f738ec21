using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

public sealed class RecentChangesTests
{
    [Fact]
    public void From_QuantityAndItsProductionOrderMoved_GivesBothUnderTheOrder()
    {
        var difference = PlanDifference.Between(
            new PlanSnapshot { Orders = [Order("SO1", "pump", 5, 9)], Schedule = [Make("W1", "pump", 5, 6, 7) with { ForOrder = "SO1/1" }] },
            new PlanSnapshot { Orders = [Order("SO1", "pump", 8, 9)], Schedule = [Make("W1", "pump", 5, 6, 8) with { ForOrder = "SO1/1" }] });

        Assert.Equal(
            ["quantity from 5 to 8", "production order W1: due day from Wed 7 Jan to Thu 8 Jan"],
            RecentChanges.From([(Monday, difference)])["SO1"].Select(change => change.Words));
    }

    [Fact]
    public void From_FirstConfirmationAndShipment_IsProgressAndNoChange()
    {
        var difference = PlanDifference.Between(
            new PlanSnapshot { Orders = [Order("SO1", "pump", 5, 9)] },
            new PlanSnapshot { Orders = [Order("SO1", "pump", 5, 9) with { FirstConfirmed = Jan(10), LastConfirmed = Jan(10), ShippedQuantity = 2 }] });

        Assert.Empty(RecentChanges.From([(Monday, difference)]));
    }

    [Fact]
    public void From_ReportOfTheShopFloor_IsProgressAndNoChange()
    {
        var work = Make("W1", "pump", 5, 6, 7) with { ForOrder = "SO1/1" };
        var difference = PlanDifference.Between(
            new PlanSnapshot { Orders = [Order("SO1", "pump", 5, 9)], Schedule = [work] },
            new PlanSnapshot { Orders = [Order("SO1", "pump", 5, 9)], Schedule = [work with { Good = 2, StartedOn = Jan(6), ReportedHours = 3.5m }] });

        Assert.Empty(RecentChanges.From([(Monday, difference)]));
    }
}
