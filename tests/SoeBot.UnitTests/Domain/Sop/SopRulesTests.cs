using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Domain.Sop;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Sop;

public sealed class SopRulesTests
{
    private static readonly PlantWeek Sixth = new PlantWeek(Monday).Plus(6);
    private static readonly WorkCentre Welding = new() { Number = "W1", Name = "Welding", HoursPerDay = 8 };
    private static readonly Item Frame = new() { Number = "F", Name = "Frame", Family = "Frames", Made = true, WorkCentre = "W1", MinutesPerPiece = 6 };

    /// <summary>40 hours a week; 500 pieces of 6 minutes are 50.</summary>
    [Fact]
    public void CapacityGaps_AreDemandOverHoursSixToTwelveWeeksOut()
    {
        var plan = new PlanSnapshot
        {
            WorkCentres = [Welding], Items = [Frame],
            Forecast = [Week(6, 500), Week(7, 300), Week(12, 450), Week(13, 900), Week(5, 900)],
        };

        var gaps = CapacityGapRules.Find(plan, Calendar, Monday)!;

        Assert.Equal([(Sixth, 10m), (Sixth.Plus(6), 5m)], gaps.Select(gap => (gap.Week, gap.Missing)));
        Assert.Equal(("Welding", 50m, 40m), (gaps[0].Name, gaps[0].Needed, gaps[0].Available));
        Assert.Null(CapacityGapRules.Find(plan with { Forecast = [] }, Calendar, Monday));

        static ForecastLine Week(int ahead, decimal pieces) => new() { Item = "F", Week = new PlantWeek(Monday).Plus(ahead).Start, Quantity = pieces };
    }

    [Fact]
    public void CapacityGaps_TakeTheGreaterOfScheduleAndDemand()
    {
        var plan = new PlanSnapshot
        {
            WorkCentres = [Welding], Items = [Frame], Forecast = [new() { Item = "F", Week = Sixth.Start, Quantity = 410 }],
            Schedule = [Make("1", "F", 100, 0, 0) with { Due = Sixth.Start.AddDays(2), WorkCentre = "W1", Hours = 48 }],
        };
        Assert.Equal(48m, Assert.Single(CapacityGapRules.Find(plan, Calendar, Monday)!).Needed);
    }

    [Fact]
    public void OutsidePlan_AreThePiecesBeyondThePlanTakenAfterTheSignature()
    {
        var plan = new PlanSnapshot
        {
            Items = [Frame, new() { Number = "P", Name = "Pump", Family = "Pumps" }],
            SalesPlan = [new() { Family = "Frames", Month = new(2026, 1, 1), Quantity = 100 }],
            Orders =
            [
                Taken("SO1", "F", 90, orderedOn: 2), Taken("SO2", "F", 30, orderedOn: 9), Taken("SO3", "F", 5, orderedOn: 12), Taken("SO4", "P", 7, orderedOn: 12),
                Taken("SO5", "F", 50, orderedOn: 12) with { Cancelled = true }, Taken("SO6", "F", 50, orderedOn: 12) with { Requested = new(2026, 6, 1), FirstConfirmed = null },
            ],
        };

        var outside = OutsidePlanRules.Find(plan, signedOn: Jan(5))!;

        Assert.Equal([("SO4", 7m), ("SO3", 5m), ("SO2", 20m)], outside.Select(line => (line.Order, line.Pieces)));
        Assert.Equal("the plan has no Pumps in January", outside[0].Why);
        Assert.Equal("Frames in January are planned with 100 pieces and ordered with 125", outside[1].Why);
        Assert.Null(OutsidePlanRules.Find(plan with { SalesPlan = null }, Jan(5)));

        static OrderLine Taken(string order, string item, decimal quantity, int orderedOn) => Order(order, item, quantity, 20) with { Requested = Jan(25), FirstConfirmed = Jan(25), LastConfirmed = null, OrderedOn = Jan(orderedOn) };
    }

    [Fact]
    public void Overrides_ShowEachPartWithItsOwnerAndWhatNobodyExplains()
    {
        ForecastLine[] forecast =
        [
            new() { Item = "F", Week = Monday, Quantity = 130, Statistical = 100, SalesAdjustment = 20, MarketingAdjustment = 5, StatisticalBy = "system", SalesBy = "Sam", ConsensusBy = "Lea" },
            new() { Item = "F", Week = Monday.AddDays(7), Quantity = 100, Statistical = 100 },
            new() { Item = "P", Week = Monday, Quantity = 50, Statistical = 50 },
            new() { Item = "F", Week = Monday.AddDays(700), Quantity = 1, Statistical = 100 },
        ];

        var one = Assert.Single(ForecastOverrides.Of(forecast, new Dictionary<string, string> { ["F"] = "Frame" }, new DayRange(Monday, Monday.AddDays(90)))!);

        Assert.Equal(("Frame", 200m, 20m, 5m, 230m, 5m), (one.Name, one.Statistical, one.Sales, one.Marketing, one.Consensus, one.Unexplained));
        Assert.Equal(new OverrideOwners("system", "Sam", null, "Lea"), one.By);
        Assert.Null(ForecastOverrides.Of([new() { Item = "F", Week = Monday, Quantity = 1 }], new Dictionary<string, string>(), new DayRange(Monday, Monday)));
    }

    [Fact]
    public void Commitments_SayWhatWasPromisedToldAndBroken()
    {
        var said = AtRiskOrder.Of(new PlantId("b"), "SO1");
        said.Told(Jan(7), Jan(20), commitment: Jan(9), SoeBot.Domain.People.PersonKey.Of("t", "clara"), default);
        OrderLine[] lines =
        [
            Order("SO1", "F", 10, 0) with { FirstConfirmed = Jan(9), LastConfirmed = Jan(20) },
            Order("SO2", "F", 10, 0) with { FirstConfirmed = Jan(8), LastConfirmed = null, ShippedQuantity = 10, ShippedOn = Jan(9) },
            Order("SO3", "F", 10, 0) with { ShippedQuantity = 10, ShippedOn = Jan(-60) },
            Order("SO4", "F", 10, 0) with { Cancelled = true },
        ];

        var commitments = CustomerCommitment.Of(lines, new Dictionary<string, AtRiskOrder> { ["SO1"] = said }, today: Jan(12), days: 30);

        Assert.Equal([("SO1", true, null), ("SO2", true, Jan(9))], commitments.Select(one => (one.Order, one.IsBroken, one.ShippedOn)));
        Assert.Equal([new ToldDate(Jan(7), Jan(20), TooLate: false)], commitments[0].Told);
    }
}
