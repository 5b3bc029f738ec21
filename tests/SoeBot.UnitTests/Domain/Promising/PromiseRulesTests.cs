using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Promising;

public sealed class PromiseRulesTests
{
    private static ProjectedLine Project(PlanSnapshot plan, PlanSnapshot? before = null) => PromiseRules.Compute(
        PeggingRules.Compute(plan, Calendar, Monday), Calendar, PlanDifference.OfOrders(before?.Orders, plan.Orders))[0];

    private static PlanSnapshot Plan(OrderLine order) => new() { Orders = [order] };

    [Fact]
    public void Compute_PartInStockRestBought_SaysWhatCoversAndWhatComes()
    {
        var line = Project(Plan(Order("SO1", "frame", 40, 9)) with { Stock = [Stock("frame", 16)], Purchases = [Buy("P7", "frame", 24, 12) with { Confirmed = Jan(12) }] });

        Assert.Equal((Jan(12), 0.4m, LateCause.AwaitingSupply, 3), (line.Projected, line.Covered, line.Cause, line.DaysLate));
        Assert.Equal(
        [
            "frame covers 40 % of 40 by Fri 9 Jan; the rest comes Mon 12 Jan",
            "frame comes with purchase order P7 from Foundry on Mon 12 Jan (confirmed)",
        ], line.Chain);
    }

    [Fact]
    public void Compute_CoveredByStock_IsOnTimeWithoutCause()
    {
        var line = Project(Plan(Order("SO1", "frame", 40, 9)) with { Stock = [Stock("frame", 40)] });

        Assert.Equal((Monday, 1m, LateCause.None, false), (line.Projected, line.Covered, line.Cause, line.IsLate));
        Assert.Equal(["frame: all 40 are covered by Fri 9 Jan", "frame is in stock"], line.Chain);
    }

    [Fact]
    public void Compute_ReceiptOnTheVeryDay_IsOnTimeWithoutCause()
    {
        var line = Project(Plan(Order("SO1", "frame", 40, 9)) with { Purchases = [Buy("P1", "frame", 40, 9)] });

        Assert.Equal((Jan(9), 1m, LateCause.None, 0), (line.Projected, line.Covered, line.Cause, line.DaysLate));
        Assert.Equal("frame comes with purchase order P1 from Foundry on Fri 9 Jan (not confirmed)", line.Chain[1]);
    }

    [Fact]
    public void Compute_PastDueButInStock_IsLateAndSaysItIsThere()
    {
        var line = Project(Plan(Order("SO1", "frame", 40, 2)) with { Stock = [Stock("frame", 40)] });

        Assert.True(line.IsLate);
        Assert.Equal(["frame: all 40 are covered by today (it was due Fri 2 Jan)"], line.Chain);
    }

    [Fact]
    public void Compute_MissingCapBelow_NamesTheCapAndItsDay()
    {
        var line = Project(Plan(Order("SO1", "body wash", 100, 8)) with
        {
            Schedule = [Make("W1", "body wash", 100, 6, 7)], Bill = [Part("body wash", "cap")],
            Stock = [Stock("cap", 40)], Purchases = [Buy("P7", "cap", 60, 12)],
        });

        Assert.Equal(LateCause.AwaitingSupply, line.Cause);
        Assert.Equal(
        [
            "body wash covers 0 % of 100 by Thu 8 Jan; the rest comes Tue 13 Jan",
            "Production order W1 for body wash is to start Tue 6 Jan, but cap covers 40 % of need by Tue 6 Jan; the rest comes Mon 12 Jan",
            "cap comes with purchase order P7 from Foundry on Mon 12 Jan (not confirmed)",
        ], line.Chain);
    }

    [Fact]
    public void Compute_QueueTooLong_IsCapacityWithBothHours()
    {
        var line = Project(Plan(Order("SO1", "pump", 10, 6)) with
        {
            Schedule = [Make("W1", "pump", 10, 5, 6) with { WorkCentre = "A", Hours = 24 }],
            WorkCentres = [new WorkCentre { Number = "A", Name = "Welding", HoursPerDay = 8 }],
        });

        Assert.Equal((Jan(7), LateCause.Capacity), (line.Projected, line.Cause));
        Assert.Contains("Welding has 24 h queued up to it and 16 h available by Tue 6 Jan", line.Chain[1]);
    }

    [Fact]
    public void Compute_ScheduledLaterThoughTheWorkCentreIsFullUntilThen_IsCapacity()
    {
        var line = Project(Plan(Order("SO1", "pump", 10, 6)) with
        {
            Schedule =
            [
                Make("W1", "pump", 10, 7, 8) with { WorkCentre = "A", Hours = 8 },
                Make("W2", "valve", 10, 5, 6) with { WorkCentre = "A", Hours = 16 },
            ],
            WorkCentres = [new WorkCentre { Number = "A", Name = "Welding", HoursPerDay = 8 }],
        });

        Assert.Equal(LateCause.Capacity, line.Cause);
        Assert.Contains("by Tue 6 Jan Welding would need 24 h and has 16 h", line.Chain[1]);
    }

    [Fact]
    public void Compute_NothingPlannedAndLeadTimeTooLong_IsLeadTime()
    {
        var line = Project(Plan(Order("SO1", "seal", 10, 9)) with { Items = [Bought("seal", leadTime: 10)] });

        Assert.Equal((Jan(15), 0m, LateCause.LeadTime), (line.Projected, line.Covered, line.Cause));
        Assert.Equal("Nothing more of seal is in stock or on order; bought today it is here Thu 15 Jan", line.Chain[1]);
    }

    [Fact]
    public void Compute_NothingPlannedAndNoLeadTimeKnown_HasNoDay()
    {
        var line = Project(Plan(Order("SO1", "seal", 10, 9)));

        Assert.Equal((null, LateCause.AwaitingSupply, true), (line.Projected, line.Cause, line.IsLate));
    }

    [Fact]
    public void Compute_OnlyTheFrozenWeekStandsBetween_IsFence()
    {
        var line = Project(Plan(Order("SO1", "pump", 10, 9)) with { Items = [Made("pump", leadTime: 2)] });

        Assert.Equal((Jan(14), LateCause.Fence), (line.Projected, line.Cause));
        Assert.EndsWith("inside the frozen week Wed 7 Jan", line.Chain[1]);
    }

    [Fact]
    public void Compute_ScheduledAfterADayInTheFrozenWeek_IsFence() =>
        Assert.Equal(LateCause.Fence, Project(Plan(Order("SO1", "pump", 10, 8)) with { Schedule = [Make("W1", "pump", 10, 12, 13)] }).Cause);

    [Fact]
    public void Compute_StockOnHoldWouldCover_IsQuality()
    {
        var line = Project(Plan(Order("SO1", "pump", 10, 9)) with { Stock = [Stock("pump", 12, onHold: 10)], Purchases = [Buy("P1", "pump", 10, 14)] });

        Assert.Equal((0.2m, LateCause.Quality), (line.Covered, line.Cause));
        Assert.Equal("10 of pump are on quality hold and would cover the 8 that are missing", line.Chain[1]);
    }

    [Fact]
    public void Compute_StockOnHoldWouldNotBeEnough_IsNotQuality() =>
        Assert.Equal(LateCause.AwaitingSupply, Project(
            Plan(Order("SO1", "pump", 10, 9)) with { Stock = [Stock("pump", 9, onHold: 9)], Purchases = [Buy("P1", "pump", 10, 14)] }).Cause);

    [Fact]
    public void Compute_ComponentOnHoldWouldCover_IsQuality() =>
        Assert.Equal(LateCause.Quality, Project(Plan(Order("SO1", "pump", 10, 9)) with
        {
            Schedule = [Make("W1", "pump", 10, 6, 8)], Bill = [Part("pump", "seal")],
            Stock = [Stock("seal", 10, onHold: 10)], Purchases = [Buy("P1", "seal", 10, 14)],
        }).Cause);

    [Fact]
    public void Compute_CustomerPulledTheDateIn_IsCustomerChange()
    {
        var plan = Plan(Order("SO1", "pump", 10, 9)) with { Purchases = [Buy("P1", "pump", 10, 14)] };

        var line = Project(plan, before: Plan(Order("SO1", "pump", 10, 16)));

        Assert.Equal(LateCause.CustomerChange, line.Cause);
        Assert.Equal("The customer changed requested date from Fri 16 Jan to Fri 9 Jan; before that it would have been in time", line.Chain[1]);
        Assert.Equal(LateCause.AwaitingSupply, Project(plan, before: Plan(Order("SO1", "pump", 10, 12))).Cause); // late before, too
    }

    [Fact]
    public void Compute_CustomerRaisedTheQuantity_IsCustomerChange() =>
        Assert.Equal(LateCause.CustomerChange, Project(
            Plan(Order("SO1", "pump", 15, 9)) with { Stock = [Stock("pump", 10)], Purchases = [Buy("P1", "pump", 10, 14)] },
            before: Plan(Order("SO1", "pump", 10, 9))).Cause);

    [Fact]
    public void Compute_CommittedAfterTheHorizon_IsExplainedOnlyWhenAsked()
    {
        var book = PeggingRules.Compute(Plan(Order("SO1", "pump", 15, 30)), Calendar, Monday);

        Assert.Empty(PromiseRules.Compute(book, Calendar)[0].Chain);
        Assert.NotEmpty(PromiseRules.Explain(book, Calendar, 0)!.Chain);
    }
}
