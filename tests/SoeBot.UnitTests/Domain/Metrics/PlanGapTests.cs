using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class PlanGapTests
{
    private static readonly DateOnly January = Jan(1);
    private static readonly Item[] Items = [Made("pump") with { Family = "Pumps" }, Made("big pump") with { Family = "Pumps" }, Made("valve") with { Family = "Valves" }];
    private static readonly SalesPlanLine[] Plan =
    [
        new() { Family = "Pumps", Month = January, Quantity = 100 }, new() { Family = "Valves", Month = January, Quantity = 100 }, new() { Family = "Valves", Month = January.AddMonths(1), Quantity = 500 },
    ];

    private static OrderLine Shipped(string item, decimal quantity, int day) => Order($"SO{day}{item}", item, quantity, 9) with { ShippedQuantity = quantity, ShippedOn = Jan(day) };

    // Pumps 80 + 30 = 110 against 100: gap 10 %. Valves 88 against 100: gap 12 %. Together 198 against 200: 1 %, which hides both;
    // each apart: (10 + 12) / 200 = 11 %. What was shipped in February does not count.
    [Fact]
    public void Gap_FamiliesThatCancelEachOther_AreShownApart()
    {
        var figure = SalesPlanRules.Gap(Plan, [Shipped("pump", 80, 5), Shipped("big pump", 30, 30), Shipped("valve", 88, 9), Shipped("valve", 50, 32)], Items, January, new());

        Assert.Equal((0.01m, 198m, 200m), (figure.Value, figure.Numerator, figure.Denominator));
        Assert.Equal([("each family apart, together", 0.11m, null), ("Valves", 0.12m, "under"), ("Pumps", 0.1m, "over")], figure.Parts.Select(part => (part.Name, part.Value!.Value, part.Words)));
    }

    [Fact]
    public void Gap_MonthWithoutAPlan_SaysNoPlan() => Assert.Equal("no plan", SalesPlanRules.Gap(Plan, [], Items, January.AddMonths(5), new()).Absent);

    private static WeekNumbersInput Week(ScheduleLine[] baseline, ScheduleLine[] current) => new() { Week = new PlantWeek(Jan(5)), BaselineVersion = 7, Baseline = baseline, Current = current };

    // 100 pumps planned, 120 made; 100 valves planned, 70 made; together 190 of 200 look like 5 % missing.
    // Per order (20 + 30) / 200 = 25 %.
    [Fact]
    public void PlanPerOrder_OverAndUnder_DoNotCancel()
    {
        ScheduleLine pump = Make("1", "pump", 100, 5, 6), valve = Make("2", "valve", 100, 5, 7), right = Make("3", "seal", 50, 5, 6);

        var figure = PlanPerOrderRules.Gap(Week([pump, valve, right],
            [pump with { Good = 120, FinishedOn = Jan(6) }, valve with { Good = 70 }, right with { Good = 50, FinishedOn = Jan(6) }]));

        Assert.Equal((0.2m, 50m, 250m), (figure.Value, figure.Numerator, figure.Denominator));
        Assert.Equal(["2, valve: due Wed 7 Jan, still open", "1, pump: due Tue 6 Jan, finished Tue 6 Jan"], figure.Parts.Select(part => $"{part.Name}: {part.Words}"));
        Assert.Contains("version 7", figure.Sources);
        Assert.Equal("no plan", PlanPerOrderRules.Gap(Week([], [])).Absent);
    }

    // Own: 40 of 50. Contract plant Ostrava: 30 of 100 (the 20 too many of its other order do not help).
    [Fact]
    public void OwnAndContract_EachHasItsOwnAttainment()
    {
        ScheduleLine own = Make("1", "pump", 50, 5, 6) with { WorkCentre = "A" }, far = Make("2", "valve", 80, 5, 6) with { WorkCentre = "B" }, other = Make("3", "seal", 20, 5, 6) with { WorkCentre = "B" };
        WorkCentre[] centres = [new() { Number = "A", Name = "A", HoursPerDay = 8 }, new() { Number = "B", Name = "B", HoursPerDay = 8, ContractPlant = "Ostrava" }];
        var week = Week([own, far, other], [own with { Good = 40 }, far with { Good = 10 }, other with { Good = 40, FinishedOn = Jan(6) }]);

        Assert.Equal([("Ostrava", 30m, 100m), ("own plant", 40m, 50m)], PlanPerOrderRules.OwnAndContract(week, centres).Parts.Select(part => (part.Name, part.Numerator!.Value, part.Denominator!.Value)));
        Assert.Equal("no contract plants in the plan data", PlanPerOrderRules.OwnAndContract(week, [centres[0]]).Absent);
    }
}
