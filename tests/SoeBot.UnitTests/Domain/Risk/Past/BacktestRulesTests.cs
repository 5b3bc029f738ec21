using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Domain.Risk.Past;
using SoeBot.Domain.Fences;
using Xunit;

namespace SoeBot.UnitTests.Domain.Risk.Past;

public sealed class BacktestRulesTests
{
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    [Fact]
    public void Compute_OnARealFactory_BeatsTheEarliestDueDate()
    {
        var promises = PastPromises.From(new PlanSnapshot { Schedule = [.. AdventureWorks.Schedule(new(2015, 1, 1))] }, PromiseKind.ProductionOrders);
        var report = BacktestRules.Compute(promises, Calendar, new RiskSettings(), new(2012, 1, 9), new(2014, 3, 24))!;
        Assert.Equal((116, 3.2m, 5.2m), (report.Weeks, Math.Round(report.Base, 1), Math.Round(report.EarliestDue, 1)));
        Assert.True(report.Standard >= 6.0m, $"{report.Standard:0.00}");
        Assert.True(report.History >= 6.0m, $"{report.History:0.00}");
        Assert.Equal((58, 58), (report.Fitted!.LearnedWeeks, report.Fitted.JudgedWeeks));
    }

    [Fact]
    public void Compute_OneSupplierAlwaysLate_NamesIts()
    {
        var report = BacktestRules.Compute(Deliveries(late: "Slow Foundry"), Calendar, new RiskSettings())!;
        Assert.Equal((10m, 10m), (report.History, report.Standard));
        Assert.Equal(5m, report.Base);
    }

    [Fact]
    public void Compute_AnItemAndASupplierNeverSeenTogether_AddsUpWhatIsKnownOfBoth()
    {
        var mean = 0.2m;
        var both = LateRates.Together(mean, [1.5, 1.5]);
        Assert.True(both > LateRates.Together(mean, [1.5]) && both < 1);
        Assert.Equal(mean, LateRates.Together(mean, []), 6);
        Assert.Equal(mean, LateRates.Together(mean, [0.8, -0.8]), 6);
    }

    [Fact]
    public void Compute_WhatHappenedLater_ChangesNothingThatWasNamed()
    {
        var until = First.AddDays(300);
        var all = Deliveries(late: "Slow Foundry");
        var changed = all.Select(promise => promise.Promised >= until.AddDays(14) ? promise with { Done = promise.Promised.AddDays(promise.Supplier == "Slow Foundry" ? 0 : 9) } : promise).ToList();
        Assert.Equal(BacktestRules.Compute(all, Calendar, new RiskSettings(), until: until), BacktestRules.Compute(changed, Calendar, new RiskSettings(), until: until));
    }

    [Fact]
    public void Compute_InAnotherOrder_IsTheSame()
    {
        var all = Deliveries(late: "Slow Foundry").ToArray();
        var report = BacktestRules.Compute(all, Calendar, new RiskSettings());
        new Random(7).Shuffle(all);
        Assert.Equal(report, BacktestRules.Compute(all, Calendar, new RiskSettings()));
    }

    [Fact]
    public void Compute_FewPromises_TellsNothing() =>
        Assert.Null(BacktestRules.Compute([.. Deliveries(late: "Slow Foundry").Take(9)], Calendar, new RiskSettings()));

    [Fact]
    public void Telling_CustomerOrdersThatAreNeverLate_LooksAtProduction()
    {
        var lines = Enumerable.Range(0, 300).ToList();
        var plan = new PlanSnapshot
        {
            Orders = [.. lines.Select(at => new OrderLine { Order = $"SO{at}", Line = "1", Item = "a", Quantity = 1, Requested = First.AddDays(at), ShippedQuantity = 1, ShippedOn = First.AddDays(at) })],
            Schedule = [.. lines.Select(at => new ScheduleLine { Number = $"W{at}", Item = "a", Planned = 1, Start = First, Due = First.AddDays(at), FinishedOn = First.AddDays(at + (at % 2)) })],
        };
        Assert.Equal(PromiseKind.ProductionOrders, PastPromises.Telling(plan));
        Assert.Null(PastPromises.Telling(plan with { Schedule = null }));
    }

    /// <summary>Two years, twenty lines a week, half of them from a supplier that is always three days late.</summary>
    private static List<PastPromise> Deliveries(string late) =>
    [
        .. from week in Enumerable.Range(0, 104)
           from line in Enumerable.Range(0, 20)
           let supplier = line % 2 == 0 ? late : "Prompt Castings"
           let promised = First.AddDays((7 * week) + (line % 5))
           select new PastPromise($"{week}/{line}", $"item {line % 7}", null, supplier, promised.AddDays(-40), promised, promised.AddDays(supplier == late ? 3 : 0)),
    ];
}
