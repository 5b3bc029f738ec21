namespace SoeBot.Store.Plans;

/// <param name="Total">How many there are on all pages.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total);
