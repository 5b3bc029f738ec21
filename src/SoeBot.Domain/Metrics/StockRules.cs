using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>Inventory turns and days of supply (R69).</summary>
public static class StockRules
{
    public const int LeastMonths = 6;

    /// <summary>Days of supply of an item that nobody asks for.</summary>
    public const decimal NoDemand = 9999;

    private const int DaysOfDemand = 91;

    /// <summary>Turns = cost (pieces, when a cost is missing) of what was shipped in the last 365 days / mean stock of the month ends.</summary>
    /// <param name="months">The newest first; a month that has not ended counts nothing.</param>
    public static Figure Turns(IReadOnlyList<MonthStock> months, IReadOnlyList<OrderLine>? orders, IReadOnlyList<Item>? items, DateOnly today)
    {
        var days = new DayRange(today.AddDays(-365), today.AddDays(-1));
        var figure = new Figure(
            FigureKind.InventoryTurns, "turns a year", "cost of what was shipped in the last 365 days, of the mean stock at the ends of the months", FigureWindow.Of(days), "customer orders, items, stock at month ends");
        var ended = months.Where(month => month.Month.AddMonths(1) <= today).ToList();
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        if (ended.Count < LeastMonths) return figure.Without($"no base yet: {PlanWords.Count(ended.Count, "month end", "month ends")} of at least {LeastMonths}");
        var costs = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var item in items ?? []) costs[item.Number] = item.Cost;
        decimal pieces = 0;
        decimal? cost = 0;
        var first = today;
        foreach (var line in orders)
        {
            if (line.ShippedQuantity <= 0 || line.ShippedOn is not { } day || !days.Contains(day)) continue;
            if (day < first) first = day;
            pieces += line.ShippedQuantity;
            cost += line.ShippedQuantity * costs.GetValueOrDefault(line.Item);
        }
        var byCost = cost is not null && ended.TrueForAll(month => month.Cost is not null);
        var mean = ended.Sum(month => byCost ? month.Cost!.Value : month.Pieces) / ended.Count;
        figure = byCost ? figure : figure with { Definition = "pieces shipped in the last 365 days, of the mean stock in pieces at the ends of the months (not every item has a cost)" };
        if (mean <= 0) return figure.Without("no stock at any month end");
        return figure with
        {
            Value = Math.Round((byCost ? cost!.Value : pieces) / mean, 4),
            Window = $"{figure.Window}, first shipment in the file {PlanWords.Day(first)}; {ended.Count} month ends",
        };
    }

    /// <summary>Looking back = stock of the items that were shipped / their mean daily demand of the last 91 days. Nothing shipped: 9999.</summary>
    public static Figure DaysOfSupply(IReadOnlyList<StockLine>? stock, IReadOnlyList<OrderLine>? orders, DateOnly today)
    {
        var days = new DayRange(today.AddDays(-DaysOfDemand), today.AddDays(-1));
        var figure = new Figure(
            FigureKind.DaysOfSupply, "days", $"stock of the items that were shipped, of what of them was shipped on an average day; {PlanWords.Quantity(NoDemand)} stands for no demand", FigureWindow.Of(days), "stock, customer orders");
        if (stock is null) return figure.Without("no stock in the plan data");
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        decimal shipped = 0;
        var items = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in orders)
        {
            if (line.ShippedQuantity <= 0 || line.ShippedOn is not { } day || !days.Contains(day)) continue;
            shipped += line.ShippedQuantity;
            items.Add(line.Item);
        }
        decimal onHand = 0;
        foreach (var line in stock)
            if (items.Contains(line.Item)) onHand += line.OnHand;
        return figure with { Value = shipped == 0 ? NoDemand : Math.Round(onHand / (shipped / DaysOfDemand), 4) };
    }
}
