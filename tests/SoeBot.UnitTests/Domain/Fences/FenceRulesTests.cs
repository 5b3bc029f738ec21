using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Fences;

public sealed class FenceRulesTests
{
    private static readonly PlantWeek Published = new(Jan(5));

    [Theory]
    [InlineData(-20, Fence.Frozen)]
    [InlineData(4, Fence.Frozen)]
    [InlineData(11, Fence.Frozen)]
    [InlineData(12, Fence.Firm)]
    [InlineData(18, Fence.Firm)]
    [InlineData(19, Fence.Flexible)]
    public void Of_ADayOfJanuary_IsGuardedByItsWeek(int day, Fence fence) =>
        Assert.Equal(fence, FenceRules.Of(Jan(day), Published, Calendar));

    [Fact]
    public void Of_WeekShutForHolidays_FreezesTheNextWorkingWeek()
    {
        var shut = Calendar with { Holidays = new PlantWeek(Jan(5)).Days.Each().Concat(new PlantWeek(Jan(12)).Days.Each()).ToHashSet() };

        Assert.Equal(new PlantWeek(Jan(19)), FenceRules.FrozenWeek(Jan(7), shut));
        Assert.Equal(Fence.Frozen, FenceRules.Of(Jan(25), Published, shut));
        Assert.Equal(Fence.Firm, FenceRules.Of(Jan(26), Published, shut));
        Assert.Equal(Fence.Flexible, FenceRules.Of(new DateOnly(2026, 2, 2), Published, shut));
    }

    [Fact]
    public void Of_WeekStartingOnSunday_EndsTheFreezeOnSaturday()
    {
        var sunday = Calendar with { WeekStart = DayOfWeek.Sunday };
        var week = FenceRules.FrozenWeek(Jan(7), sunday);

        Assert.Equal(Fence.Frozen, FenceRules.Of(Jan(10), week, sunday));
        Assert.Equal(Fence.Firm, FenceRules.Of(Jan(11), week, sunday));
    }

    [Fact]
    public void OfChange_FromWeekThreeIntoWeekOne_IsFrozen() =>
        Assert.Equal(Fence.Frozen, FenceRules.OfChange(Jan(20), Jan(9), Published, Calendar));

    [Fact]
    public void OfChange_AdditionInWeekThree_IsFlexible() =>
        Assert.Equal(Fence.Flexible, FenceRules.OfChange(null, Jan(20), Published, Calendar));

    [Fact]
    public void OfChange_AnyTwoDays_IsNeverLooserThanEitherAndTheSameBothWays() =>
        Gen.Select(Gen.Int[-30, 60], Gen.Int[-30, 60]).Sample((from, to) =>
        {
            var change = FenceRules.OfChange(Jan(from), Jan(to), Published, Calendar);
            var (one, other) = (FenceRules.Of(Jan(from), Published, Calendar), FenceRules.Of(Jan(to), Published, Calendar));
            Assert.True(change >= one && change >= other && (change == one || change == other));
            Assert.Equal(change, FenceRules.OfChange(Jan(to), Jan(from), Published, Calendar));
        });

    private static Fence? OfChange(ScheduleLine? before, ScheduleLine? after) => FenceRules.OfChange(before, after, Published, Calendar);

    [Fact]
    public void OfChange_ABreakdown_IsAFactAndItsRecoveryPlanIsAChange()
    {
        var line = Make("1", "pump", 40, 7, 8);
        var stopped = line with { StartedOn = Jan(7), Good = 12, Scrapped = 3, ReportedHours = 5 };

        Assert.Null(OfChange(line, stopped)); // the press stood still
        Assert.Equal(Fence.Frozen, OfChange(line, stopped with { Due = Jan(20) })); // the rest is to be made in week 3
        Assert.Equal(Fence.Frozen, OfChange(line, stopped with { Planned = 12 }));
        Assert.Equal(Fence.Frozen, OfChange(line, stopped with { WorkCentre = "B" }));
    }

    [Fact]
    public void OfChange_SplitIntoTwoWeeks_IsGuardedByTheStricter()
    {
        var line = Make("1", "pump", 40, 14, 15);

        Assert.Equal(Fence.Firm, OfChange(line, line with { Planned = 20 }));
        Assert.Equal(Fence.Flexible, OfChange(null, line with { Number = "1b", Planned = 20, Due = Jan(22) }));
    }

    [Fact]
    public void OfChange_DoneAndGone_IsNone()
    {
        var line = Make("1", "pump", 40, 7, 8);

        Assert.Null(OfChange(line with { FinishedOn = Jan(8) }, null));
        Assert.Equal(Fence.Frozen, OfChange(line, null));
    }

    [Fact]
    public void FrozenWeek_SundayToThursdayOnAFriday_IsStillTheWeekThatBeganOnSunday()
    {
        var plant = Calendar with { WeekStart = DayOfWeek.Sunday, WorkingDays = new HashSet<DayOfWeek> { DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday } };

        Assert.Equal(new PlantWeek(Jan(4)), FenceRules.FrozenWeek(Jan(9), plant));
        Assert.Equal(Jan(17), FenceRules.FirmWeek(new PlantWeek(Jan(4)), plant).End);
    }

    [Fact]
    public void FrozenWeek_RotationWithAWeekOff_IsTheNextOneWithAShift()
    {
        var plant = Calendar with { Rotation = new Rotation(Jan(19), 7, 14) };

        Assert.Equal(new PlantWeek(Jan(19)), FenceRules.FrozenWeek(Jan(7), plant));
        Assert.Equal(new PlantWeek(Jan(40)), FenceRules.FirmWeek(new PlantWeek(Jan(19)), plant));
    }
}
