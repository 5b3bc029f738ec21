using SoeBot.Connectors.Calendars;
using SoeBot.Domain.Fences;

namespace SoeBot.Plants;

/// <summary>Builds a plant's calendar out of its settings and its holiday file.</summary>
internal static class PlantCalendars
{
    private const int YearsBack = 3, YearsAhead = 6;

    /// <param name="options">Checked.</param>
    /// <param name="fromFile">Of the holiday file; empty when there is none.</param>
    public static PlantCalendar Build(PlantOptions options, IReadOnlySet<DateOnly> fromFile)
    {
        var calendar = new PlantCalendar
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone),
            WeekStart = options.WeekStart,
            Rotation = options.Rotation?.ToRotation(),
            Holidays = options.Holidays.Concat(fromFile).ToHashSet(),
            FirstShift = options.FirstShift,
            DayEnd = options.DayEnd,
            HorizonWeeks = options.HorizonWeeks,
        };
        if (options.WorkingDays.Count > 0) calendar = calendar with { WorkingDays = options.WorkingDays.ToHashSet() };
        return calendar with { Calendars = options.Calendars.ToDictionary(entry => entry.Key, entry => Of(entry.Value, calendar), StringComparer.OrdinalIgnoreCase) };
    }

    /// <summary>The file's days, or what is wrong with it in one line that names it.</summary>
    public static HolidayRead ReadHolidays(string file, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        try
        {
            var read = HolidayFile.Read(File.ReadAllText(file), new DayRange(today.AddYears(-YearsBack), today.AddYears(YearsAhead)));
            return read.Problem is { } problem ? read with { Problem = $"{file} {problem}" } : read;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return new HolidayRead(null, $"{file} cannot be read: {gone.Message}");
        }
    }

    private static PlantCalendar Of(CalendarSetting own, PlantCalendar plant) => plant with
    {
        WorkingDays = own.WorkingDays.Count > 0 ? own.WorkingDays.ToHashSet() : plant.WorkingDays,
        Rotation = own.Rotation?.ToRotation() ?? (own.WorkingDays.Count > 0 ? null : plant.Rotation),
        Holidays = own.WorksHolidays ? own.Holidays.ToHashSet() : own.Holidays.Concat(plant.Holidays).ToHashSet(),
    };
}
