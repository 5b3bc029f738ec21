using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Meetings;

public enum MeetingState { Open, Closed }

/// <summary>A topic put aside for the S&amp;OP list (R13).</summary>
public sealed record ParkedTopic(string Text, PersonKey By, DateTimeOffset At);

/// <summary>One held meeting. At most one is open per plant.</summary>
public sealed partial class Meeting
{
    private readonly List<ParkedTopic> _parked = [];
    private readonly List<HereMark> _here = [];

    private Meeting() { }

    public MeetingId Id { get; private set; }
    public PlantId Plant { get; private set; }

    /// <summary>The plant's day it was started on.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The agenda template's id.</summary>
    public string Template { get; private set; } = "";
    public MeetingState State { get; private set; }
    public PersonKey Chair { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>As planned; <see cref="Extend"/> moves it.</summary>
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Null while it is open, and when it closed itself.</summary>
    public PersonKey? ClosedBy { get; private set; }

    /// <summary>It closed itself an hour after its end: nobody had.</summary>
    public bool IsUnfinished => State == MeetingState.Closed && ClosedBy is null;

    /// <summary>Where it is held: the Teams conversation of its cards.</summary>
    public string Conversation { get; private set; } = "";
    public int? PlanVersion { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ParkedTopic> Parked => _parked;
    public IReadOnlyList<HereMark> Here => _here;

    /// <param name="minutes">Planned length.</param>
    public static Meeting Start(
        MeetingId id, PlantId plant, DateOnly day, string template, PersonKey chair, string conversation, int? planVersion, DateTimeOffset now, int minutes = 90)
    {
        var meeting = new Meeting
        {
            Id = id, Plant = plant, Day = day, Template = template, Chair = chair, Conversation = conversation,
            PlanVersion = planVersion, StartedAt = now, EndsAt = now.AddMinutes(minutes), Version = 1,
        };
        meeting._visits.Add(new(0, now));
        return meeting;
    }

    public MeetingOutcome Park(string text, PersonKey by, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (string.IsNullOrWhiteSpace(text)) return MeetingOutcome.ReasonNeeded;
        _parked.Add(new(text.Trim(), by, now));
        return Changed();
    }

    public MeetingOutcome HandOver(PersonKey to)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (Chair == to) return MeetingOutcome.SameAsBefore;
        Chair = to;
        return Changed();
    }

    public MeetingOutcome MarkHere(PersonKey person, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (_here.Any(mark => mark.Person == person)) return MeetingOutcome.SameAsBefore;
        _here.Add(new(person, now));
        return Changed();
    }

    /// <param name="seen">The end that the presser saw; two presses on one card give the time once.</param>
    public MeetingOutcome Extend(DateTimeOffset seen, int minutes)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (seen != EndsAt) return MeetingOutcome.AlreadyMoved;
        EndsAt = EndsAt.AddMinutes(minutes);
        return Changed();
    }

    /// <param name="incomplete">How many decisions of this meeting lack owner or due date.</param>
    /// <param name="by">Null: it closes itself, whatever is incomplete, because nobody is left to complete it; the minutes say so.</param>
    public MeetingOutcome Close(int incomplete, PersonKey? by, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (incomplete > 0 && by is not null) return MeetingOutcome.DecisionsIncomplete;
        Leave(StepEnd.Done, null, now);
        State = MeetingState.Closed;
        (ClosedAt, ClosedBy) = (now, by);
        return Changed();
    }

    private MeetingOutcome Changed()
    {
        Version++;
        return MeetingOutcome.Changed;
    }
}
