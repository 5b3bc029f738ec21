namespace SoeBot.Domain.Fences;

/// <summary>Days from <see cref="First"/> to <see cref="Last"/>, both included.</summary>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly day) => First <= day && day <= Last;
    public int Days => Last.DayNumber - First.DayNumber + 1;

    public IEnumerable<DateOnly> Each()
    {
        for (var day = First; day <= Last; day = day.AddDays(1)) yield return day;
    }
}
