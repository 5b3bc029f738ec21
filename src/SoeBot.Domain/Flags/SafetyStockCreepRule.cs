using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Flags;

/// <summary>
/// Safety-stock creep (R138): the stock of an item lies above its safety stock and rose in each of the last weeks (today and the starts of the
/// weeks before), while other items are short, that is out of stock or below their own safety stock.
/// </summary>
public static class SafetyStockCreepRule
{
    /// <summary>The items whose earlier stock decides; none while nothing else is short.</summary>
    public static IReadOnlyList<string> Candidates(PlanIndex index, IReadOnlyList<StockProjection> stock)
    {
        var (above, below) = Sides(index, OnHand(index), stock);
        return below.Count == 0 ? [] : [.. above.Select(index.Number)];
    }

    internal static void Find(FlagInput input, List<PlanFlag> found)
    {
        if (input.EarlierStock.Count < input.Settings.CreepWeeks) return;
        var onHand = OnHand(input.Index);
        var (above, below) = Sides(input.Index, onHand, input.Stock);
        if (below.Count == 0) return;
        var others = string.Join(", ", below.Take(3).Select(input.Index.Name)) + (below.Count > 3 ? $" and {below.Count - 3} more" : "");
        foreach (var item in above)
        {
            var safety = input.Index.Fact(item)!.SafetyStock;
            if (FirstOfRise(input, item, onHand[item], safety) is not { } first) continue;
            found.Add(new PlanFlag(
                FlagKind.SafetyStockCreep, input.Index.Number(item), input.Today,
                $"{input.Index.Name(item)}: {PlanWords.Quantity(onHand[item])} in stock, {PlanWords.Quantity(onHand[item] - safety)} above its safety stock of {PlanWords.Quantity(safety)} "
                + $"and rising for {input.Settings.CreepWeeks} weeks (from {PlanWords.Quantity(first)}), while {PlanWords.Count(below.Count, "item is", "items are")} short: {others}",
                onHand[item], safety, "pcs"));
        }
    }

    /// <summary>The oldest stock of a rise without a break that never lay below the safety stock; null when it is none.</summary>
    private static decimal? FirstOfRise(FlagInput input, int item, decimal now, decimal safety)
    {
        var later = now;
        for (var back = 0; back < input.Settings.CreepWeeks; back++)
        {
            if (!input.EarlierStock[back].TryGetValue(input.Index.Number(item), out var stock) || stock >= later || stock < safety) return null;
            later = stock;
        }
        return later;
    }

    private static decimal[] OnHand(PlanIndex index)
    {
        var onHand = new decimal[index.Count];
        foreach (var line in index.Plan.Stock ?? []) onHand[index.Find(line.Item)] += line.OnHand;
        return onHand;
    }

    private static (List<int> Above, List<int> Below) Sides(PlanIndex index, decimal[] onHand, IReadOnlyList<StockProjection> projected)
    {
        var (above, below) = (new List<int>(), new List<int>());
        var isOut = new bool[index.Count];
        foreach (var stock in projected) isOut[stock.Item] = stock.IsOut;
        for (var item = 0; item < index.Count; item++)
        {
            var safety = index.Fact(item)?.SafetyStock ?? 0;
            if (isOut[item] || onHand[item] < safety) below.Add(item);
            else if (safety > 0 && onHand[item] > safety) above.Add(item);
        }
        return (above, below);
    }
}
