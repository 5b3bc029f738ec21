using System.Buffers;
using System.Globalization;

namespace SoeBot.Connectors.Reading;

/// <summary>Numbers as a mapping says that a source writes them: nothing is guessed, so that 1,234 is never taken for 1.234.</summary>
internal sealed class NumberText(char? decimalMark, char? thousands)
{
    /// <summary>Of a cell that is a number by itself.</summary>
    public static readonly NumberText Plain = new(null, null);

    /// <summary>From here on the store would lose digits.</summary>
    public const decimal Largest = 1_000_000_000_000m;
    public const string TooLarge = "is larger than any number of a plan (1,000,000,000,000). Correct it.";
    public const string TooSmall = "is too small: four decimals are kept. Give it in a smaller unit, or per 1,000.";
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,-+ ");
    private readonly bool plain = decimalMark is null or '.' && thousands is null;
    private readonly NumberFormatInfo format = new()
    {
        NumberDecimalSeparator = (decimalMark ?? '.').ToString(),
        NumberGroupSeparator = thousands?.ToString() ?? " ",
    };

    /// <summary>Why it is none, in words.</summary>
    public string Refusal(ReadOnlySpan<char> text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) >= Largest
            || (text.Length > 20 && text.IndexOfAnyExcept(OfNumbers) < 0)) return TooLarge;
        if (decimalMark is null && thousands is null && NumberHabit.IsDoubtful(text))
            return $"may mean {text.ToString().Replace(",", "", StringComparison.Ordinal)} or {text.ToString().Replace(',', '.')}. Write it without a separator between the thousands, or say in the mapping which is meant (\"decimal\", \"thousands\").";
        return $"is no number; expected is a number with \"{format.NumberDecimalSeparator}\" before the decimals and {(thousands is { } mark ? $"\"{mark}\" between the thousands" : "no thousands separators")}. Write the number alone.";
    }

    /// <summary>What binary fractions leave behind is no loss, a thousandth of the number is.</summary>
    public static bool LosesDigits(decimal number) => Math.Abs(decimal.Round(number, 4) - number) > Math.Abs(number) / 1000;

    public bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        if (plain && TryParseDigits(text, out number)) return number < Largest;
        // Some systems write the minus behind the number.
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingSign | NumberStyles.AllowDecimalPoint;
        var parsed = plain
            ? decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out number)
            : decimal.TryParse(text, thousands is null ? Styles : Styles | NumberStyles.AllowThousands, format, out number) && Grouped(text);
        return parsed && Math.Abs(number) < Largest;
    }

    /// <summary>The common case, digits with a point at most, by its digits. False: look properly.</summary>
    private static bool TryParseDigits(ReadOnlySpan<char> text, out decimal number)
    {
        const int Most = 18; // digits of a long
        number = 0;
        if (text.Length is 0 or > Most) return false;
        long digits = 0;
        var point = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at])) digits = digits * 10 + text[at] - '0';
            else if (text[at] == '.' && point < 0 && at > 0 && at < text.Length - 1) point = at;
            else return false;
        }
        number = new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, scale: (byte)(point < 0 ? 0 : text.Length - 1 - point));
        return true;
    }

    /// <summary>A thousands separator stands before exactly three digits, otherwise it is none.</summary>
    private bool Grouped(ReadOnlySpan<char> text)
    {
        if (thousands is not { } mark) return true;
        var whole = text.IndexOf(format.NumberDecimalSeparator[0]) is var end and >= 0 ? text[..end] : text;
        for (var at = whole.IndexOf(mark); at >= 0; at = whole.IndexOf(mark))
        {
            whole = whole[(at + 1)..];
            if ((whole.IndexOf(mark) is var next and >= 0 ? next : whole.Length) != 3) return false;
        }
        return true;
    }
}
