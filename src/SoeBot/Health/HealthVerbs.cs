namespace SoeBot.Health;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class HealthVerbs
{
    /// <summary>Another page, the other window, or the maturity level; for the presser alone.</summary>
    public const string Page = "health.page";
}
