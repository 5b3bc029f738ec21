using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Decisions;

/// <summary>
/// A decision with one named owner and a due date (R96, R97). Its history only grows (R99, R102):
/// kept, missed and re-negotiated are told by <see cref="Status"/>, <see cref="Redates"/> and <see cref="Events"/>.
/// </summary>
public sealed class Decision
{
    private readonly List<DecisionEvent> _events = [];

    private Decision() { }

    public DecisionId Id { get; private set; }
    public PlantId Plant { get; private set; }

    /// <summary>Counts up per plant; people say "D-41".</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public DecisionSubject Subject { get; private set; }
    public PersonKey Owner { get; private set; }
    public DateOnly Due { get; private set; }
    public DecisionStatus Status { get; private set; }
    public PersonKey DecidedBy { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Null means outside the meeting (R16).</summary>
    public MeetingId? Meeting { get; private set; }
    public int? PlanVersion { get; private set; }

    /// <summary>How often the due date was re-negotiated.</summary>
    public int Redates { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Raised by one with every change; the card carries the one it was drawn from.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<DecisionEvent> Events => _events;

    public string Name => $"D-{Number}";
    public bool IsOpen => Status is DecisionStatus.Proposed or DecisionStatus.Taken or DecisionStatus.Missed;

    public static Decision Record(NewDecision input, int number, DateTimeOffset now)
    {
        var decision = new Decision
        {
            Id = input.Id, Plant = input.Plant, Number = number, Text = input.Text.Trim(), Subject = input.Subject,
            Owner = input.Owner, Due = input.Due, DecidedBy = input.DecidedBy, DecidedAt = now,
            Meeting = input.Meeting, PlanVersion = input.PlanVersion,
            Status = input.Owner == input.DecidedBy ? DecisionStatus.Taken : DecisionStatus.Proposed,
            Version = 1,
        };
        decision._events.Add(new(DecisionEventKind.Recorded, now, input.DecidedBy));
        return decision;
    }

    public DecisionOutcome Take(PersonKey by, DateTimeOffset now)
    {
        if (by != Owner) return DecisionOutcome.NotYours;
        if (Status == DecisionStatus.Taken) return DecisionOutcome.SameAsBefore;
        if (Status != DecisionStatus.Proposed) return DecisionOutcome.AlreadyClosed;
        Status = DecisionStatus.Taken;
        return Changed(new(DecisionEventKind.Taken, now, by));
    }

    /// <summary>Gives it to somebody else, who has not said "Take it" yet.</summary>
    public DecisionOutcome GiveTo(PersonKey owner, PersonKey by, string? why, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (owner == Owner) return DecisionOutcome.SameAsBefore;
        Owner = owner;
        if (Status == DecisionStatus.Taken) Status = DecisionStatus.Proposed;
        return Changed(new(DecisionEventKind.GivenTo, now, by, why));
    }

    /// <summary>Its owner is gone: it falls to somebody else, who has not said "Take it" yet. The history keeps who had it.</summary>
    /// <param name="by">Null when the calendar found it.</param>
    public DecisionOutcome Inherit(PersonKey heir, PersonKey? by, string why, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (heir == Owner) return DecisionOutcome.SameAsBefore;
        Owner = heir;
        if (Status == DecisionStatus.Taken) Status = DecisionStatus.Proposed;
        return Changed(new(DecisionEventKind.Inherited, now, by, why));
    }

    public DecisionOutcome Done(PersonKey by, string? note, DateTimeOffset now)
    {
        if (Status is DecisionStatus.Kept or DecisionStatus.DoneLate) return DecisionOutcome.SameAsBefore;
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (by != Owner) return DecisionOutcome.NotYours;
        Status = Status == DecisionStatus.Missed ? DecisionStatus.DoneLate : DecisionStatus.Kept;
        ClosedAt = now;
        return Changed(new(DecisionEventKind.Done, now, by, note));
    }

    /// <param name="byLead">True when the S&amp;OE lead or a deputy presses: the third date is theirs to give.</param>
    public DecisionOutcome Redate(DateOnly due, PersonKey by, bool byLead, string? reason, DateOnly today, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (by != Owner && !byLead) return DecisionOutcome.NotYours;
        if (due < today) return DecisionOutcome.DueInPast;
        if (due == Due) return DecisionOutcome.SameAsBefore;
        if (string.IsNullOrWhiteSpace(reason)) return DecisionOutcome.ReasonNeeded;
        if (Redates >= 2 && !byLead) return DecisionOutcome.LeadNeeded;
        var old = Due;
        Due = due;
        Redates++;
        if (Status == DecisionStatus.Missed) Status = DecisionStatus.Taken;
        return Changed(new(DecisionEventKind.Redated, now, by, reason!.Trim(), old, due));
    }

    /// <summary>The due date passed (<paramref name="by"/> null) or the owner says it will not be.</summary>
    public DecisionOutcome Miss(PersonKey? by, string? why, DateTimeOffset now)
    {
        if (Status == DecisionStatus.Missed) return DecisionOutcome.SameAsBefore;
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (by is { } person && person != Owner) return DecisionOutcome.NotYours;
        Status = DecisionStatus.Missed;
        return Changed(new(DecisionEventKind.Missed, now, by, why));
    }

    /// <summary>It stays open and due; the owner says what stands in the way.</summary>
    public DecisionOutcome Block(PersonKey by, string? why, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (by != Owner) return DecisionOutcome.NotYours;
        if (string.IsNullOrWhiteSpace(why)) return DecisionOutcome.ReasonNeeded;
        return Changed(new(DecisionEventKind.Blocked, now, by, why.Trim()));
    }

    /// <summary>Other words for what was decided, while the meeting lasts; the old ones stay in the history.</summary>
    /// <param name="byChair">True when the meeting's chair or the S&amp;OE lead presses.</param>
    /// <param name="inMeeting">True while the meeting it was recorded in is open.</param>
    public DecisionOutcome Correct(string? text, PersonKey by, bool byChair, bool inMeeting, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (!byChair) return DecisionOutcome.ChairNeeded;
        if (string.IsNullOrWhiteSpace(text)) return DecisionOutcome.ReasonNeeded;
        if (text.Trim() == Text) return DecisionOutcome.SameAsBefore;
        if (!inMeeting) return DecisionOutcome.MeetingOver;
        var old = Text;
        Text = text.Trim();
        return Changed(new(DecisionEventKind.Corrected, now, by, old));
    }

    /// <summary>Nobody does it any more. It stays in the log with the reason.</summary>
    /// <inheritdoc cref="Correct" path="/param"/>
    public DecisionOutcome Drop(PersonKey by, bool byChair, string? reason, DateTimeOffset now)
    {
        if (Status == DecisionStatus.Dropped) return DecisionOutcome.SameAsBefore;
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (!byChair) return DecisionOutcome.ChairNeeded;
        if (string.IsNullOrWhiteSpace(reason)) return DecisionOutcome.ReasonNeeded;
        Status = DecisionStatus.Dropped;
        ClosedAt = now;
        return Changed(new(DecisionEventKind.Dropped, now, by, reason.Trim()));
    }

    private DecisionOutcome Changed(DecisionEvent happened)
    {
        _events.Add(happened);
        Version++;
        return DecisionOutcome.Changed;
    }
}
