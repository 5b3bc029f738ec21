using System.Globalization;
using System.Text.RegularExpressions;

namespace SoeBot.Words;

/// <summary>Which comes first in "10/1".</summary>
internal enum DateOrder { DayFirst, MonthFirst }

/// <summary>A day typed as two numbers with a slash, "10/1" or "10/1/2027". Only some of them can be read without asking.</summary>
internal static partial class SlashDate
{
    /// <param name="First">10 of "10/1".</param>
    /// <param name="Year">Null when none was typed.</param>
    public readonly record struct Found(int First, int Second, int? Year, string Text, int At)
    {
        /// <summary>Null when it may be either.</summary>
        public DateOrder? Order => First == Second ? DateOrder.DayFirst : First > 12 ? DateOrder.DayFirst : Second > 12 ? DateOrder.MonthFirst : null;

        /// <summary>"10 January", with the year when one was typed.</summary>
        public string In(DateOrder order)
        {
            var (day, month) = order == DateOrder.DayFirst ? (First, Second) : (Second, First);
            var words = $"{day.ToString(CultureInfo.InvariantCulture)} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)}";
            return Year is { } year ? $"{words} {year.ToString(CultureInfo.InvariantCulture)}" : words;
        }
    }

    /// <summary>The first that can be a day at all.</summary>
    public static Found? Of(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            var (first, second) = (int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture));
            if (first is >= 1 and <= 31 && second is >= 1 and <= 31 && (first <= 12 || second <= 12))
                return new(first, second, match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : null, match.Value, match.Index);
        }
        return null;
    }

    public static string Replace(string text, Found found, DateOrder order) =>
        found.Year is { } year
            ? text[..found.At] + string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{(order == DateOrder.DayFirst ? found.Second : found.First):00}-{(order == DateOrder.DayFirst ? found.First : found.Second):00}") + text[(found.At + found.Text.Length)..]
            : text[..found.At] + found.In(order) + text[(found.At + found.Text.Length)..];

    [GeneratedRegex(@"(?<![\d/.\-])(?<a>\d{1,2})/(?<b>\d{1,2})(?:/(?<y>20\d{2}))?(?![\d/])")]
    private static partial Regex Pattern();
}
