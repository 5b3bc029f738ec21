using System.Globalization;
using System.Text.RegularExpressions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Words;

namespace SoeBot.People.Absences;

/// <summary>What an "away" line says: "13-17 Jan, Petra covers", "until Fri", "Mon to Wed, Petra covers approvals".</summary>
/// <param name="Days">Null when no day was found.</param>
/// <param name="Deputy">The words that name the deputy; null when nobody is named.</param>
internal sealed partial record AbsenceLine(DayRange? Days, string? Deputy, AbsenceScope Scope)
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    public static AbsenceLine Read(string rest, DateOnly today, PlantCalendar calendar)
    {
        var cover = Cover().Match(rest) is { Success: true } covers ? covers : CoveredBy().Match(rest);
        var deputy = cover.Success ? cover.Groups["who"].Value.Trim(' ', ',', '.', ':', '@') : null;
        var scope = cover.Success && Approvals().IsMatch(rest[cover.Index..]) ? AbsenceScope.Approvals : AbsenceScope.All;
        return new(DaysIn(cover.Success ? rest.Remove(cover.Index, cover.Length) : rest, today, calendar), deputy is { Length: > 0 } ? deputy : null, scope);
    }

    private static DayRange? DaysIn(string text, DateOnly today, PlantCalendar calendar)
    {
        if (NextWeek().IsMatch(text) && calendar.WeekOf(today).Next is var next)
            return new(calendar.FirstWorkingDay(next) ?? next.Start, DayReading.In("next week", today, calendar)!.Value.Day);
        // "13-17 Jan" and "Jan 13-17" name the month once.
        text = DaysMonth().Replace(text, "${a} ${m} to ${b} ${m}");
        text = MonthDays().Replace(text, "${a} ${m} to ${b} ${m}");
        if (DayReading.In(text, today, calendar) is not { } one) return null;
        var at = text.IndexOf(one.Text, StringComparison.Ordinal);
        var left = text.Remove(at, one.Text.Length);
        if (DayReading.In(left, today, calendar) is not { } two) return Until().IsMatch(one.Text) ? Ordered(today, one.Day) : new(one.Day, one.Day);
        return left.IndexOf(two.Text, StringComparison.Ordinal) < at ? Ordered(two.Day, one.Day) : Ordered(one.Day, two.Day);
    }

    /// <summary>"Thu to Tue": the second weekday is the one after the first.</summary>
    private static DayRange? Ordered(DateOnly from, DateOnly until) =>
        until >= from ? new(from, until) : until.AddDays(7) >= from ? new(from, until.AddDays(7)) : null;

    /// <summary>"the 14th".</summary>
    public static string Ordinal(DateOnly day)
    {
        var ending = day.Day is 11 or 12 or 13 ? "th" : (day.Day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day}{ending}");
    }

    [GeneratedRegex(@"[,;.]?\s*(?<who>@?[\p{L}][\p{L}\s.'-]{0,60}?)\s+(?:covers?|stands?\s+in|takes?\s+over|deputi[sz]es|is\s+(?:my\s+|the\s+)?deputy|vertritt|cubre|remplace|zastępuje)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cover();

    [GeneratedRegex(@"[,;.]?\s*(?:covered\s+by|(?:my\s+)?deputy(?:\s+is)?:?)\s+(?<who>@?[\p{L}][\p{L}\s.'-]{0,60})", RegexOptions.IgnoreCase)]
    private static partial Regex CoveredBy();

    [GeneratedRegex(@"\bapprovals?\b|\bonly\s+approv", RegexOptions.IgnoreCase)]
    private static partial Regex Approvals();

    [GeneratedRegex(@"\bnext\s+week\b", RegexOptions.IgnoreCase)]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"\b(?:until|till|til|to|by)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"\b(?<a>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|until|till)\s*(?<b>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?<m>" + Months + @")\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex DaysMonth();

    [GeneratedRegex(@"\b(?<m>" + Months + @")\.?\s+(?<a>\d{1,2})(?:st|nd|rd|th)?\s*(?:-|–|to|until|till)\s*(?<b>\d{1,2})(?:st|nd|rd|th)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex MonthDays();
}
