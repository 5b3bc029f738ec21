using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Meetings;

public enum MeetingState { Open, Closed }

/// <summary>What came of a press or a typed line in a meeting.</summary>
public enum MeetingOutcome
{
    Changed,

    /// <summary>Somebody moved on already: the card was older than the meeting.</summary>
    AlreadyMoved,
    AtTheEnd,
    AtTheBeginning,
    AlreadyClosed,

    /// <summary>A decision lacks owner or date; the meeting cannot be closed (R96, product page "decision without owner").</summary>
    DecisionsIncomplete,
}

/// <summary>A topic put aside for the S&amp;OP list (R13).</summary>
public sealed record ParkedTopic(string Text, PersonKey By, DateTimeOffset At);

/// <summary>One held meeting. At most one is open per plant.</summary>
public sealed class Meeting
{
    private readonly List<ParkedTopic> _parked = [];

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
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Counts from 0 through the template's steps.</summary>
    public int Step { get; private set; }
    public DateTimeOffset StepStartedAt { get; private set; }

    /// <summary>Where it is held: the Teams conversation of its cards.</summary>
    public string Conversation { get; private set; } = "";
    public int? PlanVersion { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ParkedTopic> Parked => _parked;

    public static Meeting Start(MeetingId id, PlantId plant, DateOnly day, string template, PersonKey chair, string conversation, int? planVersion, DateTimeOffset now) => new()
    {
        Id = id, Plant = plant, Day = day, Template = template, Chair = chair, Conversation = conversation,
        PlanVersion = planVersion, StartedAt = now, StepStartedAt = now, Version = 1,
    };

    /// <param name="from">The step the presser saw; a press on an older card moves nothing. Null for a typed command.</param>
    public MeetingOutcome Next(int? from, int steps, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (from is { } seen && seen != Step) return MeetingOutcome.AlreadyMoved;
        return Step + 1 >= steps ? MeetingOutcome.AtTheEnd : MoveTo(Step + 1, now);
    }

    /// <inheritdoc cref="Next"/>
    public MeetingOutcome Back(int? from, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (from is { } seen && seen != Step) return MeetingOutcome.AlreadyMoved;
        return Step == 0 ? MeetingOutcome.AtTheBeginning : MoveTo(Step - 1, now);
    }

    public MeetingOutcome Park(string text, PersonKey by, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        _parked.Add(new(text.Trim(), by, now));
        Version++;
        return MeetingOutcome.Changed;
    }

    /// <param name="incomplete">How many decisions of this meeting lack owner or due date.</param>
    public MeetingOutcome Close(int incomplete, DateTimeOffset now)
    {
        if (State == MeetingState.Closed) return MeetingOutcome.AlreadyClosed;
        if (incomplete > 0) return MeetingOutcome.DecisionsIncomplete;
        State = MeetingState.Closed;
        ClosedAt = now;
        Version++;
        return MeetingOutcome.Changed;
    }

    private MeetingOutcome MoveTo(int step, DateTimeOffset now)
    {
        Step = step;
        StepStartedAt = now;
        Version++;
        return MeetingOutcome.Changed;
    }
}
