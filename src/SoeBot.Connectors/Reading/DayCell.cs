using SoeBot.Connectors.Csv;

namespace SoeBot.Connectors.Reading;

/// <summary>The day in one source column, for conditions; a text that is no day is a problem once a row.</summary>
internal sealed class DayCell(int column, DayText days, ProblemList problems)
{
    private int reported;

    public DateOnly? Read(ISourceTable row)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        if (row.KindOf(column) == CellKind.Day ? DayText.TryParsePlain(text, out var day) : days.TryParse(text, out day)) return day;
        if (reported != row.Row) problems.Add(row.File, row.Row, row.Header[column], text.ToString(), days.Refusal(text));
        reported = row.Row;
        return null;
    }
}

/// <summary>Whether something is known on the morning of the reading: the day in a column, moved, lies before that day.</summary>
internal sealed record KnownCheck(DayCell Day, int Plus, DateOnly Today)
{
    public bool Holds(ISourceTable row) => Day.Read(row) is { } day && day.AddDays(Plus) < Today;
}
