namespace SoeBot.Domain.Meetings;

public enum MeetingMomentKind
{
    /// <summary>Nobody has decided anything yet.</summary>
    NoDecision,

    /// <summary>Ten minutes are left.</summary>
    NearEnd,

    /// <summary>The end is past by a quarter of an hour.</summary>
    Over,

    /// <summary>An hour after the end nobody has closed it.</summary>
    Unfinished,

    /// <summary>The minutes on the agenda are drawn anew.</summary>
    Clock,
}

/// <param name="Key">Unique per meeting and kind; an end that is moved makes new ones.</param>
public sealed record MeetingMoment(MeetingMomentKind Kind, string Key, DateTimeOffset At);

/// <summary>What an open meeting says by itself and when. Derived from its state alone, so that a restart changes nothing.</summary>
public static class MeetingMoments
{
    public static readonly int[] NoDecisionMinutes = [30, 45];
    public const int BeforeEnd = 10, AfterEnd = 15, ClosesAfter = 60, ClockEvery = 10;

    public static IReadOnlyList<MeetingMoment> Of(Meeting meeting, AgendaTemplate template)
    {
        if (meeting.State == MeetingState.Closed) return [];
        var length = meeting.EndsAt - meeting.StartedAt;
        var end = $"{meeting.EndsAt:HHmm}";
        var found = new List<MeetingMoment>();
        if (!template.InChat)
            foreach (var minute in NoDecisionMinutes.Where(minute => minute < length.TotalMinutes))
                Add(MeetingMomentKind.NoDecision, $"{minute}", meeting.StartedAt.AddMinutes(minute));
        // A check-in is over before there is anything to warn of.
        if (length.TotalMinutes > 2 * BeforeEnd) Add(MeetingMomentKind.NearEnd, end, meeting.EndsAt.AddMinutes(-BeforeEnd));
        Add(MeetingMomentKind.Over, end, meeting.EndsAt.AddMinutes(AfterEnd));
        Add(MeetingMomentKind.Unfinished, end, meeting.EndsAt.AddMinutes(ClosesAfter));
        if (!template.InChat)
            for (var minute = ClockEvery; minute <= length.TotalMinutes + AfterEnd; minute += ClockEvery) Add(MeetingMomentKind.Clock, $"{minute}", meeting.StartedAt.AddMinutes(minute));
        return found;

        void Add(MeetingMomentKind kind, string key, DateTimeOffset at) => found.Add(new(kind, $"{meeting.Id}@{key}", at));
    }
}
