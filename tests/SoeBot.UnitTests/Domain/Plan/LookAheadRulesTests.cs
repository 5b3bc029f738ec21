using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Plan;

public sealed class LookAheadRulesTests
{
    [Fact]
    public void Compute_RealFactoryOnMonday6January2014_CountsBothWeeks()
    {
        var monday = new DateOnly(2014, 1, 6);

        var look = LookAheadRules.Compute(AdventureWorks.AsOf(monday), Calendar, monday);

        Assert.Equal((672, 8_316m), (look.Weeks[0].Orders, look.Weeks[0].Pieces));
        Assert.Equal((791, 137_583m), (look.Weeks[1].Orders, look.Weeks[1].Pieces));
        Assert.Equal(279, look.PurchaseLinesDue);
        Assert.Equal(1_006, look.CustomerOrdersDue);
        Assert.Null(look.Unconfirmed);
        Assert.Contains("no confirmed dates in the purchase file, so unconfirmed lines cannot be counted", look.Missing);
    }

    [Fact]
    public void Compute_EmptyPlan_NamesEachMissingTable()
    {
        var look = LookAheadRules.Compute(new PlanSnapshot(), Calendar, Monday);

        Assert.Equal(5, look.Missing.Count);
        Assert.Equal((0, 0), (look.Weeks[0].Orders, look.CustomerOrdersDue));
        Assert.Null(look.Unconfirmed);
    }

    [Fact]
    public void Compute_HoursAndWorkCentres_GivesTheFullestFirst()
    {
        var look = LookAheadRules.Compute(new PlanSnapshot
        {
            Schedule =
            [
                Make("1", "pump", 10, 5, 6) with { WorkCentre = "A", Hours = 30 },
                Make("2", "pump", 10, 7, 8) with { WorkCentre = "A", Hours = 30 },
                Make("3", "valve", 5, 5, 9) with { WorkCentre = "B", Hours = 100 },
                Make("4", "valve", 5, 1, 2),
            ],
            WorkCentres =
            [
                new WorkCentre { Number = "A", Name = "Welding", HoursPerDay = 8 },
                new WorkCentre { Number = "B", Name = "Painting", HoursPerDay = 40 },
            ],
        }, Calendar, Monday);

        Assert.Equal(
            [("Welding", 60m, 40m, 1.5m), ("Painting", 100m, 200m, 0.5m)],
            look.Weeks[0].Load.Select(l => (l.Name, l.Planned, l.Available, l.Share!.Value)));
        Assert.Equal(1, look.ScheduleLinesPastDue);
        Assert.Empty(look.Weeks[1].Load);
    }

    [Fact]
    public void Compute_PurchaseLines_CountsOpenExpectedUnconfirmedAndLate()
    {
        var look = LookAheadRules.Compute(new PlanSnapshot
        {
            Purchases =
            [
                Buy("due", "casting", 5, 9) with { Confirmed = Jan(16) },
                Buy("unconfirmed", "casting", 5, 18),
                Buy("later", "casting", 5, 9) with { Confirmed = Jan(19) },
                Buy("late", "casting", 5, 2),
                Buy("received", "casting", 5, 9) with { Received = 5 },
                Buy("cancelled", "casting", 5, 9) with { Cancelled = true },
            ],
        }, Calendar, Monday);

        Assert.Equal((2, 1, 1), (look.PurchaseLinesDue, look.Unconfirmed, look.PurchaseLinesLate));
    }

    [Fact]
    public void Compute_OrderWithTwoLines_CountsOnceAndSaysWhatShippedAlready()
    {
        var look = LookAheadRules.Compute(new PlanSnapshot
        {
            Orders =
            [
                Order("SO1", "pump", 5, 6),
                Order("SO1", "valve", 5, 7) with { Line = "2" },
                Order("SO2", "pump", 5, 6) with { ShippedQuantity = 5 },
                Order("SO3", "pump", 5, 6) with { LastConfirmed = Jan(19) },
                Order("SO4", "pump", 5, 6) with { Cancelled = true },
            ],
        }, Calendar, Monday);

        Assert.Equal((2, 1), (look.CustomerOrdersDue, look.CustomerOrdersShipped));
    }

    [Theory, InlineData(1, 11), InlineData(2, 18), InlineData(6, 46), InlineData(12, 88)]
    public void Horizon_AsManyWeeksAsThePlantLooksAhead_EndsOnItsLastSunday(int weeks, int lastDay) =>
        Assert.Equal(Jan(lastDay), LookAheadRules.Horizon(Calendar with { HorizonWeeks = weeks }, Monday)[^1].End);

    [Fact]
    public void Horizon_OverAShutWeek_LeavesItOut()
    {
        var shut = Calendar with { HorizonWeeks = 3, Holidays = new PlantWeek(Jan(12)).Days.Each().ToHashSet() };

        Assert.Equal([Jan(5), Jan(19), Jan(26)], LookAheadRules.Horizon(shut, Monday).Select(week => week.Start));
    }

    [Fact]
    public void Compute_WorkCentreOfACalendarNobodyKnows_SaysSo() => Assert.Contains(
        "no calendar weekend in the settings, so work centre Press is taken to work on the plant's days",
        LookAheadRules.Compute(new PlanSnapshot { WorkCentres = [new WorkCentre { Number = "P", Name = "Press", HoursPerDay = 8, Calendar = "weekend" }] }, Calendar, Monday).Missing);

    [Fact]
    public void Compute_WorkCentreWithItsOwnDaysAndEfficiency_HasTheirHours()
    {
        var weekend = Calendar with { WorkingDays = new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday } };
        var look = LookAheadRules.Compute(
            new PlanSnapshot
            {
                Schedule = [Make("1", "pump", 10, 5, 9) with { WorkCentre = "P", Hours = 12 }],
                WorkCentres = [new WorkCentre { Number = "P", Name = "Press", HoursPerDay = 10, Efficiency = 0.75m, Calendar = "weekend" }],
            },
            Calendar with { Calendars = new Dictionary<string, PlantCalendar> { ["weekend"] = weekend } }, Monday);

        Assert.Equal(new CentreLoad("P", "Press", 12, 15), Assert.Single(look.Weeks[0].Load));
    }
}
