namespace SoeBot.Planning;

/// <summary>The section <c>Plans</c>: how long plan versions stay in the store.</summary>
public sealed class PlanKeepOptions
{
    public const string Section = "Plans";

    /// <summary>Since a version was published, at least a week. The one in use and the one before it always stay.</summary>
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What was frozen for one of the last so many weeks stays however old it is, 2 to 520.</summary>
    public int KeepWeeks { get; set; } = 60;
}
