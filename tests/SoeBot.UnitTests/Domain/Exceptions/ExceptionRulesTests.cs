using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Exceptions;

public sealed class ExceptionRulesTests
{
    private static ExceptionInput Input(PlanSnapshot plan) => new() { Plan = plan, Calendar = Calendar, Today = Jan(7) };

    private static PlanException Only(ExceptionInput input) => Assert.Single(ExceptionRules.Compute(input));

    private static ShopEvent Down(int day, int? ended = null) => new()
    {
        Number = $"E{day}", Kind = ShopEventKind.Downtime, Object = "A", Cause = "motor", Day = Jan(day), Actual = 4, Unit = "h",
        EndedOn = ended is { } last ? Jan(last) : null,
    };

    [Fact]
    public void Compute_TwoLateLinesOfOneSupplierAndItem_IsOneException()
    {
        var late = Only(Input(new PlanSnapshot
        {
            Purchases = [Buy("P1", "casting", 10, 5) with { Received = 4 }, Buy("P2", "casting", 10, 2), Buy("P3", "casting", 10, 7)],
        }));

        Assert.Equal((ExceptionCategory.LateSupply, "Foundry / casting", Jan(2)), (late.Category, late.Object, late.Since));
        Assert.Equal("Foundry: 16 of casting late on 2 lines, the oldest expected Fri 2 Jan (order P2)", late.Words);
        Assert.Equal((20m, 4m, -16m), (late.Planned, late.Actual, late.Difference));
    }

    [Fact]
    public void Compute_StockOnHold_IsAQualityHoldOverAllPlaces()
    {
        var hold = Only(Input(new PlanSnapshot { Stock = [Stock("pump", 20, 5), Stock("pump", 10, 2) with { Location = "Dock" }, Stock("seal", 5)] }));

        Assert.Equal((ExceptionCategory.QualityHold, "pump: 7 of 30 in stock are on hold"), (hold.Category, hold.Words));
    }

    [Theory]
    [InlineData(6, 6, true)] // yesterday
    [InlineData(5, 5, false)] // on yesterday's report
    [InlineData(7, 7, false)] // on tomorrow's
    [InlineData(2, null, true)] // since Friday and not over
    [InlineData(7, null, true)] // just begun
    public void Compute_Downtime_IsReportedTheNextDayAndWhileItLasts(int day, int? ended, bool reported)
    {
        var other = Down(1, 1) with { Number = "long over", Cause = "belt" };

        Assert.Equal(reported ? 1 : 0, ExceptionRules.Compute(Input(new PlanSnapshot { Events = [Down(day, ended), other] })).Count);
    }

    [Fact]
    public void Compute_DowntimeTwiceOnAMachineWithAName_AddsTheHours()
    {
        var down = Only(Input(new PlanSnapshot
        {
            Events = [Down(6, 6), Down(6, 6) with { Number = "again" }],
            WorkCentres = [new WorkCentre { Number = "A", Name = "Welding", HoursPerDay = 8 }],
        }));

        Assert.Equal("Welding down, motor: 8 h, 2 times since Tue 6 Jan", down.Words);
        Assert.Equal((ExceptionCategory.Downtime, 8m, "h"), (down.Category, down.Actual, down.Unit));
    }

    [Fact]
    public void Compute_NothingWrong_IsEmpty() =>
        Assert.Empty(ExceptionRules.Compute(Input(new PlanSnapshot { Purchases = [Buy("P1", "casting", 10, 7)], Orders = [], Events = [] })));

    [Theory]
    [InlineData(6, 2, 3)] // yesterday's report: the chain goes on
    [InlineData(7, 2, 2)] // today's report made again
    [InlineData(5, 2, 1)] // a report day was missed
    public void Compute_OnThePreviousReport_CountsReportDays(int previousDay, int before, int now)
    {
        var plan = new PlanSnapshot { Purchases = [Buy("P1", "casting", 10, 2)] };
        var previous = Only(Input(plan)) with { ReportDays = before };

        var exception = Only(Input(plan) with { Previous = [previous], PreviousDay = Jan(previousDay) });

        Assert.Equal((now, now >= 3), (exception.ReportDays, exception.IsProcessProblem));
    }

    [Fact]
    public void Compute_MondayAfterFriday_TheWeekendDoesNotBreakTheChain()
    {
        var plan = new PlanSnapshot { Purchases = [Buy("P1", "casting", 10, 2)] };
        var friday = Only(Input(plan) with { Today = Jan(9) }) with { ReportDays = 2, Since = Jan(1) };

        var monday = Only(Input(plan) with { Today = Jan(12), Previous = [friday], PreviousDay = Jan(9) });

        Assert.Equal((3, Jan(1)), (monday.ReportDays, monday.Since));
    }
}
