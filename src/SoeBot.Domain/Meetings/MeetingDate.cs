using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Meetings;

/// <summary>One move or cancellation of a date of the series (R12).</summary>
/// <param name="From">Null when the date had been cancelled before.</param>
/// <param name="To">Null: cancelled.</param>
/// <param name="By">Null when the calendar of Teams said so.</param>
public sealed record MeetingDateChange(DateTimeOffset? From, DateTimeOffset? To, PersonKey? By, string? Why, DateTimeOffset At);

public enum MeetingDateOutcome { Changed, SameAsBefore, InThePast, TooFar }

/// <summary>A date of the weekly series that somebody moved or cancelled. Its history only grows: it is what cadence drift is counted from (R12, R141).</summary>
public sealed class MeetingDate
{
    /// <summary>A date stays nearer than this to the one that the settings give, so that it never changes places with its neighbours.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(7);

    private readonly List<MeetingDateChange> _changes = [];

    private MeetingDate() { }

    public PlantId Plant { get; private set; }

    /// <summary>First day of the plant's week that the date belongs to, wherever it was moved.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>Null: cancelled.</summary>
    public DateTimeOffset? Start { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<MeetingDateChange> Changes => _changes;

    public static MeetingDate Of(PlantId plant, DateOnly week, DateTimeOffset? usual) => new() { Plant = plant, Week = week, Start = usual };

    /// <param name="usual">As the settings give it; null in a week in which the plant is shut.</param>
    public MeetingDateOutcome MoveTo(DateTimeOffset start, DateTimeOffset? usual, PersonKey? by, string? why, DateTimeOffset now)
    {
        if (start == Start) return MeetingDateOutcome.SameAsBefore;
        if (start <= now) return MeetingDateOutcome.InThePast;
        if (usual is { } given && (start - given).Duration() >= Farthest) return MeetingDateOutcome.TooFar;
        return Change(start, by, why, now);
    }

    public MeetingDateOutcome Cancel(PersonKey? by, string? why, DateTimeOffset now) =>
        Start is null ? MeetingDateOutcome.SameAsBefore : Change(null, by, why, now);

    private MeetingDateOutcome Change(DateTimeOffset? start, PersonKey? by, string? why, DateTimeOffset now)
    {
        _changes.Add(new(Start, start, by, string.IsNullOrWhiteSpace(why) ? null : why.Trim(), now));
        Start = start;
        Version++;
        return MeetingDateOutcome.Changed;
    }
}
