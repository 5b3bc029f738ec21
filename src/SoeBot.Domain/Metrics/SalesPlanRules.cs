using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>The gap between the S&amp;OP plan and what was shipped in a month (R65): |shipped - plan| / plan, per family and in all.</summary>
public static class SalesPlanRules
{
    /// <param name="month">First day of a finished month.</param>
    public static Figure Gap(IReadOnlyList<SalesPlanLine>? plan, IReadOnlyList<OrderLine>? orders, IReadOnlyList<Item>? items, DateOnly month, MetricSettings settings)
    {
        var days = new DayRange(month, month.AddMonths(1).AddDays(-1));
        var figure = new Figure(
            FigureKind.SalesPlanGap, Figure.Share,
            $"difference of pieces shipped in the month and the S&OP plan, of the plan; target under {PlanWords.Quantity(settings.GapTarget * 100)} %. In all it hides what families do to each other, so each is shown, and the sum of their differences",
            $"{month.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}", "S&OP plan, customer orders, items");
        if (plan is null) return figure.Without("no S&OP plan in the plan data");
        if (orders is null) return figure.Without(OnTimeRules.NoOrdersWords);
        var planned = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in plan)
            if (line.Month == month) planned[line.Family] = planned.GetValueOrDefault(line.Family) + line.Quantity;
        if (planned.Values.Sum() <= 0) return figure.Without("no plan");

        var shipped = Shipped(orders, items ?? [], days);
        decimal asked = 0, sent = 0, apart = 0;
        var parts = new List<FigurePart>();
        foreach (var (family, quantity) in planned)
        {
            var pieces = shipped.GetValueOrDefault(family);
            asked += quantity;
            sent += pieces;
            apart += Math.Abs(pieces - quantity);
            parts.Add(new FigurePart(
                family, quantity > 0 ? Math.Abs(pieces - quantity) / quantity : null, pieces, quantity,
                quantity > 0 ? pieces < quantity ? "under" : pieces > quantity ? "over" : "as planned" : "no plan"));
        }
        return figure with
        {
            Value = Math.Abs(sent - asked) / asked, Numerator = sent, Denominator = asked, Counted = "pieces shipped of the plan",
            Parts = [new FigurePart("each family apart, together", apart / asked), .. parts.OrderByDescending(part => part.Value).ThenBy(part => part.Name, StringComparer.Ordinal).Take(Figure.MostParts - 1)],
        };
    }

    private static Dictionary<string, decimal> Shipped(IReadOnlyList<OrderLine> orders, IReadOnlyList<Item> items, DayRange days)
    {
        var families = new Dictionary<string, string>(items.Count, StringComparer.Ordinal);
        foreach (var item in items)
            if (item.Family is { } family) families[item.Number] = family;
        var shipped = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in orders)
            if (line.ShippedOn is { } day && days.Contains(day) && families.TryGetValue(line.Item, out var family))
                shipped[family] = shipped.GetValueOrDefault(family) + line.ShippedQuantity;
        return shipped;
    }
}
