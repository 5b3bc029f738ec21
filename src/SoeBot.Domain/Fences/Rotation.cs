namespace SoeBot.Domain.Fences;

/// <summary>Days on and days off in turn, whatever weekday they fall on: four on, four off. Counts from <see cref="From"/> in both directions.</summary>
/// <param name="From">The first day of one of the runs of days on.</param>
/// <param name="On">At least 1.</param>
/// <param name="Off">At least 1.</param>
public sealed record Rotation(DateOnly From, int On, int Off)
{
    public bool Works(DateOnly day)
    {
        var length = On + Off;
        var place = (day.DayNumber - From.DayNumber) % length;
        return (place < 0 ? place + length : place) < On;
    }
}
