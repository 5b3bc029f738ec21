using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Domain.Fences;

namespace SoeBot.Words;

/// <summary>Finds a day in what somebody typed: "Fri", "tomorrow", "10 Jan", "Jan 10", "2026-01-10", "10.1.", "in 3 days".</summary>
internal static partial class DayReading
{
    /// <param name="Day">The day meant; a weekday means the next such day, today excluded.</param>
    /// <param name="Text">The words that said so, to be taken out of the line.</param>
    public readonly record struct Found(DateOnly Day, string Text);

    private static readonly string[] WeekdayStarts = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] MonthStarts = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static Found? In(string text, DateOnly today, PlantCalendar calendar)
    {
        if (Iso().Match(text) is { Success: true } iso
            && DateOnly.TryParseExact(iso.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return new(exact, iso.Value);
        if (DayMonth().Match(text) is { Success: true } dayMonth && DayOf(dayMonth.Groups["d"].Value, dayMonth.Groups["m"].Value, today) is { } named)
            return new(named, dayMonth.Value);
        if (MonthDay().Match(text) is { Success: true } monthDay && DayOf(monthDay.Groups["d"].Value, monthDay.Groups["m"].Value, today) is { } other)
            return new(other, monthDay.Value);
        if (Dotted().Match(text) is { Success: true } dotted && DayOf(int.Parse(dotted.Groups["d"].Value, CultureInfo.InvariantCulture), int.Parse(dotted.Groups["m"].Value, CultureInfo.InvariantCulture), today) is { } european)
            return new(european, dotted.Value);
        if (Relative().Match(text) is { Success: true } relative)
            return new(relative.Groups["n"].Success ? today.AddDays(int.Parse(relative.Groups["n"].Value, CultureInfo.InvariantCulture))
                : relative.Value.Contains("tomorrow", StringComparison.OrdinalIgnoreCase) ? today.AddDays(1)
                : relative.Value.Contains("week", StringComparison.OrdinalIgnoreCase) ? LastWorkingDay(calendar, calendar.WeekOf(today).Next)
                : today, relative.Value);
        if (Weekday().Match(text) is { Success: true } weekday)
        {
            var wanted = Array.IndexOf(WeekdayStarts, weekday.Groups["w"].Value[..3].ToLowerInvariant());
            var ahead = (wanted - (int)today.DayOfWeek + 7) % 7;
            return new(today.AddDays(ahead == 0 ? 7 : ahead), weekday.Value);
        }
        return null;
    }

    private static DateOnly LastWorkingDay(PlantCalendar calendar, PlantWeek week) =>
        week.Days.Each().LastOrDefault(calendar.IsWorkingDay) is { Year: > 1 } day ? day : week.End;

    private static DateOnly? DayOf(string day, string month, DateOnly today) =>
        DayOf(int.Parse(day, CultureInfo.InvariantCulture), Array.IndexOf(MonthStarts, month[..3].ToLowerInvariant()) + 1, today);

    // A day without a year is the next one that comes, but for the last two months: "10 Dec" typed in January was last month.
    private static DateOnly? DayOf(int day, int month, DateOnly today)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(today.Year, month)) return null;
        var found = new DateOnly(today.Year, month, day);
        if (found < today.AddDays(-60)) return found.AddYears(1);
        return found > today.AddDays(305) ? found.AddYears(-1) : found;
    }

    private const string Lead = @"(?:\b(?:by|until|till|before|on|to|due|for)\s+)?";
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    [GeneratedRegex(Lead + @"\b(\d{4}-\d{2}-\d{2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Iso();

    [GeneratedRegex(Lead + @"\b(?<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?<m>" + Months + @")\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex DayMonth();

    [GeneratedRegex(Lead + @"\b(?<m>" + Months + @")\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDay();

    [GeneratedRegex(Lead + @"\b(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Dotted();

    [GeneratedRegex(Lead + @"\b(?:tomorrow|today|next\s+week|in\s+(?<n>\d{1,3})\s+days?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Relative();

    [GeneratedRegex(Lead + @"\b(?:next\s+)?(?<w>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday|r)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();
}
