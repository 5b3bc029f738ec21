using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Pegging;

public sealed class PeggingRulesTests
{
    private static (decimal Quantity, SupplyKind Kind, DateOnly Day)[] Covering(PlanSnapshot plan, string order)
    {
        var book = PeggingRules.Compute(plan, Calendar, Monday);
        var row = plan.Orders!.Select(line => line.Order).ToList().IndexOf(order);
        return [.. book.Of(book.DemandOfOrder(row)).ToArray()
            .Select(peg => (peg.Quantity, book.Supplies[peg.Supply].Kind, book.Supplies[peg.Supply].Day))];
    }

    private static PlanSnapshot Plan(params OrderLine[] orders) => new() { Orders = orders };

    [Fact]
    public void Compute_StockThenReceipts_CoversInTheOrderOfDays() =>
        Assert.Equal(
            [(10, SupplyKind.Stock, Monday), (20, SupplyKind.Purchase, Jan(7)), (10, SupplyKind.Schedule, Jan(9))],
            Covering(Plan(Order("SO1", "pump", 40, 9)) with
            {
                Stock = [Stock("pump", 15, onHold: 5)],
                Purchases = [Buy("P1", "pump", 20, 7)],
                Schedule = [Make("1", "pump", 30, 6, 9)],
            }, "SO1"));

    [Fact]
    public void Compute_SamePriority_TheEarlierCommitmentGoesFirst()
    {
        var plan = Plan(Order("SO1", "pump", 10, 9), Order("SO2", "pump", 10, 7)) with { Stock = [Stock("pump", 10)], Purchases = [Buy("P1", "pump", 10, 14)] };

        Assert.Equal([(10, SupplyKind.Stock, Monday)], Covering(plan, "SO2"));
        Assert.Equal([(10, SupplyKind.Purchase, Jan(14))], Covering(plan, "SO1"));
    }

    [Fact]
    public void Compute_HigherPriorityInNeed_TakesThePieces()
    {
        var plan = Plan(Order("SO1", "pump", 10, 7), Order("SO2", "pump", 10, 9) with { Priority = 1 }) with { Stock = [Stock("pump", 10)] };

        Assert.Equal([(10, SupplyKind.Stock, Monday)], Covering(plan, "SO2"));
    }

    [Fact]
    public void Compute_HigherPriorityThatCanWait_LeavesTheStockToWhoCannot()
    {
        var plan = Plan(Order("SO1", "pump", 10, 7), Order("SO2", "pump", 10, 9) with { Priority = 1 }) with
        {
            Stock = [Stock("pump", 10)], Purchases = [Buy("P1", "pump", 10, 9)],
        };

        Assert.Equal([(10, SupplyKind.Stock, Monday)], Covering(plan, "SO1"));
        Assert.Equal([(10, SupplyKind.Purchase, Jan(9))], Covering(plan, "SO2"));
    }

    [Fact]
    public void Compute_HigherPriorityAfterTheTwoWeeks_TakesNothingFromANearerOrder()
    {
        var plan = Plan(Order("SO1", "pump", 10, 7), Order("SO2", "pump", 10, 30) with { Priority = 1 }) with { Stock = [Stock("pump", 10)] };

        Assert.Equal([(10, SupplyKind.Stock, Monday)], Covering(plan, "SO1"));
    }

    [Fact]
    public void Compute_HardLink_ServesItsOrderFirst()
    {
        var plan = Plan(Order("SO1", "pump", 10, 7), Order("SO2", "pump", 10, 9)) with
        {
            Schedule = [Make("1", "pump", 12, 5, 6) with { ForOrder = "SO2/1" }],
        };

        Assert.Equal([(10, SupplyKind.Schedule, Jan(6))], Covering(plan, "SO2"));
        Assert.Equal((2, SupplyKind.Schedule, Jan(6)), Covering(plan, "SO1")[0]);
    }

    [Fact]
    public void Compute_PastDueReceipt_ComesOnTheNextWorkingDayAtTheEarliest()
    {
        var plan = Plan(Order("SO1", "pump", 10, 9)) with { Purchases = [Buy("P1", "pump", 10, 2)] };

        Assert.Equal([(10, SupplyKind.Purchase, Jan(6))], Covering(plan, "SO1"));
    }

    [Fact]
    public void Compute_OneMissingCap_MakesTheProductionOrderLate()
    {
        var plan = new PlanSnapshot
        {
            Schedule = [Make("1", "body wash", 100, 6, 7)],
            Bill = [Part("body wash", "bottle"), Part("body wash", "cap")],
            Stock = [Stock("bottle", 100), Stock("cap", 99)],
            Purchases = [Buy("P1", "cap", 50, 8)],
        };

        var timing = PeggingRules.Compute(plan, Calendar, Monday).Timing(0);

        Assert.Equal((Jan(9), LineDelay.Components), (timing.Day, timing.Delay));
    }

    [Fact]
    public void Compute_MissingCapOfAnOrderThatStarted_HoldsNothingUp()
    {
        var plan = new PlanSnapshot
        {
            Schedule = [Make("1", "body wash", 100, 6, 7) with { StartedOn = Jan(5) }],
            Bill = [Part("body wash", "cap")],
        };

        Assert.Equal(LineDelay.None, PeggingRules.Compute(plan, Calendar, Monday).Timing(0).Delay);
    }

    [Fact]
    public void Compute_ShortPartOfAPart_DelaysEverythingAbove()
    {
        var plan = Plan(Order("SO1", "bike", 1, 9)) with
        {
            Schedule = [Make("frame", "frame", 1, 5, 6), Make("bike", "bike", 1, 7, 8)],
            Bill = [Part("bike", "frame"), Part("frame", "tube", 2)],
            Purchases = [Buy("P1", "tube", 2, 12)],
        };

        Assert.Equal([(1, SupplyKind.Schedule, Jan(14))], Covering(plan, "SO1")); // tube Mon 12, frame a day, bike a day
    }

    [Fact]
    public void Compute_QueueLongerThanTheDays_DelaysTheLastInTheQueue()
    {
        var plan = new PlanSnapshot
        {
            Schedule =
            [
                Make("1", "pump", 10, 5, 6) with { WorkCentre = "A", Hours = 16, Sequence = 2 },
                Make("2", "pump", 10, 5, 6) with { WorkCentre = "A", Hours = 16, Sequence = 1 },
            ],
            WorkCentres = [new WorkCentre { Number = "A", Name = "Welding", HoursPerDay = 8 }],
        };

        var book = PeggingRules.Compute(plan, Calendar, Monday);

        Assert.Equal((Jan(8), LineDelay.Capacity), (book.Timing(0).Day, book.Timing(0).Delay));
        Assert.Equal((Jan(6), LineDelay.None), (book.Timing(1).Day, book.Timing(1).Delay));
    }

    [Fact]
    public void Compute_NothingPlanned_IsMadeAfterTheFrozenWeekFromWhatNobodyNeeds()
    {
        var plan = Plan(Order("SO1", "pump", 10, 23)) with
        {
            Items = [Made("pump", leadTime: 3), Bought("seal")],
            Bill = [Part("pump", "seal")],
            Stock = [Stock("seal", 4)],
            Purchases = [Buy("P1", "seal", 6, 13)],
        };

        Assert.Equal([(10, SupplyKind.Possible, Jan(16))], Covering(plan, "SO1")); // seals Tue 13, three working days
    }

    [Fact]
    public void Compute_ComponentThatNeverComes_LeavesTheOthersToWhoCanUseThem()
    {
        var plan = Plan(Order("SO1", "pump", 1, 14), Order("SO2", "valve", 1, 15)) with
        {
            Items = [Made("pump", 1), Made("valve", 1), Bought("seal"), Bought("casting")],
            Bill = [Part("pump", "casting"), Part("pump", "seal"), Part("valve", "seal")],
            Stock = [Stock("seal", 1)],
        };

        Assert.Equal([(1, SupplyKind.Possible, Supply.Never)], Covering(plan, "SO1"));
        Assert.Equal([(1, SupplyKind.Possible, Jan(13))], Covering(plan, "SO2"));
    }

    [Fact]
    public void Compute_AttemptGivenUp_LeavesNothingBehindThatOthersRelyOn()
    {
        var plan = Plan(Order("SO1", "pump", 1, 14), Order("SO2", "valve", 1, 15)) with
        {
            Items = [Made("pump", 1), Made("valve", 1), Made("body", 1), Bought("axle", 30), Bought("casting")],
            Bill = [Part("pump", "axle"), Part("pump", "body"), Part("pump", "casting"), Part("valve", "body"), Part("body", "axle")],
            Stock = [Stock("axle", 1)],
        };

        Assert.Equal([(1, SupplyKind.Possible, Jan(14))], Covering(plan, "SO2")); // body Tue 13 from the axle in stock, valve a day later
    }

    [Fact]
    public void Compute_SecondOrderForNothingPlanned_WaitsForNewParts()
    {
        var plan = Plan(Order("SO1", "pump", 1, 14), Order("SO2", "pump", 1, 15)) with
        {
            Items = [Made("pump", 1), Bought("axle", 14)], Bill = [Part("pump", "axle")], Stock = [Stock("axle", 1)],
        };

        Assert.Equal([(1, SupplyKind.Possible, Jan(13))], Covering(plan, "SO1"));
        Assert.Equal([(1, SupplyKind.Possible, Jan(20))], Covering(plan, "SO2")); // axle Mon 19
    }

    [Fact]
    public void Compute_QueueWithAnOrderHalfDone_CountsTheHoursLeft()
    {
        var plan = new PlanSnapshot
        {
            Schedule = [Make("1", "pump", 10, 5, 6) with { WorkCentre = "A", Hours = 32, Good = 5 }],
            WorkCentres = [new WorkCentre { Number = "A", Name = "Welding", HoursPerDay = 8 }],
        };

        Assert.Equal((Jan(6), 16m), PeggingRules.Compute(plan, Calendar, Monday).Timing(0) is var timing ? (timing.Day, timing.QueueHours) : default);
    }

    [Fact]
    public void Compute_BillInACircle_StillAnswers()
    {
        var plan = Plan(Order("SO1", "pump", 1, 14)) with
        {
            Items = [Made("pump", 1), Made("seal", 1)], Bill = [Part("pump", "seal"), Part("seal", "pump")],
        };

        Assert.Single(Covering(plan, "SO1"));
    }
}
