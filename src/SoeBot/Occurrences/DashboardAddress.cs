namespace SoeBot.Occurrences;

/// <summary>What the way into the dashboard needs of the section <c>Pages</c>, whose own slice checks it.</summary>
public sealed class DashboardAddress
{
    public const string Section = "Pages";

    /// <summary>How browsers reach this app; left out: nobody is given a link to the dashboard.</summary>
    public string? Address { get; set; }
}
