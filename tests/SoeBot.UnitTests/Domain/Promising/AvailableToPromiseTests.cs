using CsCheck;
using SoeBot.Domain.Promising;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Promising;

public sealed class AvailableToPromiseTests
{
    private static IReadOnlyList<PromisePeriod> Compute(decimal onHand, (int Day, decimal Quantity)[] receipts, (int Day, decimal Quantity)[] wanted) => AvailableToPromise.Compute(
        Monday, onHand, receipts.Select(one => (Jan(one.Day), one.Quantity)), wanted.Select(one => (Jan(one.Day), one.Quantity)));

    /// <summary>30 on hand, 50 on the 12th, 50 on the 26th. Before the 12th 25 are wanted, before the 26th 30, then 40.</summary>
    [Fact]
    public void Compute_ThreePeriods_TakesFromEachReceiptWhatIsWantedBeforeTheNext()
    {
        var periods = Compute(30, [(12, 50), (26, 50)], [(6, 20), (9, 5), (14, 30), (28, 40)]);

        Assert.Equal([(Jan(5), 5m, 5m), (Jan(12), 20m, 25m), (Jan(26), 10m, 35m)], periods.Select(one => (one.From, one.Discrete, one.Cumulative)));
        Assert.Equal([Jan(5), Jan(12), Jan(26), null], new[] { 5m, 6m, 26m, 36m }.Select(pieces => AvailableToPromise.DayFor(periods, pieces)));
    }

    /// <summary>8, 6 and -10: the 6 go first, then 4 of the 8. What is left before can be promised, though the third period had wanted it.</summary>
    [Fact]
    public void Compute_AShortage_EatsTheNearestEarlierPeriodFirst()
    {
        var periods = Compute(8, [(12, 6), (19, 10)], [(20, 20)]);

        Assert.Equal([(8m, 4m, 4m), (6m, 0m, 4m), (-10m, 0m, 4m)], periods.Select(one => (one.Discrete, one.Available, one.Cumulative)));
    }

    /// <summary>5, -10 and 10: the 5 are eaten, the other 5 come out of the last. Whoever promised the first 5 would take them from an order.</summary>
    [Fact]
    public void Compute_AShortageThatTheEarlierCannotFeed_EatsTheLater()
    {
        var periods = Compute(30, [(12, 50), (26, 50)], [(6, 25), (14, 60), (28, 40)]);

        Assert.Equal([(5m, 0m, 0m), (-10m, 0m, 0m), (10m, 5m, 5m)], periods.Select(one => (one.Discrete, one.Available, one.Cumulative)));
        Assert.Equal(Jan(26), AvailableToPromise.DayFor(periods, 5));
    }

    [Fact]
    public void Compute_MoreWantedThanEverComes_SaysInTheLastPeriodHowMuchIsShort()
    {
        var periods = Compute(10, [(12, 5)], [(2, 12), (20, 10)]);

        Assert.Equal([(-2m, 0m), (-5m, -7m)], periods.Select(one => (one.Discrete, one.Available)));
        Assert.Null(AvailableToPromise.DayFor(periods, 1));
    }

    private static readonly Gen<(int, decimal)[]> Quantities = Gen.Select(Gen.Int[-3, 60], Gen.Int[0, 30]).Select((day, pieces) => (day, (decimal)pieces)).Array[0, 12];

    [Fact]
    public void Compute_AnyItem_PromisesTheLeastThatIsEverLeftFromThatDayOn() =>
        Gen.Select(Gen.Int[0, 40], Quantities, Quantities).Sample((onHand, receipts, wanted) =>
        {
            var periods = Compute(onHand, receipts, wanted);
            var left = new decimal[periods.Count];
            for (var i = 0; i < left.Length; i++) left[i] = (i > 0 ? left[i - 1] : 0) + periods[i].Discrete;

            for (var i = 0; i < left.Length; i++) Assert.Equal(Math.Max(0, left[i..].Min()), periods[i].Cumulative);
            Assert.Equal(left[^1], periods.Sum(one => one.Available));
        });

    [Fact]
    public void Compute_WithWhatIsFreePromised_LeavesNobodyShorterThanBefore() =>
        Gen.Select(Gen.Int[0, 40], Quantities, Quantities, Gen.Int[0, 11]).Sample((onHand, receipts, wanted, chosen) =>
        {
            var periods = Compute(onHand, receipts, wanted);
            var period = periods[chosen % periods.Count];

            var after = Compute(onHand, receipts, [.. wanted, (period.From.DayNumber - Jan(1).DayNumber + 1, period.Cumulative)]);

            Assert.Equal(Math.Min(0, periods[^1].Available), Math.Min(0, after[^1].Available));
        });
}
