namespace SoeBot.Exceptions;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class ExceptionVerbs
{
    /// <summary>Records who saw the day's page and when (R40).</summary>
    public const string Seen = "exceptions.seen";

    /// <summary>The list of a category, or the page itself; for the presser alone.</summary>
    public const string Show = "exceptions.page";

    /// <summary>The presser looks for the cause of the chosen process problem.</summary>
    public const string Cause = "exceptions.cause";

    /// <summary>The flags, for the presser alone.</summary>
    public const string Flags = "flags.page";
}
