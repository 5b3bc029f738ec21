using System.Globalization;

namespace SoeBot.Connectors.Sample;

/// <summary>Weeks counted from the first Monday of the calendar, and working days Monday to Friday: <see cref="SampleHolidays"/> come after.</summary>
internal static class SampleDays
{
    public const int Mon = 0, Tue = 1, Wed = 2, Thu = 3, Fri = 4;

    public static int WeekOf(DateOnly day) => day.DayNumber / 7;
    public static DateOnly Day(int week, int weekday) => DateOnly.FromDayNumber(week * 7 + weekday);

    public static DateOnly AddWorking(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (day.DayNumber % 7 <= Fri) left--;
        }
        return day;
    }

    public static DateOnly WorkingDayBefore(DateOnly day) => AddWorking(day.AddDays(1), -1);
    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>ISO year (two digits) and week, as they stand in order numbers.</summary>
    public static (int Year, int Week) Iso(int week)
    {
        var monday = Day(week, Mon).ToDateTime(TimeOnly.MinValue);
        return (ISOWeek.GetYear(monday) % 100, ISOWeek.GetWeekOfYear(monday));
    }
}
