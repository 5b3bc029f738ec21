namespace SoeBot.Sheet;

internal static class SheetVerbs
{
    /// <summary>A new address; the one before stops working.</summary>
    public const string Link = "sheet.link";
    public const string Revoke = "sheet.revoke";
}
