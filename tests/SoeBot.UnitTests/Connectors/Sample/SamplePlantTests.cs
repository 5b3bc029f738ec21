using SoeBot.Connectors.Sample;
using SoeBot.Domain.Metrics;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Sample;

public sealed class SamplePlantTests
{
    private static readonly DateOnly Monday = new(2026, 8, 24);

    [Fact]
    public void At_SameDayTwice_GivesTheSamePlan()
    {
        var one = SamplePlant.At(Monday);
        var other = SamplePlant.At(Monday);

        Assert.Equal(one.Orders!, other.Orders!);
        Assert.Equal(one.Schedule!, other.Schedule!);
        Assert.Equal(one.Purchases!, other.Purchases!);
        Assert.Equal(one.Stock!, other.Stock!);
        Assert.Equal(one.Items!, other.Items!);
        Assert.Equal(one.Bill!, other.Bill!);
        Assert.Equal(one.WorkCentres!, other.WorkCentres!);
        Assert.Equal(one.Forecast!, other.Forecast!);
        Assert.Equal(one.Events!, other.Events!);
        Assert.Equal(one.SalesPlan!, other.SalesPlan!);
    }

    [Fact]
    public void At_AnyWeek_HasTheSizeOfARealPlant()
    {
        var plan = SamplePlant.At(Monday);
        var weeks = plan.Schedule!.GroupBy(l => SamplePlant.Calendar().WeekOf(l.Due)).ToDictionary(g => g.Key.Start, g => g.Count());

        Assert.Equal(12, plan.Items!.Count(i => i.Family != "Parts"));
        Assert.Equal(25, plan.Items!.Count(i => i.Family == "Parts"));
        Assert.Equal(6, plan.WorkCentres!.Count);
        Assert.Equal(15, plan.Orders!.Select(o => o.Customer).Distinct().Count());
        Assert.Equal(SamplePlant.WeeksBack + 1 + SamplePlant.WeeksAhead, weeks.Keys.Count(w => w <= Monday.AddDays(28)));
        Assert.All(weeks.Where(w => w.Key <= Monday.AddDays(28)), w => Assert.InRange(w.Value, 44, 46));
        Assert.InRange(plan.Purchases!.Count(p => p.Due >= Monday && p.Due < Monday.AddDays(7)), 55, 65);
        Assert.InRange(plan.Orders!.Select(o => o.Order).Distinct().Count() / 19.0, 36, 44);
        Assert.Contains(plan.Orders!, o => o.Cancelled);
        Assert.Contains(plan.Orders!, o => o.ShippedOn < o.FirstConfirmed);
        Assert.Contains(plan.Purchases!, p => p.Confirmed is null && p.OpenQuantity > 0);
        Assert.Matches("^SO26-[0-9]{4}$", plan.Orders![^1].Order);
    }

    /// <summary>Else a trial shows neither the actual utilisation nor the costs.</summary>
    [Fact]
    public void At_AnyWeek_HoursAndCostsAreReported()
    {
        for (var week = 0; week < 13; week++)
        {
            var monday = Monday.AddDays(-7 * week);
            var plan = SamplePlant.At(monday);
            var calendar = SamplePlant.Calendar();
            var before = calendar.WeekOf(monday).Plus(-1);
            Assert.All(plan.Schedule!, l => Assert.Equal(l.Good > 0, l.ReportedHours is not null));
            Assert.InRange(CapacityRules.Actual(plan.Schedule, plan.WorkCentres, before, calendar).Value ?? 0, 0.5m, 1.3m);
            Assert.InRange(CostRules.Of(plan.Events, before.Days).Value ?? 0, 100, 3000);
        }
    }

    [Fact]
    public void At_PastMondays_ReplayAYearOfBelievableNumbers()
    {
        var attainment = new List<decimal>();
        for (var week = 1; week <= 52; week++)
        {
            var monday = Monday.AddDays(-7 * week);
            var frozen = SamplePlant.At(monday).Schedule!.Where(l => l.Due >= monday && l.Due < monday.AddDays(7)).ToList();
            var good = SamplePlant.At(monday.AddDays(7)).Schedule!.ToDictionary(l => l.Number, l => l.Good);
            attainment.Add(frozen.Sum(l => Math.Min(l.Planned, good[l.Number])) / frozen.Sum(l => l.Planned));

            var due = SamplePlant.At(monday.AddDays(14)).Orders!.Where(o => !o.Cancelled && o.FirstConfirmed >= monday && o.FirstConfirmed < monday.AddDays(7))
                .GroupBy(o => o.Order).ToList();
            var onTime = (decimal)due.Count(o => o.All(l => l.ShippedOn <= l.FirstConfirmed)) / due.Count;
            Assert.True(onTime is >= 0.79m and <= 0.95m, $"{monday}: {onTime:0.000} on time of {due.Count}");
        }

        Assert.All(attainment, a => Assert.InRange(a, 0.76m, 0.96m));
        Assert.InRange(attainment.Order().ElementAt(26), 0.86m, 0.90m);
        Assert.InRange(attainment.Max() - attainment.Min(), 0.12m, 0.20m);
    }

    [Fact]
    public void At_SalesPlan_IsNearWhatIsShipped()
    {
        var plan = SamplePlant.At(Monday);
        var families = plan.Items!.ToDictionary(i => i.Number, i => i.Family);
        foreach (var line in plan.SalesPlan!.Where(l => l.Month < new DateOnly(2026, 8, 1) && l.Month >= new DateOnly(2026, 6, 1)))
        {
            var shipped = plan.Orders!.Where(o => families[o.Item] == line.Family && o.ShippedOn >= line.Month && o.ShippedOn < line.Month.AddMonths(1)).Sum(o => o.ShippedQuantity);
            Assert.True(Math.Abs(shipped - line.Quantity) / line.Quantity < 0.15m, $"{line.Family} {line.Month}: planned {line.Quantity}, shipped {shipped}");
        }
    }

    [Fact]
    public void At_References_AllPointToRowsThatAreThere()
    {
        var plan = SamplePlant.At(Monday);
        var items = plan.Items!.Select(i => i.Number).ToHashSet();
        var centres = plan.WorkCentres!.Select(c => c.Number).ToHashSet();
        var orders = plan.Orders!.Select(o => o.Key).ToHashSet();

        Assert.All(plan.Orders!, o => Assert.Contains(o.Item, items));
        Assert.All(plan.Schedule!, l => Assert.Contains(l.Item, items));
        Assert.All(plan.Schedule!, l => Assert.Contains(l.WorkCentre!, centres));
        Assert.All(plan.Schedule!.Where(l => l.ForOrder is not null), l => Assert.Contains(l.ForOrder!, orders));
        Assert.All(plan.Purchases!, p => Assert.Contains(p.Item, items));
        Assert.All(plan.Bill!, b => Assert.Contains(b.Assembly, items));
        Assert.All(plan.Bill!, b => Assert.Contains(b.Component, items));
    }

    [Fact]
    public void At_WithHolidays_PlansAndReportsNothingOnThem()
    {
        var today = new DateOnly(2026, 12, 28);
        var shut = new HashSet<DateOnly> { new(2026, 12, 24), new(2026, 12, 25), new(2027, 1, 1) };
        var plan = SamplePlant.At(today, SamplePlant.Calendar() with { Holidays = shut });

        Assert.DoesNotContain(plan.Orders!.SelectMany(line => new[] { line.Requested, line.FirstConfirmed, line.LastConfirmed, line.ShippedOn }), day => day is { } on && shut.Contains(on));
        Assert.DoesNotContain(plan.Schedule!.SelectMany(line => new DateOnly?[] { line.Start, line.Due, line.StartedOn, line.FinishedOn }), day => day is { } on && shut.Contains(on));
        Assert.DoesNotContain(plan.Purchases!.SelectMany(line => new DateOnly?[] { line.Due, line.Confirmed, line.ReceivedOn }), day => day is { } on && shut.Contains(on));
        Assert.DoesNotContain(plan.Events!.Select(one => one.Day), shut.Contains);
        Assert.All(plan.Schedule!, line => Assert.True(line.Start <= line.Due && !(line.FinishedOn >= today)));
        Assert.Contains(SamplePlant.At(today).Schedule!, line => shut.Contains(line.Due));
    }
}
