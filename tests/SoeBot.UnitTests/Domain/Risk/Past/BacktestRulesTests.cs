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
        var report = Compute(promises, new(2012, 1, 9), new(2014, 3, 24))!;
        var hits = report.Hits;
        Assert.Equal((116, 3.2m, 5.2m), (report.Weeks, Math.Round(hits.Base, 1), Math.Round(hits.EarliestDue, 1)));
        Assert.True(hits.Standard >= 6.0m, $"{hits.Standard:0.00}");
        Assert.True(hits.History >= 6.0m, $"{hits.History:0.00}");
        Assert.Equal((58, 58), (report.Fitted!.LearnedWeeks, report.Fitted.JudgedWeeks));
    }

    [Fact]
    public void Compute_OneSupplierAlwaysLate_NamesIts()
    {
        var hits = Compute(Deliveries(late: "Slow Foundry"))!.Hits;
        Assert.Equal((10m, 10m), (hits.History, hits.Standard));
        Assert.Equal(5m, hits.Base);
    }

    [Fact]
    public void Compute_WhatHappenedLater_ChangesNothingThatWasNamed()
    {
        var until = First.AddDays(300);
        var all = Deliveries(late: "Slow Foundry");
        var changed = all.Select(promise => promise.Promised >= until.AddDays(14) ? promise with { Done = promise.Promised.AddDays(promise.Traits.Supplier == "Slow Foundry" ? 0 : 9) } : promise).ToList();
        AssertSame(Compute(all, until: until), Compute(changed, until: until));
    }

    [Fact]
    public void Compute_InAnotherOrder_IsTheSame()
    {
        var all = Deliveries(late: "Slow Foundry").ToArray();
        var report = Compute(all);
        new Random(7).Shuffle(all);
        AssertSame(report, Compute(all));
    }

    [Fact]
    public void Compute_FewPromises_TellsNothing() =>
        Assert.Null(Compute([.. Deliveries(late: "Slow Foundry").Take(9)]));

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

    private static BacktestReport? Compute(IReadOnlyList<PastPromise> promises, DateOnly? from = null, DateOnly? until = null) =>
        BacktestRules.Compute(new PastInput { Promises = promises, Calendar = Calendar, From = from, Until = until });

    private static void AssertSame(BacktestReport? one, BacktestReport? other)
    {
        Assert.Equal((one!.First, one.Last, one.Weeks, one.Candidates, one.Hits), (other!.First, other.Last, other.Weeks, other.Candidates, other.Hits));
        Assert.Equal(one.Fitted?.Weights, other.Fitted?.Weights);
    }

    /// <summary>Two years, twenty lines a week, half of them from a supplier that is always three days late.</summary>
    private static List<PastPromise> Deliveries(string late) =>
    [
        .. from week in Enumerable.Range(0, 104)
           from line in Enumerable.Range(0, 20)
           let supplier = line % 2 == 0 ? late : "Prompt Castings"
           let promised = First.AddDays((7 * week) + (line % 5))
           select new PastPromise($"{week}/{line}", new LateTraits($"item {line % 7}", null, supplier), promised.AddDays(-40), promised, promised.AddDays(supplier == late ? 3 : 0)),
    ];
}
