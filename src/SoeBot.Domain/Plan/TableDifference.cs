namespace SoeBot.Domain.Plan;

/// <summary>How one table changed between two versions, rows matched by key; each list in the order of its version.</summary>
public sealed record TableDifference<T>(
    IReadOnlyList<T> Added,
    IReadOnlyList<T> Removed,
    IReadOnlyList<RowChange<T>> Changed)
    where T : IPlanRow
{
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;
}

/// <summary>One row that is in both versions and not the same.</summary>
/// <param name="Words">Each changed field with both values: "quantity from 40 to 60". Never empty.</param>
public sealed record RowChange<T>(T Before, T After, IReadOnlyList<string> Words)
    where T : IPlanRow
{
    public string Key => After.Key;
}
