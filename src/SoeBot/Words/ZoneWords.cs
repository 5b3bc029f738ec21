using System.Globalization;
using SoeBot.Domain.Fences;

namespace SoeBot.Words;

/// <summary>A moment for somebody whose clock may show another time than the plant's (product page 5, time zones).</summary>
internal static class ZoneWords
{
    private const int LongestZone = 64;

    /// <summary>"Thu 09:00", and where the person's clock differs at that moment "Thu 09:00 plant (Wed 20:00 yours)". With the day of the month when it is a week or more away.</summary>
    /// <param name="instant">The moment.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <param name="zone">IANA name as the person's client told it: text of a client, so one that means nothing is as if there were none.</param>
    /// <param name="now">What "a week away" is counted from.</param>
    public static string Moment(DateTimeOffset instant, PlantCalendar calendar, string? zone, DateTimeOffset now)
    {
        var form = (now - instant).Duration() < TimeSpan.FromDays(6) ? "ddd HH:mm" : "ddd d MMM HH:mm";
        var plant = calendar.Local(instant);
        if (Zone(zone) is not { } own || TimeZoneInfo.ConvertTime(instant, own) is var yours && yours.DateTime == plant.DateTime) return Words(plant);
        return $"{Words(plant)} plant ({Words(yours)} yours)";

        string Words(DateTimeOffset local) => local.ToString(form, CultureInfo.InvariantCulture);
    }

    /// <summary>Null for one that is no zone. Names are looked up as files on some systems, so nothing that could be a path gets there.</summary>
    private static TimeZoneInfo? Zone(string? name) =>
        name is { Length: > 0 and <= LongestZone } && !name.Contains("..", StringComparison.Ordinal) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+')
            && char.IsAsciiLetter(name[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
