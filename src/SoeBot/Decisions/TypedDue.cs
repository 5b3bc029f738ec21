using SoeBot.Domain.Decisions;
using SoeBot.Domain.Fences;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>What a typed day means as a due date. A past one gives the next day of that name, with the question.</summary>
internal static class TypedDue
{
    public static (DateOnly Due, string? Question) Of(DayReading.Found typed, DateTimeOffset now, PlantCalendar calendar)
    {
        var today = calendar.DayOf(now);
        // "by Friday", typed on a Friday: this one until the day shift ends.
        if (typed.Day == today.AddDays(7) && typed.Text.Contains($"{today.DayOfWeek}"[..3], StringComparison.OrdinalIgnoreCase) && !typed.Text.Contains("next", StringComparison.OrdinalIgnoreCase))
            return DueQuestions.IsOverToday(now, calendar) ? (typed.Day, Past(today, typed.Day, today)) : (today, null);
        if (typed.Day >= today) return (typed.Day, null);
        var instead = DueQuestions.Instead(typed.Day, today, null, calendar);
        return (instead, Past(typed.Day, instead, today));
    }

    public static string Past(DateOnly due, DateOnly instead, DateOnly today) => $"{DayWords.Of(due, today)} is past. {DayWords.Of(instead, today)}?";
}
