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
        if (formats is [Iso] && TryParseIso(text, out day)) return true;
        var parsed = TryParseMoment(text, out var moment);
        day = DateOnly.FromDateTime(moment);
        return parsed;
    }

    /// <summary>The common case by its digits: a plan of a million lines holds some millions of days. False: look properly.</summary>
    private static bool TryParseIso(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length != Iso.Length || text[4] != '-' || text[7] != '-') return false;
        if (Number(text[..4]) is not (>= 1900 and <= 9000 and var year) || Number(text[5..7]) is not (>= 1 and <= 12 and var month)) return false;
        if (Number(text[8..]) is not (>= 1 and var number) || number > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, number);
        return true;

        static int Number(ReadOnlySpan<char> digits)
        {
            var number = 0;
            foreach (var digit in digits)
            {
                if (!char.IsAsciiDigit(digit)) return -1;
                number = number * 10 + digit - '0';
            }
            return number;
        }
    }
}
