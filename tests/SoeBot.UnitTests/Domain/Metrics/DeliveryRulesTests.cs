using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Metrics;

public sealed class DeliveryRulesTests
{
    private static readonly PlantWeek Week = new(Jan(5));
    private static readonly MetricSettings Default = new();

    private static OrderLine Shipped(string order, int due, int day, decimal quantity = 10, string line = "1") =>
        Order(order, "pump", 10, due) with { Line = line, ShippedQuantity = quantity, ShippedOn = Jan(day) };

    private static (decimal?, decimal?) Otif(MetricSettings settings, params OrderLine[] orders) =>
        DeliveryRules.Otif(orders, Week, settings) is var figure ? (figure.Numerator, figure.Denominator) : default;

    // SO1 in full and a day early, SO2 in full and a day late, SO3 on the day but 9 of 10, SO4 one of two lines late: 1 of 4.
    private static readonly OrderLine[] Four =
    [
        Shipped("SO1", 7, 6), Shipped("SO2", 7, 8), Shipped("SO3", 7, 7, 9), Shipped("SO4", 7, 7), Shipped("SO4", 7, 8, line: "2"),
    ];

    [Fact]
    public void Otif_ByDefault_AnyEarlyNoLateNothingShort()
    {
        var figure = DeliveryRules.Otif(Four, Week, Default);

        Assert.Equal((1m, 4m, 0.25m), (figure.Numerator, figure.Denominator, figure.Value));
        // On time whatever quantity: SO1, SO3. In full whatever day: SO1, SO2, SO4.
        Assert.Equal([(2m, 4m), (3m, 4m)], figure.Parts.Select(part => (part.Numerator!.Value, part.Denominator!.Value)));
    }

    [Fact]
    public void Otif_WindowAndTolerance_AreSettings()
    {
        Assert.Equal((3, 4), Otif(Default with { DaysLate = 1 }, Four)); // SO2 and SO4 too
        Assert.Equal((0, 4), Otif(Default with { DaysEarly = 0 }, Four)); // SO1 is early
        Assert.Equal((2, 4), Otif(Default with { ShortBy = 0.1m }, Four)); // 9 of 10 will do
        Assert.Contains("at most 0 days early, 1 day late", DeliveryRules.Otif(Four, Week, new() { DaysEarly = 0, DaysLate = 1 }).Definition);
    }

    [Fact]
    public void Otif_RepromisedOpenAndCancelled_CountByTheFirstDate()
    {
        Assert.Equal((0, 1), Otif(Default, Shipped("SO1", 6, 9) with { FirstConfirmed = Jan(7), LastConfirmed = Jan(9) }));
        Assert.Equal((0, 1), Otif(Default, Order("SO1", "pump", 10, 7)));
        Assert.Equal((0, 0), Otif(Default, Order("SO1", "pump", 10, 7) with { Cancelled = true }));
        Assert.Equal("no orders due", DeliveryRules.Otif([], Week, Default).Absent);
        Assert.Null(DeliveryRules.Otif(null, Week, Default).Value);
    }

    // Lines due in the week: SO1 kept, SO2 late, SO3 short, SO4/1 kept, SO4/2 late: 2 of 5 lines, though 1 of 4 orders.
    [Fact]
    public void ServiceLevel_CountsLinesNotOrders() =>
        Assert.Equal((2m, 5m), (DeliveryRules.ServiceLevel(Four, Week).Numerator, DeliveryRules.ServiceLevel(Four, Week).Denominator));

    // Shipped in the week: five lines. SO3 is short, and an earlier version showed SO1 shipped in part: 3 of 5 at the first shipment.
    [Fact]
    public void Fulfilment_LineThatWasShippedInPartsBefore_WasNotFilledAtOnce()
    {
        var figure = DeliveryRules.Fulfilment(Four, Week, new HashSet<string> { "SO1/1" });

        Assert.Equal((3m, 5m), (figure.Numerator, figure.Denominator));
        Assert.Equal("nothing was shipped", DeliveryRules.Fulfilment([Order("SO1", "pump", 5, 7)], Week, new HashSet<string>()).Absent);
    }

    // On Monday the 12th: 10 open since the 9th (3 days), 4 of 10 open since the 2nd (10 days); due today and later is no backlog.
    [Fact]
    public void Backlog_OpenPiecesPastTheLastPromise_ByAge()
    {
        var figure = DeliveryRules.Backlog(
            [Order("SO1", "pump", 10, 9), Order("SO2", "pump", 10, 2) with { ShippedQuantity = 6 }, Order("SO3", "pump", 10, 12), Order("SO4", "pump", 10, 5) with { LastConfirmed = Jan(20) }, Order("SO5", "pump", 10, 5) with { Cancelled = true }],
            Jan(12));

        Assert.Equal(14, figure.Value);
        Assert.Equal([("up to 7 days", 10m, "1 line"), ("8 to 28 days", 4m, "1 line")], figure.Parts.Select(part => (part.Name, part.Value!.Value, part.Words!)));
    }

    private static readonly Gen<OrderLine[]> Orders = Gen.Select(Gen.Int[0, 5], Gen.Int[1, 20], Gen.Int[0, 25], Gen.Int[0, 20], Gen.Int[0, 25])
        .Select((order, quantity, due, shipped, on) => Order($"SO{order}", "pump", quantity, due) with { FirstConfirmed = Jan(due), ShippedQuantity = shipped, ShippedOn = shipped > 0 ? Jan(on) : null })
        .Array[0, 12].Select(lines => lines.Select((line, i) => line with { Line = $"{i}" }).ToArray());

    [Fact]
    public void OnTime_RepromisingAnything_NeverRaisesItUnderTheFirstConfirmedRule() => Gen.Select(Orders, Gen.Int[0, 60]).Sample((orders, later) =>
    {
        OrderLine[] promised = [.. orders.Select(line => line with { LastConfirmed = Jan(later) })];

        Assert.Equal(OnTimeRules.AgainstFirst(orders, Week), OnTimeRules.AgainstFirst(promised, Week));
        Assert.Equal(DeliveryRules.Otif(orders, Week, Default).Value, DeliveryRules.Otif(promised, Week, Default).Value);
        Assert.Equal(DeliveryRules.ServiceLevel(orders, Week).Value, DeliveryRules.ServiceLevel(promised, Week).Value);
    });

    [Fact]
    public void Otif_AWiderWindow_NeverLowersIt() => Gen.Select(Orders, Gen.Int[0, 6], Gen.Int[0, 6]).Sample((orders, early, late) =>
    {
        var narrow = DeliveryRules.Otif(orders, Week, new() { DaysEarly = early, DaysLate = late });
        var wide = DeliveryRules.Otif(orders, Week, new() { DaysEarly = early + 1, DaysLate = late + 1 });

        Assert.True(narrow.Numerator <= wide.Numerator);
        Assert.InRange(wide.Value ?? 0, 0, 1);
        Assert.True(narrow.Numerator <= narrow.Parts.Select(part => part.Numerator).DefaultIfEmpty(0).Min());
    });
}
