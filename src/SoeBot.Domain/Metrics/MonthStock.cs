using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>All stock of a plant as the last plan version of a month saw it.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Cost">At the items' cost; null when an item in stock has none.</param>
public sealed record MonthStock(DateOnly Month, decimal Pieces, decimal? Cost)
{
    private const int MonthsKept = 13;

    /// <summary>The months known before with this one as it is today, the newest first. Without a stock table nothing is added.</summary>
    public static IReadOnlyList<MonthStock> Continue(IReadOnlyList<MonthStock> known, PlanSnapshot plan, DateOnly today)
    {
        if (plan.Stock is null) return known;
        var month = new DateOnly(today.Year, today.Month, 1);
        var costs = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var item in plan.Items ?? []) costs[item.Number] = item.Cost;
        decimal pieces = 0;
        decimal? cost = 0;
        foreach (var line in plan.Stock)
        {
            if (line.OnHand <= 0) continue;
            pieces += line.OnHand;
            cost += line.OnHand * costs.GetValueOrDefault(line.Item);
        }
        return [new MonthStock(month, pieces, cost), .. known.Where(one => one.Month < month).Take(MonthsKept - 1)];
    }
}
