namespace SoeBot.Planning;

/// <summary>The section <c>Plans</c>: how long plan versions stay in the store.</summary>
public sealed class PlanKeepOptions
{
    public const string Section = "Plans";

    /// <summary>Since a version was published, at least a week. The one in use and the one before it always stay.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What was frozen for one of the last so many weeks stays however old it is, 2 to 520.</summary>
    public int KeepWeeks { get; set; } = 60;

    /// <summary>
    /// Rows of all plants together that stay in memory behind an import, so that the next one reads only what changed; a million take about 250 MB.
    /// 0 to 50,000,000; with 0 every import reads all.
    /// </summary>
    public int RowsInMemory { get; set; } = 5_000_000;
}
