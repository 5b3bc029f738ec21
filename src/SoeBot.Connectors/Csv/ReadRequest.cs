namespace SoeBot.Connectors.Csv;

/// <summary>What reading needs to know beside the files.</summary>
/// <param name="Today">The plant's day. With a mapping that replays history it is the day looked back from: facts up to the evening before are known.</param>
public sealed record ReadRequest(DateOnly Today)
{
    /// <summary>First day of the plant's week, for conditions of a mapping that speak of weeks.</summary>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Start of the plant's production day: an earlier time of day belongs to the day before, where a mapping says so.</summary>
    public TimeOnly DayStart { get; init; } = TimeOnly.MinValue;

    /// <summary>Rows per table of the version in use, by the table's word; empty when there is none.</summary>
    public IReadOnlyDictionary<string, int> Previous { get; init; } = new Dictionary<string, int>();

    /// <summary>The greatest share (0 to 1) by which a table may shrink against <see cref="Previous"/>.</summary>
    public double LargestFall { get; init; } = 0.5;
}
