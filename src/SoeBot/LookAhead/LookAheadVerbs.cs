namespace SoeBot.LookAhead;

/// <summary>The buttons of this slice, as they stand on the wire. Both only read and answer with a personal view.</summary>
internal static class LookAheadVerbs
{
    /// <summary>Another card in place: the look-ahead itself, a list behind it, the top ten.</summary>
    public const string Show = "look-ahead.show";

    /// <summary>Another page of the same list.</summary>
    public const string Page = "look-ahead.page";
}
