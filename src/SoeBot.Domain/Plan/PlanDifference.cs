namespace SoeBot.Domain.Plan;

/// <summary>The difference of two versions of the three tables that people change. A table that is absent in either version is null: nothing can be said about it.</summary>
public sealed record PlanDifference(
    TableDifference<OrderLine>? Orders,
    TableDifference<ScheduleLine>? Schedule,
    TableDifference<PurchaseLine>? Purchases)
{
    public static PlanDifference Between(PlanSnapshot before, PlanSnapshot after) => new(
        OfOrders(before.Orders, after.Orders),
        OfSchedule(before.Schedule, after.Schedule),
        OfPurchases(before.Purchases, after.Purchases));

    public static TableDifference<OrderLine>? OfOrders(IReadOnlyList<OrderLine>? before, IReadOnlyList<OrderLine>? after) =>
        Rows(before, after, RowWords.Of);

    public static TableDifference<ScheduleLine>? OfSchedule(IReadOnlyList<ScheduleLine>? before, IReadOnlyList<ScheduleLine>? after) =>
        Rows(before, after, RowWords.Of);

    public static TableDifference<PurchaseLine>? OfPurchases(IReadOnlyList<PurchaseLine>? before, IReadOnlyList<PurchaseLine>? after) =>
        Rows(before, after, RowWords.Of);

    /// <summary>One pass over each side. Rows that a version shares with the one before cost a reference comparison, and words are made only for rows that differ.</summary>
    private static TableDifference<T>? Rows<T>(IReadOnlyList<T>? before, IReadOnlyList<T>? after, Func<T, T, List<string>> words)
        where T : class, IPlanRow, IEquatable<T>
    {
        if (before is null || after is null) return null;
        if (ReferenceEquals(before, after)) return new TableDifference<T>([], [], []);

        var left = new Dictionary<string, T>(before.Count, StringComparer.Ordinal);
        foreach (var row in before) left[row.Key] = row;

        List<T> added = [];
        List<RowChange<T>> changed = [];
        foreach (var row in after)
        {
            if (!left.Remove(row.Key, out var old))
            {
                added.Add(row);
                continue;
            }
            if (ReferenceEquals(old, row) || old.Equals(row)) continue;
            var said = words(old, row);
            if (said.Count > 0) changed.Add(new RowChange<T>(old, row, said));
        }

        List<T> removed = [];
        if (left.Count > 0)
            foreach (var row in before)
                if (left.Remove(row.Key, out var gone)) removed.Add(gone);
        return new TableDifference<T>(added, removed, changed);
    }
}
