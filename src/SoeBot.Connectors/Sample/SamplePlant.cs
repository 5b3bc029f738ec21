using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using static SoeBot.Connectors.Sample.SampleChance;
using static SoeBot.Connectors.Sample.SampleDays;

namespace SoeBot.Connectors.Sample;

/// <summary>
/// The built-in sample plant, a maker of pumps, valves and fittings: thirteen weeks of past, the current one and four of future.
/// Pure: the same day always gives the same plan, and the plan of the next day is this one with a day more of facts and a few changes.
/// </summary>
public static class SamplePlant
{
    public static readonly PlantId Id = new("sample");
    public const string Name = "Sample plant";
    public const string Zone = "Europe/Berlin";

    /// <summary>What a plan version made from it names as its source.</summary>
    public const string Source = "sample plant";
    public const int WeeksBack = 13, WeeksAhead = 4;

    public static PlantCalendar Calendar() => new() { Zone = TimeZoneInfo.FindSystemTimeZoneById(Zone) };

    /// <summary>The plan as <see cref="At(DateOnly)"/> gives it, with nothing on the holidays of a calendar.</summary>
    public static PlanSnapshot At(DateOnly today, PlantCalendar calendar) => new SampleHolidays(calendar).Respect(At(today));

    /// <summary>The plan as it is known on the morning of a day: facts up to the evening before.</summary>
    public static PlanSnapshot At(DateOnly today)
    {
        var week = WeekOf(today);
        var weeks = Enumerable.Range(week - WeeksBack, WeeksBack + WeeksAhead + 1).ToArray();
        var work = new SampleWork();
        var bought = new Dictionary<int, BuyStory[]>();
        IReadOnlyList<BuyStory> Buying(int w) => bought.TryGetValue(w, out var known) ? known : bought[w] = [.. SampleBuying.For(w, work.Due(w))];

        return new PlanSnapshot
        {
            Orders = [.. weeks.Concat([week + 5, week + 6]).SelectMany(w => Enumerable.Range(0, SampleOrders.Slots).SelectMany(slot => work.Order(w, slot).LinesOn(today)))],
            Schedule = [.. weeks.SelectMany(work.Due).Select(w => w.LineOn(today)).OfType<ScheduleLine>()],
            Purchases = [.. weeks.Concat(Enumerable.Range(week + WeeksAhead + 1, 4)).SelectMany(Buying).Select(b => b.LineOn(today)).OfType<PurchaseLine>()],
            Stock = [.. SampleStock.On(today, work, Buying)],
            Items = [.. Items()],
            Bill = [.. Bill()],
            WorkCentres = SampleCatalogue.Centres,
            Forecast = [.. Forecast(week)],
            Events = [.. weeks.SelectMany(w => SampleEvents.Of(w, today))],
            SalesPlan = [.. SalesPlan(today)],
        };
    }

    private static IEnumerable<Item> Items() =>
    [
        .. SampleCatalogue.Products.Select(p => new Item
        {
            Number = p.Number, Name = p.Name, Family = p.Family, Made = true, SafetyStock = SampleStock.BaseOf(p), LeadTimeDays = 3, Cost = Math.Round(p.Price * 0.6m, 2),
        }),
        .. SampleCatalogue.Parts.Select(p => new Item
        {
            Number = p.Number, Name = p.Name, Family = "Parts", Unit = p.Unit, Made = p.Supplier is null, SafetyStock = p.Tight ? 0 : p.Base, LeadTimeDays = p.LeadTimeDays, Cost = p.Cost,
        }),
    ];

    private static IEnumerable<BillLine> Bill() =>
    [
        .. SampleCatalogue.Products.SelectMany(p => SampleCatalogue.BillOf(p).Select(b => Line(p.Number, b))),
        .. SampleCatalogue.Parts.SelectMany(p => SampleCatalogue.BillOf(p).Select(b => Line(p.Number, b))),
    ];

    private static BillLine Line(string assembly, (int Part, decimal Per) component) =>
        new() { Assembly = assembly, Component = SampleCatalogue.Parts[component.Part].Number, Per = component.Per };

    private static IEnumerable<ForecastLine> Forecast(int week) =>
        from w in Enumerable.Range(week - WeeksBack, WeeksBack + WeeksAhead + 1)
        from p in SampleCatalogue.Products
        let pieces = Math.Round(WeeklyPieces(p) * Between(92, 108, Topic.Forecast, w, p.Index) / 100)
        select new ForecastLine
        {
            Item = p.Number, Week = Day(w, Mon), Quantity = pieces,
            PointOfSale = p.Kind == ProductKind.Fitting && w < week ? Math.Round(pieces * Between(90, 110, Topic.Forecast, w, 100 + p.Index) / 100) : null,
        };

    private static IEnumerable<SalesPlanLine> SalesPlan(DateOnly today) =>
        from month in Enumerable.Range(-3, 6).Select(m => new DateOnly(today.Year, today.Month, 1).AddMonths(m))
        let days = Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Count(d => month.AddDays(d).DayNumber % 7 <= Fri)
        from family in SampleCatalogue.Products.GroupBy(p => p.Family)
        select new SalesPlanLine
        {
            Family = family.Key, Month = month,
            Quantity = Math.Round(family.Sum(WeeklyPieces) * days / 5 * Between(97, 103, Topic.SalesPlan, month.DayNumber, family.First().Index) / 100),
        };

    /// <summary>What customers take in an average week.</summary>
    private static decimal WeeklyPieces(Product product) => product.Kind switch
    {
        ProductKind.Pump => product.Lot * 3 * 1.11m,
        ProductKind.Valve => product.Lot * 4 * 1.15m,
        ProductKind.Fitting => product.Lot * (product.Index == 9 ? 6.0m : 4.5m) + (product.Index == 11 ? 28 : 42),
    };
}
