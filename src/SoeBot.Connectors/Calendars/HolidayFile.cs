using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using SoeBot.Domain.Fences;

namespace SoeBot.Connectors.Calendars;

/// <summary>The days on which a plant is shut, out of an iCalendar file (.ics): every all-day event, with its repeats and exceptions.</summary>
public static class HolidayFile
{
    /// <summary>Characters of a file; a calendar of public holidays has some ten thousand.</summary>
    private const int Longest = 5_000_000;

    /// <summary>Days that one file may shut; more is a rule gone wild.</summary>
    private const int MostDays = 5_000;

    /// <param name="text">The file as it is.</param>
    /// <param name="within">Days outside are not looked at.</param>
    public static HolidayRead Read(string text, DayRange within)
    {
        if (text.Length > Longest) return HolidayRead.Refused($"has more than {Longest / 1_000_000} million characters; that is no calendar of holidays.");
        if (!text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return HolidayRead.Refused("is no calendar: it does not begin with BEGIN:VCALENDAR. Export it as iCalendar (.ics).");
        if (!text.TrimEnd().EndsWith("END:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return HolidayRead.Refused("is cut off: it does not end with END:VCALENDAR. Export it again.");
        try
        {
            var days = new HashSet<DateOnly>();
            foreach (var calendar in CalendarCollection.Load(text))
                foreach (var entry in calendar.Events)
                    if (entry.Start is null) return HolidayRead.Refused("has an event whose day cannot be read. Export it again.");
                    else if (!Add(entry, within, days)) return HolidayRead.Refused($"shuts the plant on more than {MostDays} days; that is no calendar of holidays.");
            return days.Count > 0
                ? new HolidayRead(days, null)
                : HolidayRead.Refused($"has no all-day event between {within.First:yyyy-MM-dd} and {within.Last:yyyy-MM-dd}.");
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library has no exception of its own for text that is no calendar.
            return HolidayRead.Refused("cannot be read as a calendar. Export it again as iCalendar (.ics).");
        }
    }

    private static bool Add(CalendarEvent entry, DayRange within, HashSet<DateOnly> days)
    {
        if (!entry.IsAllDay || string.Equals(entry.Status, EventStatus.Cancelled, StringComparison.OrdinalIgnoreCase)) return true;
        // A long event that began before the range still reaches into it.
        var from = new CalDateTime(within.First.AddDays(-366));
        var seen = 0;
        foreach (var occurrence in entry.GetOccurrences(from))
        {
            if (++seen > MostDays) return false;
            var first = occurrence.Period.StartTime.Date;
            if (first > within.Last) break;
            var end = occurrence.Period.EffectiveEndTime?.Date ?? first.AddDays(1);
            for (var day = first; day == first || day < end; day = day.AddDays(1))
                if (within.Contains(day) && days.Add(day) && days.Count > MostDays) return false;
        }
        return true;
    }
}

/// <param name="Days">Null when the file was refused.</param>
/// <param name="Problem">What is wrong, to be put behind the file's name; null when nothing is.</param>
public sealed record HolidayRead(IReadOnlySet<DateOnly>? Days, string? Problem)
{
    internal static HolidayRead Refused(string problem) => new(null, problem);
}
