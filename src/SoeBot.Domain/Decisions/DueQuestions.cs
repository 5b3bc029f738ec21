using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Decisions;

/// <summary>Why a due date is asked about before it is accepted.</summary>
public enum DueQuestion { None, Past, Holiday, AfterNextMeeting }

/// <summary>A due date is never past; on a free day or after the next meeting it is accepted after a question.</summary>
public static class DueQuestions
{
    /// <param name="nextMeeting">Null when none is planned.</param>
    public static DueQuestion Of(DateOnly due, DateOnly today, DateOnly? nextMeeting, PlantCalendar calendar) =>
        due < today ? DueQuestion.Past
        : !calendar.IsWorkingDay(due) ? DueQuestion.Holiday
        : due > nextMeeting ? DueQuestion.AfterNextMeeting
        : DueQuestion.None;

    /// <summary>What is offered in place of it: the same weekday that comes next for a past one, the working day before for a free day, the next meeting's day.</summary>
    public static DateOnly Instead(DateOnly due, DateOnly today, DateOnly? nextMeeting, PlantCalendar calendar)
    {
        switch (Of(due, today, nextMeeting, calendar))
        {
            case DueQuestion.Past:
                return due.AddDays((((today.DayNumber - due.DayNumber) / 7) + 1) * 7);
            case DueQuestion.Holiday:
                var before = calendar.AddWorkingDays(due, -1);
                return before >= today ? before : calendar.WorkingDayFrom(due);
            case DueQuestion.AfterNextMeeting:
                return nextMeeting!.Value;
            default:
                return due;
        }
    }

    /// <summary>A weekday's name typed on that very day: today until the day shift ends, then a week on.</summary>
    public static bool IsOverToday(DateTimeOffset now, PlantCalendar calendar) => TimeOnly.FromDateTime(calendar.Local(now).DateTime) >= calendar.DayEnd;
}
