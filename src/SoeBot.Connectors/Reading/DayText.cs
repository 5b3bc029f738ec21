using System.Globalization;

namespace SoeBot.Connectors.Reading;

/// <summary>Days as a source writes them.</summary>
internal sealed class DayText(IReadOnlyList<string>? formats)
{
    public const string Iso = "yyyy-MM-dd";
    private const int First = 1900, Last = 9000;

    /// <summary>An hour behind the day changes nothing about it.</summary>
    private static readonly string[] Own = [Iso, "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    /// <summary>What else people write, to name it to them.</summary>
    private static readonly string[] Usual = ["d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd", "d-M-yyyy", "d-MMM-yyyy", "d MMM yyyy", "d.M.yy"];
    private readonly string[] formats = formats is { Count: > 0 } ? [.. formats] : Own;

    /// <summary>Why it is none, in words.</summary>
    public string Refusal(ReadOnlySpan<char> text)
    {
        var day = DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment.Year : 0;
        if (day > 0) return $"is before the year {First} or after {Last}. Leave the cell empty when there is no date.";
        var expected = formats == Own ? "a date like 2026-08-24 (year-month-day)" : $"a date written as {string.Join(" or ", formats)}";
        var looks = Usual.Where(usual => !formats.Contains(usual)).Where(Fits(text)).Take(2).ToList();
        var hint = looks.Count > 0 ? $" It looks like {string.Join(" or ", looks)}: write it as expected, or say so in the mapping (\"dates\")."
            : IsOfExcel(text, out var meant) ? $" It looks like Excel's number for {meant:yyyy-MM-dd}: give the column a date format before it is saved." : " Correct it.";
        return $"is no date; expected is {expected}.{hint}";
    }

    /// <summary>Of a cell that is a day by itself: the time behind it does not matter.</summary>
    public static bool TryParsePlain(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text[..Math.Min(text.Length, Iso.Length)], Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= First and <= Last;

    /// <summary>With its time of day; midnight where the source has none.</summary>
    public bool TryParseMoment(ReadOnlySpan<char> text, out DateTime moment) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out moment) && moment.Year is >= First and <= Last;

    public bool TryParse(ReadOnlySpan<char> text, out DateOnly day)
    {
        if ((formats == Own || formats is [Iso]) && TryParseIso(text, out day)) return true;
        var parsed = TryParseMoment(text, out var moment);
        day = DateOnly.FromDateTime(moment);
        return parsed;
    }

    /// <summary>The common case by its digits: a plan of a million lines holds some millions of days. False: look properly.</summary>
    private static bool TryParseIso(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length != Iso.Length || text[4] != '-' || text[7] != '-') return false;
        if (Number(text[..4]) is not (>= First and <= Last and var year) || Number(text[5..7]) is not (>= 1 and <= 12 and var month)) return false;
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

    /// <summary>Of a cell that lost its date format on the way: days since the end of 1899, here of 1990 to 2063.</summary>
    private static bool IsOfExcel(ReadOnlySpan<char> text, out DateTime meant)
    {
        var number = text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 32_874 and < 60_000 ? days : 0;
        meant = DateTime.FromOADate(number);
        return number > 0;
    }

    private static Func<string, bool> Fits(ReadOnlySpan<char> text)
    {
        var shown = text.ToString();
        return usual => DateTime.TryParseExact(shown, usual, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }
}
