using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>How a window of days is written beside a number.</summary>
internal static class FigureWindow
{
    public static string Of(PlantWeek week) => $"week {week.Number}, {Of(week.Days)}";

    public static string Of(DayRange days) => $"{PlanWords.Day(days.First)} to {PlanWords.Day(days.Last)}";

    public static string On(DateOnly day) => $"on {PlanWords.Day(day)}";
}
