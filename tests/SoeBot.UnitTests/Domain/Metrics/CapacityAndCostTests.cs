using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class CapacityAndCostTests
{
    private static readonly WorkCentre[] Centres = [new() { Number = "A", Name = "Assembly", HoursPerDay = 8 }, new() { Number = "B", Name = "Boring", HoursPerDay = 16 }];
    private static readonly PlantWeek Week = new(Jan(5));

    // Five days a week: assembly has load in both weeks, 60 + 36 = 96 h of 80 h = 120 %; boring in one, 40 h of 80 h = 50 %. In all 136 of 160 h.
    [Fact]
    public void Planned_LoadOverTheCalendarsHours_FullestFirst()
    {
        var plan = new PlanSnapshot
        {
            WorkCentres = Centres,
            Schedule = [Make("1", "pump", 5, 5, 6) with { WorkCentre = "A", Hours = 60 }, Make("2", "pump", 5, 12, 13) with { WorkCentre = "A", Hours = 36 }, Make("3", "pump", 5, 5, 6) with { WorkCentre = "B", Hours = 40 }],
        };

        var figure = CapacityRules.Planned(LookAheadRules.Compute(plan, Calendar, Jan(5)));

        Assert.Equal([("Assembly", 1.2m), ("Boring", 0.5m)], figure.Parts.Select(part => (part.Name, part.Value!.Value)));
        Assert.Equal((136m, 160m), (figure.Numerator, figure.Denominator));
    }

    // 30 h reported on assembly in a week with one holiday: 30 of 4 x 8 = 32 h. Nothing reported on boring: it is left out.
    [Fact]
    public void Actual_ReportedHoursOfTheWeek()
    {
        ScheduleLine[] schedule = [Make("1", "pump", 5, 5, 6) with { WorkCentre = "A", Hours = 99, ReportedHours = 30, FinishedOn = Jan(7) }, Make("2", "pump", 5, 5, 6) with { WorkCentre = "B", Hours = 5, FinishedOn = Jan(7) }];

        var figure = CapacityRules.Actual(schedule, Centres, Week, Calendar with { Holidays = new HashSet<DateOnly> { Jan(6) } });

        Assert.Equal((30m, 32m), (figure.Numerator, figure.Denominator));
        Assert.Equal("no reported hours", CapacityRules.Actual(schedule[1..], Centres, Week, Calendar).Absent);
    }

    private static ShopEvent Event(ShopEventKind kind, int day, decimal? cost) => new() { Number = $"{kind}{day}", Kind = kind, Object = "A", Cause = "x", Day = Jan(day), Cost = cost };

    // Freight 300 + 200, overtime 150; the freight of the 20th lies outside.
    [Fact]
    public void Costs_ByKindAsTheSourceReportsThem()
    {
        var figure = CostRules.Of([Event(ShopEventKind.Expedite, 5, 300), Event(ShopEventKind.Expedite, 6, 200), Event(ShopEventKind.Overtime, 7, 150), Event(ShopEventKind.Expedite, 20, 999)], Week.Days);

        Assert.Equal(650, figure.Value);
        Assert.Equal([("expedited freight", 500m, "2 events"), ("overtime", 150m, "1 event")], figure.Parts.Select(part => (part.Name, part.Value!.Value, part.Words!)));
    }

    [Fact]
    public void Costs_NoSource_NoNumber()
    {
        Assert.Null(CostRules.Of([Event(ShopEventKind.Downtime, 5, null)], Week.Days).Value);
        Assert.StartsWith("no source", CostRules.Of(null, Week.Days).Absent);
        Assert.Equal(0, CostRules.Of([Event(ShopEventKind.Scrap, 20, 10)], Week.Days).Value);
    }
}
