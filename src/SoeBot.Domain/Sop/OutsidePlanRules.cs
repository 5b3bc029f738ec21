using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Sop;

/// <param name="Pieces">Of the line beyond the plan.</param>
/// <param name="Why">"the plan has no Pumps in January", "Pumps in January are planned with 400 pieces and ordered with 470".</param>
public sealed record OutsidePlanLine(string Order, string Line, string Family, DateOnly Month, decimal Pieces, string Why);

/// <summary>
/// Orders taken outside the signed plan (R124). In each family and month, by commitment date, orders use up the planned pieces in the sequence in
/// which they were taken; a line taken after the signature that finds nothing left is outside.
/// </summary>
public static class OutsidePlanRules
{
    /// <param name="signedOn">The day the plan was signed.</param>
    /// <returns>Null when orders, items or an S&amp;OP plan are missing; the newest first.</returns>
    public static IReadOnlyList<OutsidePlanLine>? Find(PlanSnapshot plan, DateOnly signedOn)
    {
        if (plan is not { Orders: { } orders, Items: { } items, SalesPlan: { } sales }) return null;
        var families = items.Where(item => item.Family is not null).ToDictionary(item => item.Number, item => item.Family!, StringComparer.Ordinal);
        var planned = sales.GroupBy(line => (line.Family, line.Month)).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        // A month that nobody planned is not outside: the plan does not reach so far.
        var months = sales.Select(line => line.Month).ToHashSet();
        var found = new List<(OutsidePlanLine Line, DateOnly OrderedOn)>();
        var taken = new Dictionary<(string, DateOnly), decimal>();
        foreach (var line in orders.Where(line => !line.Cancelled).OrderBy(line => line.OrderedOn ?? DateOnly.MinValue).ThenBy(line => line.Order, StringComparer.Ordinal).ThenBy(line => line.Line, StringComparer.Ordinal))
        {
            var month = new DateOnly(line.Commitment.Year, line.Commitment.Month, 1);
            if (!families.TryGetValue(line.Item, out var family) || !months.Contains(month)) continue;
            var all = planned.GetValueOrDefault((family, month));
            var before = taken.GetValueOrDefault((family, month));
            taken[(family, month)] = before + line.Quantity;
            var beyond = Math.Min(line.Quantity, before + line.Quantity - all);
            if (beyond <= 0 || line.OrderedOn is not { } ordered || ordered < signedOn || line.OpenQuantity == 0) continue;
            var name = month.ToString("MMMM", System.Globalization.CultureInfo.InvariantCulture);
            found.Add((new(line.Order, line.Line, family, month, beyond, all == 0 ? $"the plan has no {family} in {name}"
                : $"{family} in {name} are planned with {PlanWords.Count(all, "piece", "pieces")} and ordered with {PlanWords.Quantity(before + line.Quantity)}"), ordered));
        }
        return [.. found.OrderByDescending(one => one.OrderedOn).ThenByDescending(one => one.Line.Pieces).Select(one => one.Line)];
    }
}
