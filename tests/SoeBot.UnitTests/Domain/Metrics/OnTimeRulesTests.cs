using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class OnTimeRulesTests
{
    private static readonly PlantWeek Week = new(Jan(5));

    private static OrderLine Shipped(OrderLine line, int day) => line with { ShippedQuantity = line.Quantity, ShippedOn = Jan(day) };

    private static (decimal, decimal) First(params OrderLine[] orders) =>
        OnTimeRules.AgainstFirst(orders, Week) is var measure ? (measure.Numerator, measure.Denominator) : default;

    private static (decimal, decimal) Last(params OrderLine[] orders) =>
        OnTimeRules.AgainstLast(orders, Week) is var measure ? (measure.Numerator, measure.Denominator) : default;

    [Fact]
    public void AgainstFirst_RepromisedOrder_IsJudgedByTheFirstDate()
    {
        var line = Shipped(Order("SO1", "pump", 5, 6) with { FirstConfirmed = Jan(7), LastConfirmed = Jan(9) }, 9);

        Assert.Equal((0, 1), First(line));
        Assert.Equal((1, 1), Last(line));
    }

    [Fact]
    public void AgainstFirst_CancelledOrder_LeavesTheDenominator() =>
        Assert.Equal((1, 1), First(Shipped(Order("SO1", "pump", 5, 6), 6), Order("SO2", "pump", 5, 6) with { Cancelled = true, ShippedQuantity = 2, ShippedOn = Jan(9) }));

    [Fact]
    public void AgainstFirst_StillOpenPastDue_CountsAsLate() =>
        Assert.Equal((0, 1), First(Order("SO1", "pump", 5, 6)));

    [Fact]
    public void AgainstFirst_ShippedEarly_CountsAsOnTime() =>
        Assert.Equal((1, 1), First(Shipped(Order("SO1", "pump", 5, 6), 2)));

    [Fact]
    public void AgainstFirst_OneOfTwoLinesLate_MakesTheOrderLate() =>
        Assert.Equal((0, 1), First(Shipped(Order("SO1", "pump", 5, 6), 6), Shipped(Order("SO1", "valve", 5, 6) with { Line = "2" }, 7)));

    [Fact]
    public void AgainstFirst_ShortShipment_IsNotInFull() =>
        Assert.Equal((0, 1), First(Order("SO1", "pump", 5, 6) with { ShippedQuantity = 4, ShippedOn = Jan(6) }));

    [Fact]
    public void AgainstFirst_NoOrders_HasNoShare() =>
        Assert.Null(OnTimeRules.AgainstFirst(null, Week).Share);
}
