namespace SoeBot.Minutes;

/// <summary>The buttons of this slice, as they stand on the wire.</summary>
internal static class MinutesVerbs
{
    /// <summary>All decisions, page by page, for the presser alone.</summary>
    public const string Page = "minutes.page";
    public const string List = "minutes.list";

    /// <summary>The chosen one of the list.</summary>
    public const string Open = "minutes.open";

    /// <summary>As markdown, to be copied.</summary>
    public const string Text = "minutes.text";

    /// <summary>Makes an address for the printable page, shown to the presser alone and kept nowhere.</summary>
    public const string Link = "minutes.link";
    public const string Revoke = "minutes.revoke";
}
