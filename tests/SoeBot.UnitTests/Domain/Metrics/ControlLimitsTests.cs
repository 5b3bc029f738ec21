using CsCheck;
using SoeBot.Domain.Metrics;
using Xunit;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class ControlLimitsTests
{
    // 90, 94, 90, 94 ... twelve times: mean 92, every moving range 4, 2.66 x 4 = 10.64: from 81.36 to 102.64.
    [Fact]
    public void Of_TwelveWeeks_MeanAndTwoPointSixSixTimesTheMovingRange()
    {
        var limits = ControlLimits.Of([.. Enumerable.Range(0, 12).Select(week => week % 2 == 0 ? 90m : 94m)])!;

        Assert.Equal((92m, 81.36m, 102.64m, 12), (limits.Mean, limits.Lower, limits.Upper, limits.Weeks));
        Assert.False(limits.Contains(81));
        Assert.True(limits.Contains(81.36m));
    }

    [Fact]
    public void Of_ElevenWeeks_IsNone() => Assert.Null(ControlLimits.Of([.. Enumerable.Repeat(90m, 11)]));

    [Fact]
    public void Of_AnyWeeks_LimitsLieAroundTheMeanAndMoveWithIt() => Gen.Int[0, 1000].Array[12, 40].Sample(values =>
    {
        var limits = ControlLimits.Of([.. values.Select(value => (decimal)value)])!;
        var moved = ControlLimits.Of([.. values.Select(value => value + 7m)])!;

        Assert.True(limits.Lower <= limits.Mean && limits.Mean <= limits.Upper);
        Assert.Equal(Math.Round(limits.Upper - limits.Mean, 9), Math.Round(moved.Upper - moved.Mean, 9));
    });
}
