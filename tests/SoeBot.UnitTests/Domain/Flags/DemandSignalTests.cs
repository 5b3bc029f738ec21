using CsCheck;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Flags.GivenFlags;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Flags;

public sealed class DemandSignalTests
{
    // Forecast 100, orders 70: 70 consume it, 30 are left, the signal is 100.
    // Forecast 100, orders 130: all consumed, 30 beyond it, the signal is 130.
    [Theory]
    [InlineData(100, 70, 100, 30, 0)]
    [InlineData(100, 130, 130, 0, 30)]
    public void Pieces_IsTheGreaterOfForecastAndOrders(int forecast, int ordered, int pieces, int unconsumed, int beyond)
    {
        var signal = new DemandSignal(ordered, forecast, InsideFence: false);

        Assert.Equal((pieces, unconsumed, beyond), ((int)signal.Pieces, (int)signal.Unconsumed, (int)signal.OverConsumption!));
    }

    [Fact]
    public void Pieces_InsideTheFence_AreTheOrdersAlone()
    {
        var signal = new DemandSignal(70, 100, InsideFence: true);

        Assert.Equal((70, 0), ((int)signal.Pieces, (int)signal.Unconsumed));
    }

    // Orders of a week consume the forecast of that week only: 40 beyond it in the week of the 12th do not touch the week of the 19th.
    [Fact]
    public void Of_PeriodicBuckets_EachWeekConsumesItsOwn()
    {
        var plan = new PlanSnapshot
        {
            Orders = [Order("SO1", "pump", 90, 13) with { ShippedQuantity = 90 }, Order("SO2", "pump", 50, 14), Order("SO3", "pump", 5, 16) with { Cancelled = true }],
            Forecast = [Forecast("pump", 12, 60), Forecast("pump", 14, 40), Forecast("pump", 19, 100), Forecast("pump", 5, 30)],
        };
        var signals = Input(plan).Signals;

        Assert.Equal((140m, 100m, 40m), (signals.Of(0, 1).Pieces, signals.Of(0, 1).Forecast, signals.Of(0, 1).OverConsumption));
        Assert.Equal((100m, 100m), (signals.Of(0, 2).Pieces, signals.Of(0, 2).Unconsumed));
        Assert.Equal(0, signals.Of(0, 0).Pieces); // the fence: nothing is ordered for this week
    }

    [Fact]
    public void Pieces_AnyNumbers_NeitherBelowOrdersNorLoweredByMoreOfEither() => Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Bool, Gen.Int[0, 50]).Sample((ordered, forecast, fence, more) =>
    {
        var signal = new DemandSignal(ordered, forecast, fence);

        Assert.True(signal.Pieces >= ordered);
        Assert.Equal(signal.Pieces, ordered + signal.Unconsumed);
        Assert.True(new DemandSignal(ordered + more, forecast, fence).Pieces >= signal.Pieces);
        Assert.True(new DemandSignal(ordered, forecast + more, fence).Pieces >= signal.Pieces);
    });
}
