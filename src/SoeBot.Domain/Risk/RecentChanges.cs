using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>Reads the changes that unsettle an order out of the differences between the versions of the last days.</summary>
public static class RecentChanges
{
    /// <summary>
    /// By order number: a line's item, quantity, requested date or re-confirmed date, and every move or new quantity of a production order
    /// made for it. A first confirmation, a shipment or reported pieces are progress and no change.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<RecentChange>> From(IEnumerable<(DateOnly Day, PlanDifference Difference)> days)
    {
        var changes = new Dictionary<string, IReadOnlyList<RecentChange>>(StringComparer.Ordinal);
        foreach (var (day, difference) in days)
        {
            foreach (var change in difference.Orders?.Changed ?? [])
                if (OrderWords(change.Before, change.After) is { Count: > 0 } words) Add(change.After.Order, day, string.Join(" and ", words));
            foreach (var change in difference.Schedule?.Changed ?? [])
                if (change.After.ForOrder is { } key && ScheduleWords(change.Before, change.After) is { Count: > 0 } words)
                    Add(OrderOf(key), day, $"production order {change.After.Number}: {string.Join(" and ", words)}");
        }
        return changes;

        void Add(string order, DateOnly day, string words)
        {
            if (!changes.TryGetValue(order, out var list)) changes[order] = list = new List<RecentChange>();
            ((List<RecentChange>)list).Add(new RecentChange(day, words));
        }
    }

    private static List<string> OrderWords(OrderLine before, OrderLine after) => RowWords.Of(
        before with { ShippedQuantity = 0, ShippedOn = null, Priority = null, Value = null, Penalty = null },
        after with
        {
            ShippedQuantity = 0, ShippedOn = null, Priority = null, Value = null, Penalty = null,
            FirstConfirmed = before.FirstConfirmed,
            LastConfirmed = before.LastConfirmed is null ? null : after.LastConfirmed,
        });

    private static List<string> ScheduleWords(ScheduleLine before, ScheduleLine after) => RowWords.Of(
        Plan(before), Plan(after));

    private static ScheduleLine Plan(ScheduleLine line) =>
        line with { Good = 0, Scrapped = 0, FinishedOn = null, StartedOn = null, Hours = null, ReportedHours = null, Sequence = null };

    /// <summary>A line's key is its order number, a slash and its line.</summary>
    private static string OrderOf(string key) => key.LastIndexOf('/') is > 0 and var slash ? key[..slash] : key;
}
