using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Risk;

/// <summary>The at-risk list as people see it: the ranking, with what planning or the lead decided against it.</summary>
public static class AtRiskList
{
    /// <summary>Named each week (R45).</summary>
    public const int Named = 10;

    /// <summary>
    /// What was put on the list goes to its head, in the order of the ranking, then by order number; what was taken off is not on it. The
    /// ranks are given anew.
    /// </summary>
    /// <param name="ranked">By the rules.</param>
    /// <param name="decided">Orders that people decided about.</param>
    /// <param name="lines">In the plan, of those that were put on and are not ranked. What has nothing open stays off.</param>
    public static IReadOnlyList<RankedOrder> With(IReadOnlyList<RankedOrder> ranked, IReadOnlyCollection<AtRiskOrder> decided, ILookup<string, OrderLine> lines)
    {
        if (decided.Count == 0) return ranked;
        var on = decided.Where(one => one.Override == RiskOverride.On).ToDictionary(one => one.Order, one => one.OverrideReason ?? "", StringComparer.Ordinal);
        var off = decided.Where(one => one.Override == RiskOverride.Off).Select(one => one.Order).ToHashSet(StringComparer.Ordinal);
        var known = ranked.Select(one => one.Order).ToHashSet(StringComparer.Ordinal);
        IEnumerable<RankedOrder> head = ranked.Where(one => on.ContainsKey(one.Order))
            .Concat(on.Keys.Where(order => !known.Contains(order) && lines[order].Any(line => line.OpenQuantity > 0)).Order(StringComparer.Ordinal).Select(order => Unranked([.. lines[order]])));
        return [.. head.Select(one => one with { PutOnBecause = on[one.Order] }).Concat(ranked.Where(one => !on.ContainsKey(one.Order) && !off.Contains(one.Order)))
            .Select((one, at) => one with { Rank = at + 1 })];
    }

    /// <summary>An order that the rules have not ranked: rank 0, nothing projected.</summary>
    public static RankedOrder Unranked(IReadOnlyList<OrderLine> lines)
    {
        var line = lines.OrderBy(one => one.OpenQuantity == 0).ThenBy(one => one.Commitment).First();
        return new(0, line.Order, line.Line, line.Item, "", line.Customer, line.OpenQuantity, line.Commitment, null, null, LateCause.None, 0, [], [])
        {
            CustomerClass = line.CustomerClass, Priority = line.Priority, IsUnranked = true,
        };
    }

    /// <summary>Why an order that was listed is at risk no more (R56), by its lines in the plan.</summary>
    /// <param name="listedFor">The commitment date when it came onto the list.</param>
    public static LeaveReason ReasonOf(IReadOnlyCollection<OrderLine> lines, DateOnly? listedFor) =>
        lines.Count == 0 ? LeaveReason.Gone
        : lines.Any(line => line.MergedInto is { } into && into != line.Order) && lines.All(line => line.OpenQuantity == 0 || line.MergedInto is not null) ? LeaveReason.Merged
        : lines.All(line => line.Cancelled) ? LeaveReason.Cancelled
        : lines.All(line => line.OpenQuantity == 0) ? LeaveReason.Shipped
        : listedFor is { } day && lines.Where(line => line.OpenQuantity > 0).Min(line => line.Commitment) > day ? LeaveReason.RePromised
        : LeaveReason.RiskRemoved;
}
