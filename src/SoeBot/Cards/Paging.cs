namespace SoeBot.Cards;

/// <summary>Pages of a list: what a button carries may be forged or from an older, longer list.</summary>
internal static class Paging
{
    /// <summary>The start of a page that exists.</summary>
    public static int Clamp(int skip, int onPage, int count) => Math.Clamp(skip - skip % onPage, 0, count == 0 ? 0 : (count - 1) / onPage * onPage);

    /// <summary>"11 to 20 of 34", "none".</summary>
    public static string Range(int skip, int onPage, int count) => count == 0 ? "none" : $"{skip + 1} to {Math.Min(skip + onPage, count)} of {count}";

    /// <summary>What stands after the last colon of what a button carries; zero when it is no number.</summary>
    public static (string Of, int Skip) Split(string? about)
    {
        var cut = about?.LastIndexOf(':') ?? -1;
        return cut < 0 ? (about ?? "", 0)
            : (about![..cut], int.TryParse(about.AsSpan(cut + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var skip) ? skip : 0);
    }
}
