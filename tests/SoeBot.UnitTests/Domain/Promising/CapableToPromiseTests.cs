using CsCheck;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Promising;

/// <summary>
/// What nothing planned covers. Welding has 8 hours a day; a pump takes an hour to set up and two hours of it each, so ten are 21 hours:
/// started after the frozen week on Monday the 12th they are done on Wednesday the 14th.
/// </summary>
public sealed class CapableToPromiseTests
{
    private static readonly WorkCentre Welding = new() { Number = "A", Name = "Welding", HoursPerDay = 8 };
    private static readonly Item Pump = Made("pump") with { WorkCentre = "A", MinutesPerPiece = 120, SetupMinutes = 60 };

    private static PlanSnapshot Plan(params OrderLine[] orders) => new() { Orders = orders, Items = [Pump], WorkCentres = [Welding] };

    private static IReadOnlyList<ProjectedLine> Lines(PlanSnapshot plan) => PromiseRules.Compute(PeggingRules.Compute(plan, Calendar, Monday), Calendar);

    private static DateOnly? DayOf(PlanSnapshot plan, string order = "SO1") => Lines(plan).Single(line => line.Line.Order == order).Projected;

    private static PromiseOptions OptionsOf(PlanSnapshot plan)
    {
        var book = PeggingRules.Compute(plan, Calendar, Monday);
        return new PromiseTable(book, [book.DemandOfOrder(0)]).Of(book.DemandOfOrder(0));
    }

    private static ScheduleLine Other(decimal hours, int due) => Make("W1", "valve", 1, due, due) with { WorkCentre = "A", Hours = hours };

    [Fact]
    public void Compute_FreeWorkCentre_TakesItsHoursFromTheDayAfterTheFrozenWeek() => Assert.Equal(Jan(14), DayOf(Plan(Order("SO1", "pump", 10, 23))));

    [Fact]
    public void Compute_HalfAsEfficient_TakesTwiceAsLong() => // 12, 13, 14, 15, 16: 20 h; 19: the last
        Assert.Equal(Jan(19), DayOf(Plan(Order("SO1", "pump", 10, 23)) with { WorkCentres = [Welding with { Efficiency = 0.5m }] }));

    [Fact]
    public void Compute_LeadTimeLongerThanTheHours_TakesTheLeadTime() =>
        Assert.Equal(Jan(16), DayOf(Plan(Order("SO1", "pump", 10, 23)) with { Items = [Pump with { LeadTimeDays = 4 }] }));

    [Fact]
    public void Compute_ScheduledThenAndThere_GoesBehindWithoutMovingIt() => // 12 and 13 are taken
        Assert.Equal(Jan(16), DayOf(Plan(Order("SO1", "pump", 10, 23)) with { Schedule = [Other(16, 13)] }));

    [Fact]
    public void Compute_ScheduledForLater_GoesBefore() =>
        Assert.Equal(Jan(14), DayOf(Plan(Order("SO1", "pump", 10, 23)) with { Schedule = [Other(56, 23)] })); // which is done from the 15th on

    [Fact]
    public void Compute_OrdersOfTwoItems_TakeTheHoursByTheirDates()
    {
        var plan = Plan(Order("SO1", "pump", 10, 16), Order("SO2", "axle", 10, 14)) with { Items = [Pump, Pump with { Number = "axle", Name = "axle" }] };

        Assert.Equal((Jan(14), Jan(19)), (DayOf(plan, "SO2"), DayOf(plan, "SO1"))); // 3 hours of the 14th are left, 8 + 8 on the 15th and 16th, 2 on the 19th
        Assert.Equal(Jan(14), DayOf(plan with { Orders = [Order("SO1", "pump", 10, 16) with { Priority = 1 }, Order("SO2", "axle", 10, 14)] }, "SO1"));
    }

    [Fact]
    public void Compute_ComponentThatIsAlsoSold_GoesFirstIntoWhatIsNeededFirst()
    {
        var plan = new PlanSnapshot
        {
            Orders = [Order("SO1", "painted chair", 5, 16), Order("SO2", "chair", 5, 30), Order("SO3", "chair", 5, 15)],
            Items = [Made("painted chair", 1), Made("chair", 10)], Bill = [Part("painted chair", "chair")], Stock = [Stock("chair", 10)],
        };

        Assert.Equal((Monday, Jan(13)), (DayOf(plan, "SO3"), DayOf(plan, "SO1"))); // five in stock each, painted on the 12th
        Assert.Equal(Jan(26), DayOf(plan, "SO2")); // new ones, ten working days from the 12th
        Assert.Equal(Jan(26), DayOf(plan with { Stock = [Stock("chair", 9)] }, "SO2"));
    }

    [Fact]
    public void Compute_AttemptGivenUp_GivesItsHoursBack()
    {
        var plan = Plan(Order("SO1", "set", 1, 13), Order("SO2", "pump", 10, 14)) with { Items = [Pump, Made("set", 1), Bought("gauge")], Bill = [Part("set", "pump", 10), Part("set", "zz gauge")] };

        Assert.Null(DayOf(plan, "SO1"));
        Assert.Equal(Jan(14), DayOf(plan, "SO2"));
    }

    [Fact]
    public void Compute_OthersFillTheWorkCentre_IsCapacityAndSaysUntilWhen()
    {
        var line = Lines(Plan(Order("SO1", "pump", 10, 14)) with { Schedule = [Other(16, 13)] })[0];

        Assert.Equal((Jan(16), LateCause.Capacity), (line.Projected, line.Cause));
        Assert.Equal("Nothing more of pump is in stock or scheduled; it needs 21 h of Welding, which others fill: done Fri 16 Jan, with nothing before it Wed 14 Jan", line.Chain[1]);
    }

    [Fact]
    public void Compute_BillThatChanges_AsksForWhatHoldsWhenItStarts()
    {
        var plan = Plan(Order("SO1", "valve", 10, 30)) with
        {
            Items = [Made("valve", 1), Bought("old seal"), Bought("new seal", 10)],
            Bill = [Part("valve", "old seal") with { Until = Jan(12) }, Part("valve", "new seal") with { From = Jan(12) }],
        };

        Assert.Equal(Jan(16), DayOf(plan)); // the new seal on Thursday the 15th
        Assert.Equal(Jan(12), PeggingRules.Compute(
            plan with { Orders = [], Schedule = [Make("1", "valve", 10, 9, 12), Make("2", "valve", 10, 12, 12)], Stock = [Stock("old seal", 10), Stock("new seal", 10)] }, Calendar, Monday).Timing(1).Day);
    }

    [Fact]
    public void Compute_ProductionOrderBeforeTheBillChanges_NeedsTheOldPart()
    {
        var book = PeggingRules.Compute(new PlanSnapshot
        {
            Schedule = [Make("1", "valve", 10, 9, 9), Make("2", "valve", 10, 12, 12)],
            Bill = [Part("valve", "old seal") with { Until = Jan(12) }, Part("valve", "new seal", 2) with { From = Jan(12) }],
        }, Calendar, Monday);

        Assert.Equal([("old seal", 10m), ("new seal", 20m)], book.Demands.Where(one => one.Kind == DemandKind.Component).Select(one => (book.Items.Number(one.Item), one.Quantity)));
    }

    [Fact]
    public void Options_MadeInTheFrozenWeek_IsThePlantManagersChoice()
    {
        var options = OptionsOf(Plan(Order("SO1", "pump", 10, 8))); // today 8 hours, 6th 8, 7th 5

        Assert.Equal((null, Jan(7)), (options.Sooner, options.InsideFence));
    }

    [Fact]
    public void Options_BoughtFasterThanThePurchaseOrderComes_IsPromisedAnew()
    {
        var options = OptionsOf(new PlanSnapshot { Orders = [Order("SO1", "seal", 10, 9)], Items = [Bought("seal", 7)], Purchases = [Buy("P1", "seal", 10, 16), Buy("P2", "seal", 4, 20)] });

        Assert.Equal((Jan(12), null), (options.Sooner, options.InsideFence));
        Assert.Equal([new FreeFrom(Jan(20), 4)], options.Free);
    }

    [Fact]
    public void Options_AskedForOne_ChangeNothingForAnother()
    {
        var plan = Plan(Order("SO1", "pump", 10, 8), Order("SO2", "pump", 5, 15)) with { Schedule = [Make("W1", "pump", 10, 15, 16) with { ForOrder = "SO1/1" }] };

        Assert.Equal(Jan(14), OptionsOf(plan with { Orders = [plan.Orders![0]] }).Sooner);
        Assert.Equal(Jan(13), DayOf(plan, "SO2")); // 11 hours
    }

    [Fact]
    public void Compute_AnyPlan_PromisesNoMoreHoursThanThereAre() => GivenAny.Plan.Sample(plan =>
    {
        var book = PeggingRules.Compute(plan, Calendar, Monday);
        var makes = book.Supplies.Where(supply => supply.Kind == SupplyKind.Possible).Select(supply => book.Possible[supply.Row]).Where(make => make.Hours > 0 && make.Day != Supply.Never).ToList();
        foreach (var day in makes.Select(make => make.Day).Distinct())
            Assert.True(makes.Where(make => make.Day <= day).Sum(make => make.Hours) <= 8 * Enumerable.Range(Jan(12).DayNumber, day.DayNumber - Jan(12).DayNumber + 1).Count(at => Calendar.IsWorkingDay(DateOnly.FromDayNumber(at))));
    }, iter: 1_000);
}
