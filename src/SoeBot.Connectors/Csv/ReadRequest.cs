using SoeBot.Connectors.Reading.Held;
using SoeBot.Domain.Plan;

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

    /// <summary>When the version in use was made, as people say it: "yesterday", "on Mon 23 Nov".</summary>
    public string PreviousWhen { get; init; } = "the version in use";

    /// <summary>Tables of the version in use that stand in for those that were not sent; others stay absent.</summary>
    public PlanSnapshot? InUse { get; init; }

    /// <summary>The version in use as it was read, when it is at hand: only what differs from it is parsed, and <see cref="InUse"/> is not needed. The outcome is the same.</summary>
    public HeldPlan? Held { get; init; }

    /// <summary>What people call that version: "version 14".</summary>
    public string InUseName { get; init; } = "the version in use";

    public ReadLimits Limits { get; init; } = new();
}

/// <summary>What of a plan is suspicious though each of its rows is sound (R139).</summary>
public sealed record ReadLimits
{
    /// <summary>The greatest share (0 to 1) by which a table may shrink against <see cref="ReadRequest.Previous"/>.</summary>
    public double LargestFall { get; init; } = 0.5;

    /// <summary>The same for single tables, by their words.</summary>
    public IReadOnlyDictionary<string, double> FallOf { get; init; } = new Dictionary<string, double>();

    /// <summary>False: it is said, and the files are taken all the same.</summary>
    public bool FallRefuses { get; init; } = true;

    /// <summary>Null: files may be of any age.</summary>
    public AgeLimit? Age { get; init; }
}

/// <param name="Now">From which the age counts.</param>
/// <param name="Most">The greatest age.</param>
/// <param name="Refuses">False: it is said, and the files are taken all the same.</param>
/// <param name="Shown">An instant as the plant's people read it.</param>
/// <param name="DayOf">The plant's day of an instant.</param>
public sealed record AgeLimit(DateTimeOffset Now, TimeSpan Most, bool Refuses, Func<DateTimeOffset, string> Shown, Func<DateTimeOffset, DateOnly> DayOf);
