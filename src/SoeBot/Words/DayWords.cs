using System.Globalization;
using SoeBot.Domain.Fences;

namespace SoeBot.Words;

/// <summary>Days as people read them: "Fri 9 Jan"; the year only when it is not the current one.</summary>
internal static class DayWords
{
    public static string Of(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year || Math.Abs(day.DayNumber - today.DayNumber) < 180 ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Of(DateOnly? day, DateOnly today) => day is { } known ? Of(known, today) : "no date";

    /// <summary>"Wed 13:00" in the plant's zone.</summary>
    public static string Moment(DateTimeOffset instant, PlantCalendar calendar) =>
        calendar.Local(instant).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset instant, PlantCalendar calendar) =>
        calendar.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
