using SoeBot.Connectors.Sample;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Sample;

/// <summary>What the plant's own rules make of the sample plant: enough to fill the cards, not so much that nothing stands out.</summary>
public sealed class SampleRulesTests
{
    public static TheoryData<DateOnly> Days => [.. Enumerable.Range(0, 28).Select(d => new DateOnly(2026, 12, 14).AddDays(d))];

    [Theory]
    [MemberData(nameof(Days))]
    public void AnyDay_OrdersOfTheTwoWeeksAreLate_ForSeveralCauses(DateOnly day)
    {
        var calendar = SamplePlant.Calendar();
        var horizon = calendar.WeekOf(day).Next.End;
        var lines = PromiseRules.Compute(PeggingRules.Compute(SamplePlant.At(day), calendar, day), calendar);
        var late = lines.Where(l => l.IsLate && l.Line.Commitment <= horizon).ToList();
        var words = string.Join(" ", late.GroupBy(l => l.Cause).Select(g => $"{g.Key}:{g.Count()}"));

        Assert.True(late.Select(l => l.Line.Order).Distinct().Count() is >= 8 and <= 32, words);
        Assert.True(late.Count(l => l.Cause == LateCause.AwaitingSupply) >= 4, words);
        Assert.Contains(late, l => string.Join(' ', l.Chain).Contains("Ironbridge Foundry", StringComparison.Ordinal));
        Assert.True(lines.Count(l => !l.IsLate) > 4 * late.Count, $"{lines.Count} lines, {words}");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void AnyWorkingDay_EveryKindOfExceptionIsThere(DateOnly day)
    {
        var calendar = SamplePlant.Calendar();
        if (!calendar.IsWorkingDay(day)) return;
        var before = calendar.AddWorkingDays(day, -1);
        var week = day.DayOfWeek == DayOfWeek.Monday ? calendar.WeekOf(before) : calendar.WeekOf(day);
        var plan = SamplePlant.At(day);
        var found = ExceptionRules.Compute(new ExceptionInput
        {
            Plan = plan, Calendar = calendar, Today = day,
            OrderChanges = PlanDifference.OfOrders(SamplePlant.At(before).Orders, plan.Orders),
            Baseline = SamplePlant.At(week.Start).Schedule, PublishedWeek = week,
        });
        var words = string.Join('\n', found.Select(f => $"{f.Category}: {f.Words}"));

        foreach (var category in new[] { ExceptionCategory.LateSupply, ExceptionCategory.Downtime, ExceptionCategory.QualityHold, ExceptionCategory.OrderChange })
            Assert.True(found.Any(f => f.Category == category), $"no {category}\n{words}");
        Assert.True(found.Any(f => f.Category == ExceptionCategory.UnapprovedChange), $"no unapproved change\n{words}");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void AnyDay_OneCustomerSurges_AndAHandfulOfItemsRunOut(DateOnly day)
    {
        var calendar = SamplePlant.Calendar();
        var settings = new FlagSettings();
        var index = new PlanIndex(SamplePlant.At(day));
        var signals = new DemandSignals(index, calendar, day, back: 2, ahead: 3, settings.DemandFenceWeeks);
        var flags = FlagRules.Compute(new FlagInput
        {
            Index = index, Calendar = calendar, Today = day, Version = 1, Signals = signals,
            Stock = StockProjectionRules.Compute(index, signals, calendar, day, settings.StockOutDays, settings.StockOutDays),
        });
        var words = string.Join('\n', flags.Select(flag => $"{flag.Kind}: {flag.Words}"));

        Assert.True(flags.Count(flag => flag.Kind == FlagKind.OrderSurge) == 1, words);
        Assert.True(flags.Count(flag => flag.IsExecutive) is >= 1 and <= 9, words);
        Assert.True(flags.All(flag => flag.IsExecutive || flag.Kind == FlagKind.OrderSurge), words);
    }
}
