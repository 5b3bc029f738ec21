namespace SoeBot.Domain.Meetings;

/// <summary>How often dates of the series were moved and cancelled in a quarter of the calendar year (R12, R141). A date moved twice counts twice.</summary>
public sealed record CadenceDrift(int Moves, int Cancellations)
{
    /// <param name="dates">Of about the quarter; changes made in others do not count.</param>
    /// <param name="day">A day of the quarter.</param>
    /// <param name="dayOf">The plant's day of an instant.</param>
    public static CadenceDrift Of(IEnumerable<MeetingDate> dates, DateOnly day, Func<DateTimeOffset, DateOnly> dayOf)
    {
        var changes = dates.SelectMany(date => date.Changes).Where(change => Quarter(dayOf(change.At)) == Quarter(day)).ToList();
        return new(changes.Count(change => change.To is not null), changes.Count(change => change.To is null));
    }

    private static (int Year, int Quarter) Quarter(DateOnly day) => (day.Year, (day.Month + 2) / 3);
}
