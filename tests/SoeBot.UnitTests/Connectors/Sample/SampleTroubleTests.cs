using Xunit;

namespace SoeBot.UnitTests.Connectors.Sample;

/// <summary>Whatever the date, the sample plant has the trouble that the cards are there to show.</summary>
public sealed class SampleTroubleTests(SampleYear year) : IClassFixture<SampleYear>
{
    [Fact]
    public void EveryDay_TwoSuppliersAreLate() => Always(d => d.LateSuppliers.Contains("Ironbridge Foundry") && d.LateSuppliers.Contains("Keystone Seals"), d => string.Join(",", d.LateSuppliers));

    [Fact]
    public void EveryDay_OneSupplierIsLateForThreeReportDays() => Always(d => d.LongestLate >= 3, d => $"{d.LongestLate}");

    [Fact]
    public void EveryDay_AMachineIsDownWithHoursLost() => Always(d => d.HoursLost >= 5, d => $"{d.HoursLost} h");

    [Fact]
    public void EveryDay_StockIsOnHold() => Always(d => d.OnHold > 0, d => $"{d.OnHold}");

    [Fact]
    public void EveryDay_SeveralOrdersWereChangedWithinAWeek() => Always(d => d.ChangesThisWeek is >= 3 and <= 10, d => $"{d.ChangesThisWeek}");

    [Fact]
    public void EveryDay_AFrozenLineWasChangedByNobodysLeave() => Always(d => d.Unapproved is 1 or 2, d => $"{d.Unapproved}");

    [Fact]
    public void EveryDay_OneCustomerOrderedFiveTimesTheUsual() => Always(d => d.Surges == 1, d => $"{d.Surges}");

    [Fact]
    public void EveryDay_OneWorkCentreIsOverloadedNextWeek() => Always(d => d.FullCentres.Count == 1, d => string.Join(",", d.FullCentres));

    [Fact]
    public void EveryDay_AboutFifteenOrdersAreAtRisk() => Always(d => d.AtRisk.Count is >= 11 and <= 19, d => $"{d.AtRisk.Count}: {string.Join(",", d.Causes)}");

    [Fact]
    public void EveryDay_CastingsAndSealsAreAmongTheCauses() =>
        Always(d => d.Causes.Any(c => c.StartsWith("C-", StringComparison.Ordinal)) && d.Causes.Any(c => c.StartsWith("S-", StringComparison.Ordinal)), d => string.Join(",", d.Causes));

    [Fact]
    public void EveryDay_NoStockIsBelowNothing() => Always(d => d.LowestStock >= 0, d => $"{d.LowestStock}");

    [Fact]
    public void NextDay_OnlyPlausibleDifferences() => Always(d => d.Oddities.Count == 0, d => $"{d.Oddities.Count}: {d.Oddities[0]}");

    private void Always(Func<SampleDayFacts, bool> holds, Func<SampleDayFacts, string> shown)
    {
        var broken = year.Days.Where(d => !holds(d)).ToList();
        Assert.True(broken.Count == 0, $"{broken.Count} of {year.Days.Count} days: {string.Join("; ", broken.Take(12).Select(d => $"{d.Day:ddd yyyy-MM-dd} {shown(d)}"))}");
    }
}
