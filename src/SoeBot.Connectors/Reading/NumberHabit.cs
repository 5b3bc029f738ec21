using System.Buffers;

namespace SoeBot.Connectors.Reading;

/// <summary>
/// How one file writes its numbers when no mapping says it. A point stands before decimals. What can be read in one way only is read so:
/// 12,5 and 1.234,56 and 1,234.56 and 1.250.000 and 1 250. What can be read in two ways (1,250) is refused, and so is 1.250 in a file
/// that has a decimal comma or thousands somewhere else.
/// </summary>
internal sealed class NumberHabit
{
    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \u00A0\u202F\u2009'’");
    private bool commas, points;

    /// <summary>Numbers that can be read in one way only have shown a decimal comma, or numbers that can be read in two were read with a point: never both.</summary>
    public bool IsDoubtful() => commas && points;

    /// <summary>What both have shown.</summary>
    public NumberHabit With(NumberHabit other) => new() { commas = commas || other.commas, points = points || other.points };

    /// <summary>Three digits behind the only comma and one to three before it, not beginning with 0.</summary>
    public static bool IsDoubtful(ReadOnlySpan<char> text) => IsDoubtful(text, ',');

    /// <summary>Takes numbers with commas or several points; what has neither was read already.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        if (IsDoubtful(text, ',')) return false;
        // A blank or an apostrophe stands between thousands and nowhere else.
        if (text.IndexOfAny(Gaps) is > 0 and var gap)
            return new NumberText(text.Contains(',') ? ',' : '.', text[gap]).TryParse(text, out number);
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        char? mark = comma < 0 && point < 0 ? null
            : comma > point ? (text.Count(',') == 1 ? ',' : null)
            : text.Count('.') == 1 ? '.' : null;
        char? thousands = mark switch
        {
            ',' => point >= 0 ? '.' : null,
            '.' => comma >= 0 ? ',' : null,
            _ => comma > point ? ',' : point >= 0 ? '.' : null,
        };
        if (mark is null && (thousands is null || text.Count(thousands.Value) < 2)) return false;
        if (mark is null && text.ContainsAny(thousands == ',' ? "." : ",")) return false;
        if (!new NumberText(mark ?? (thousands == ',' ? '.' : ','), thousands).TryParse(text, out number)) return false;
        commas |= mark == ',' || thousands == '.';
        return true;
    }

    /// <summary>Why a number that was read may be another one; null for nearly all of them.</summary>
    public string? Doubt(ReadOnlySpan<char> text)
    {
        if (!IsDoubtful(text, '.'))
        {
            if (!commas || !points) return null;
            points = false;
            return "shows that the decimals of this file stand behind a comma, and numbers above like 1.250 were read with a point. Say in the mapping which is meant (\"decimal\", \"thousands\").";
        }
        if (commas) return $"may mean {text.ToString().Replace(".", "", StringComparison.Ordinal)} or {text}: other numbers of this file have a decimal comma. Say in the mapping which is meant (\"decimal\", \"thousands\").";
        points = true;
        return null;
    }

    private static bool IsDoubtful(ReadOnlySpan<char> text, char mark)
    {
        if (text.Length < 5 || text[^4] != mark) return false;
        var digits = text.TrimStart("+-");
        return digits.Length is >= 5 and <= 7 && digits[0] != '0' && digits[..^4].IndexOfAnyExceptInRange('0', '9') < 0 && digits[^3..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
