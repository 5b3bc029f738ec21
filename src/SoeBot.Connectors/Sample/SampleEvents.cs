using SoeBot.Domain.Plan;
using static SoeBot.Connectors.Sample.SampleChance;
using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>The shop floor of a week: two machines down for days, one quality hold, and one smaller event a day.</summary>
internal static class SampleEvents
{
    private static readonly (ShopEventKind Kind, string Cause, string Unit, decimal Planned, decimal? CostPerLost, string Note)[] Small =
    [
        (ShopEventKind.Downtime, "tool-break", "h", 15, 85, "Tool broken, changed"),
        (ShopEventKind.Scrap, "porosity", "pcs", 120, 9, "Porous castings found at the pressure test"),
        (ShopEventKind.LabourShortage, "sick-leave", "h", 16, 45, "Late shift one short"),
        (ShopEventKind.SlowRun, "worn-fixture", "pcs/h", 12, null, "Running below standard"),
        (ShopEventKind.Logistics, "carrier-late", "h", 4, 60, "Carrier came late"),
        (ShopEventKind.MaterialShortage, "waiting-for-parts", "h", 15, null, "Waited for parts"),
    ];

    public static IEnumerable<ShopEvent> Of(int week, DateOnly today)
    {
        var (year, isoWeek) = Iso(week);
        var number = $"EV{year:00}{isoWeek:00}";
        var one = Between(0, 5, Topic.Centre, week, 1);
        ShopEvent[] events =
        [
            Down($"{number}-A", one, Day(week - 1, Thu), Day(week, Tue), "spindle-bearing", "Spindle bearing worn, spare part ordered"),
            Down($"{number}-B", (one + Between(1, 5, Topic.Centre, week, 2)) % 6, Day(week, Mon), Day(week, Fri), "drive-fault", "Drive fault, technician booked"),
            Hold($"{number}-H", week),
            .. Enumerable.Range(Mon, 5).Select(weekday => SmallOne($"{number}-{weekday + 1}", week, weekday)),
        ];
        return events.Where(e => e.Day < today).Select(e => e with { EndedOn = e.EndedOn < today ? e.EndedOn : null });
    }

    /// <summary>The valves that quality blocks from Monday to the next Monday.</summary>
    public static (int Slot, DateOnly From, DateOnly Until) HoldOf(int home)
    {
        var slot = Enumerable.Range(SampleOrders.FirstValve, 12).First(s => SampleTrouble.RoleOf(home, s) == ValveRole.OnHold);
        return (slot, Day(home + 1, Mon), Day(home + 2, Mon));
    }

    private static ShopEvent Hold(string number, int week)
    {
        var (slot, from, until) = HoldOf(week - 1);
        var order = SampleOrders.Tell(week - 1, slot, null);
        return new ShopEvent
        {
            Number = number, Kind = ShopEventKind.QualityHold, Object = order.Product.Number, Cause = "leak-test", Day = from,
            Planned = order.Final, Actual = 0, Unit = "pcs", Note = "Leak test failed, lot blocked for re-test", EndedOn = until,
        };
    }

    private static ShopEvent Down(string number, int centre, DateOnly from, DateOnly until, string cause, string note)
    {
        var hours = SampleCatalogue.Centres[centre].HoursPerDay;
        return new ShopEvent
        {
            Number = number, Kind = ShopEventKind.Downtime, Object = SampleCatalogue.Centres[centre].Number, Cause = cause, Day = from,
            Planned = hours, Actual = Math.Round(hours * 0.4m, 1), Unit = "h", Note = note, EndedOn = until,
        };
    }

    private static ShopEvent SmallOne(string number, int week, int weekday)
    {
        var (kind, cause, unit, planned, costPerLost, note) = Small[(week + weekday * 5) % Small.Length];
        var centre = SampleCatalogue.Centres[Between(0, 5, Topic.Event, week, weekday)];
        var share = Between(55, 90, Topic.Event, week, 10 + weekday) / 100m;
        var actual = Math.Round(planned * share, unit == "pcs" ? 0 : 1);
        return new ShopEvent
        {
            Number = number, Kind = kind, Object = centre.Number, Cause = cause, Day = Day(week, weekday),
            Planned = planned, Actual = actual, Unit = unit, Note = note, Cost = Math.Round((planned - actual) * costPerLost ?? 0, 2) is > 0 and var cost ? cost : null,
            EndedOn = Day(week, weekday),
        };
    }
}
