using System.Globalization;

namespace SoeBot.Connectors.Reading;

/// <summary>Days as a source writes them.</summary>
internal sealed class DayText(IReadOnlyList<string>? formats)
{
    public const string Iso = "yyyy-MM-dd";
    private readonly string[] formats = formats is { Count: > 0 } ? [.. formats] : [Iso];

    public string Expected => string.Join(" or ", formats);

    /// <summary>Of a cell that is a day by itself: the time behind it does not matter.</summary>
    public static bool TryParsePlain(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text[..Math.Min(text.Length, Iso.Length)], Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 9000;

    /// <summary>With its time of day; midnight where the source has none.</summary>
    public bool TryParseMoment(ReadOnlySpan<char> text, out DateTime moment) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment) && moment.Year is >= 1900 and <= 9000;

    public bool TryParse(ReadOnlySpan<char> text, out DateOnly day)
    {
        var parsed = TryParseMoment(text, out var moment);
        day = DateOnly.FromDateTime(moment);
        return parsed;
    }
}
