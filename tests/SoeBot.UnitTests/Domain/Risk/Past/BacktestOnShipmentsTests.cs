using SoeBot.Domain.Fences;
using SoeBot.Domain.Risk.Past;
using Xunit;

namespace SoeBot.UnitTests.Domain.Risk.Past;

/// <summary>The score on shipments whose truth is known, so that what it finds is there and what is not there it does not find.</summary>
public sealed class BacktestOnShipmentsTests
{
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    private static readonly Lazy<List<BacktestReport>> Shipments = new(() => Replay(1, 1, 2, 3));

    private static List<BacktestReport> Replay(double strength, params int[] seeds) =>
        [.. seeds.Select(seed => BacktestRules.Compute(new PastInput
        {
            Promises = GivenShipments.Of(seed, strength), Calendar = Calendar, From = new(2013, 1, 7), Until = new(2013, 12, 30),
        })!)];

    [Fact]
    public void Compute_WhereLanesDiffer_NamesMoreLateOnesThanTheDueDateOrTheItemsHistory()
    {
        var reports = Shipments.Value;
        Assert.All(reports, report => Assert.InRange(report.Hits.Base, 1.5m, 3));
        decimal Mean(Func<HitsOfTen, decimal> of) => reports.Average(report => of(report.Hits));
        // Stated margins: a fifth more than by the item's history, a quarter more than by the due date.
        Assert.True(Mean(hits => hits.History) >= 1.2m * Mean(hits => hits.ItemHistory), $"{Mean(hits => hits.History):0.00} {Mean(hits => hits.ItemHistory):0.00}");
        Assert.True(Mean(hits => hits.Standard) >= 1.2m * Mean(hits => hits.ItemHistory), $"{Mean(hits => hits.Standard):0.00} {Mean(hits => hits.ItemHistory):0.00}");
        Assert.True(Mean(hits => hits.Standard) >= 1.25m * Mean(hits => hits.EarliestDue), $"{Mean(hits => hits.Standard):0.00} {Mean(hits => hits.EarliestDue):0.00}");
    }

    [Fact]
    public void Compute_WhereLanesDiffer_WhatItCallsSoProbablyLateComesLateThatOften()
    {
        var rows = Shipments.Value.SelectMany(report => report.Calibration).GroupBy(row => row.From)
            .Select(same => (Lines: same.Sum(row => row.Promises), Said: same.Sum(row => row.Said * row.Promises) / same.Sum(row => row.Promises), Came: same.Sum(row => row.Came * row.Promises) / same.Sum(row => row.Promises)))
            .Where(row => row.Lines >= 300).ToList();
        Assert.True(rows.Count >= 4);
        Assert.All(rows, row => Assert.True(Math.Abs(row.Said - row.Came) <= 0.08m, $"{row.Lines} lines: said {row.Said:0.000}, came {row.Came:0.000}"));
    }

    [Fact]
    public void Compute_WhereNothingDiffers_IsAsGoodAsChance()
    {
        var reports = Replay(0, 11, 12, 13);
        var (standard, chance) = (reports.Average(report => report.Hits.Standard), reports.Average(report => report.Hits.Base));
        // 1,560 named, about one in nine late: twice the standard error is 0.16 of ten, and the lines of a shipment fall together.
        Assert.True(standard >= chance - 0.25m, $"{standard:0.00} {chance:0.00}");
    }
}
