using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>All numbers of a plan version beside the open exceptions (R57, R58, R65 to R76), in the order people read them.</summary>
public static class FigureRules
{
    private const int SupplierWeeks = 13, CostWeeks = 4;
    private const string FrozenPlan = "production schedule, frozen plan";

    /// <summary>Days ahead that the forward cover looks.</summary>
    public const int CoverDays = 28;

    public static IReadOnlyList<Figure> Compute(FigureInput input)
    {
        var week = input.Calendar.WeekOf(input.Today).Previous;
        var month = new DateOnly(input.Today.Year, input.Today.Month, 1).AddMonths(-1);
        var weeks = new DayRange(week.Plus(1 - SupplierWeeks).Start, week.End);
        return
        [
            .. OfWeek(input),
            DeliveryRules.Otif(input.Plan.Orders, Judged(week, input), input.Settings),
            DeliveryRules.ServiceLevel(input.Plan.Orders, week),
            DeliveryRules.Fulfilment(input.Plan.Orders, week, input.ShippedInParts),
            DeliveryRules.Backlog(input.Plan.Orders, input.Today),
            SupplierRules.Otif(input.Plan.Purchases, weeks, input.Settings),
            SupplierRules.Accuracy(input.Plan.Purchases, weeks),
            StockRules.Turns(input.MonthStocks, input.Plan.Orders, input.Plan.Items, input.Today),
            StockRules.DaysOfSupply(input.Plan.Stock, input.Plan.Orders, input.Today),
            Cover(input),
            CapacityRules.Planned(input.LookAhead),
            CapacityRules.Actual(input.Plan.Schedule, input.Plan.WorkCentres, week, input.Calendar),
            .. Frozen(input),
            SalesPlanRules.Gap(input.Plan.SalesPlan, input.Plan.Orders, input.Plan.Items, month, input.Settings),
            .. VariationRules.Of(input.Weeks),
            CostRules.Of(input.Plan.Events, new DayRange(week.Plus(1 - CostWeeks).Start, week.End)),
        ];
    }

    /// <summary>Judged only when the last day that still counts as on time is over.</summary>
    private static PlantWeek Judged(PlantWeek week, FigureInput input)
    {
        while (week.End.AddDays(input.Settings.DaysLate) >= input.Today) week = week.Previous;
        return week;
    }

    private static IEnumerable<Figure> OfWeek(FigureInput input)
    {
        if (input.Weeks is not [{ } last, ..]) yield break;
        var window = FigureWindow.Of(last.Week);
        var sources = last.BaselineVersion is { } version ? $"{FrozenPlan} version {version}" : FrozenPlan;
        yield return Figure.Of(FigureKind.Attainment, last.Attainment, window, sources) with
        {
            Parts = [.. last.ByDefinition.Where(entry => entry.Value.Denominator > 0).Select(entry => FigurePart.Of(AttainmentRules.Name(entry.Key), entry.Value.Numerator, entry.Value.Denominator))],
        };
        yield return Figure.Of(FigureKind.Adherence, last.Adherence, window, sources);
        yield return Figure.Of(FigureKind.OnTimeFirst, last.OnTimeFirst, window, "customer orders");
        yield return Figure.Of(FigureKind.OnTimeLast, last.OnTimeLast, window, "customer orders");
    }

    /// <summary>What needs the frozen plan of the finished week: computed with the first version after its end, and then as it was.</summary>
    private static IEnumerable<Figure> Frozen(FigureInput input)
    {
        FigureKind[] kinds = [FigureKind.OwnAndContract, FigureKind.PlanPerOrder];
        return input.LastWeek is { } week
            ? [PlanPerOrderRules.OwnAndContract(week, input.Plan.WorkCentres), PlanPerOrderRules.Gap(week)]
            : input.Before.Where(figure => kinds.Contains(figure.Kind));
    }

    /// <summary>Looking forward, days until an item's projected stock is below zero; the number is the shortest.</summary>
    private static Figure Cover(FigureInput input)
    {
        var figure = new Figure(
            FigureKind.ForwardCover, "days",
            $"days until the projected stock of an item is below zero, the shortest of all items; {PlanWords.Quantity(StockRules.NoDemand)} when that happens to none in {CoverDays} days, negative when one is out of stock already",
            $"{CoverDays} days from {PlanWords.Day(input.Today)}", "stock, customer orders, forecast, production schedule, purchase orders");
        if (input.Plan.Stock is null) return figure.Without("no stock in the plan data");
        var shortest = input.Stock.Select(stock => (stock.Item, Days: stock.DaysOfCover(input.Today))).Where(stock => stock.Days < StockRules.NoDemand)
            .OrderBy(stock => stock.Days).ThenBy(stock => input.Index.Number(stock.Item), StringComparer.Ordinal).Take(Figure.MostParts).ToList();
        return figure with
        {
            Value = shortest.Count > 0 ? shortest[0].Days : StockRules.NoDemand,
            Parts = [.. shortest.Select(stock => new FigurePart(input.Index.Name(stock.Item), stock.Days))],
        };
    }
}
