using System.Globalization;

namespace SoeBot.Domain.Fences;

/// <summary>A plant's week, known by its first day. Seven days, whatever day it starts on.</summary>
public readonly record struct PlantWeek(DateOnly Start)
{
    public DateOnly End => Start.AddDays(6);
    public DayRange Days => new(Start, End);
    public PlantWeek Next => new(Start.AddDays(7));
    public PlantWeek Previous => new(Start.AddDays(-7));

    /// <summary>The ISO week number of the week's fourth day, which is the number people know it by.</summary>
    public int Number => ISOWeek.GetWeekOfYear(Start.AddDays(3).ToDateTime(TimeOnly.MinValue));

    // The one a record makes would print Next, whose Next has a Next.
    public override string ToString() => $"{Start:yyyy-MM-dd}";

    public PlantWeek Plus(int weeks) => new(Start.AddDays(7 * weeks));
}
