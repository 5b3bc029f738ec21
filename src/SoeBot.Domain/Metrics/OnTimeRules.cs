using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>
/// Customer orders due in a week and shipped in full by then (R58). An order counts once, with its lines due in the week;
/// still open counts as late in the week it was due; cancelled lines leave the denominator.
/// </summary>
public static class OnTimeRules
{
    public const string FirstWords = "orders due in the week by their first confirmed date and shipped in full by then, of all orders due";
    public const string LastWords = "orders due in the week by their last confirmed date and shipped in full by then, of all orders due";
    public const string NoOrdersWords = "no customer orders in the plan data";

    public static Measure AgainstFirst(IReadOnlyList<OrderLine>? orders, PlantWeek week) =>
        Measured(orders, week, line => line.FirstConfirmed ?? line.Requested, FirstWords);

    public static Measure AgainstLast(IReadOnlyList<OrderLine>? orders, PlantWeek week) =>
        Measured(orders, week, line => line.Commitment, LastWords);

    private static Measure Measured(IReadOnlyList<OrderLine>? orders, PlantWeek week, Func<OrderLine, DateOnly> dueOf, string words)
    {
        if (orders is null) return new Measure(0, 0, "orders", NoOrdersWords);
        var onTime = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var line in orders)
        {
            var due = dueOf(line);
            if (line.Cancelled || !week.Days.Contains(due)) continue;
            if (line.OpenQuantity == 0 && line.ShippedOn is null) continue; // shipped, but the file does not say when
            var kept = line.OpenQuantity == 0 && line.ShippedOn <= due;
            onTime[line.Order] = kept && onTime.GetValueOrDefault(line.Order, true);
        }
        var count = 0;
        foreach (var kept in onTime.Values) if (kept) count++;
        return new Measure(count, onTime.Count, "orders", words);
    }
}
