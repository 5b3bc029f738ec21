using SoeBot.Domain.Fences;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Decisions;

/// <summary>
/// A decision with one named owner and a due date (R96, R97). Its history only grows (R99, R102):
/// kept, missed and re-negotiated are told by <see cref="Status"/>, <see cref="Redates"/> and <see cref="Events"/>.
/// </summary>
public sealed partial class Decision
{
    private readonly List<DecisionEvent> _events = [];

    private Decision() { }

    public DecisionId Id { get; private set; }
    public PlantId Plant { get; private set; }

    /// <summary>Counts up per plant; people say "D-41".</summary>
    public int Number { get; private set; }
    public string Text { get; private set; } = "";
    public DecisionSubject Subject { get; private set; }
    public DecisionKind Kind { get; private set; }

    /// <summary>Options looked at, as typed.</summary>
    public string? Options { get; private set; }

    /// <summary>Null only in a draft.</summary>
    public PersonKey? Owner { get; private set; }

    /// <summary>The group that was named as owner; it helps.</summary>
    public string? Helpers { get; private set; }

    /// <summary>Null only in a draft.</summary>
    public DateOnly? Due { get; private set; }
    public DecisionStatus Status { get; private set; }
    public PersonKey DecidedBy { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Null means outside the meeting (R16), or <see cref="EnteredLater"/>.</summary>
    public MeetingId? Meeting { get; private set; }
    public bool EnteredLater { get; private set; }

    /// <summary>Decided in no meeting, now or earlier.</summary>
    public bool IsOutsideMeeting => Meeting is null && !EnteredLater;
    public int? PlanVersion { get; private set; }

    /// <summary>Who was there when it was decided. Empty when nobody knows.</summary>
    public IReadOnlyList<PersonKey> Present { get; private set; } = [];

    /// <summary>Functions it touches that were not there (R135).</summary>
    public IReadOnlyList<Role> NotInRoom { get; private set; } = [];

    /// <summary>When its present owner was asked to take it.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When its present owner took it; null until then.</summary>
    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <summary>How often the due date was re-negotiated.</summary>
    public int Redates { get; private set; }

    /// <summary>The third date that the owner wishes and the lead has not given.</summary>
    public DateOnly? AskedDue { get; private set; }

    /// <summary>How often a due date passed without its being done. It never falls.</summary>
    public int Misses { get; private set; }

    /// <summary>Number of the older decision that it replaced last.</summary>
    public int? Replaces { get; private set; }
    public int? ReplacedBy { get; private set; }
    public Escalation? Escalation { get; private set; }

    /// <summary>Who is asked to decide at the next level up; null when nothing is asked there.</summary>
    public PersonKey? WaitsFor { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The number of its events; the card carries the one it was drawn from.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<DecisionEvent> Events => _events;

    public string Name => $"D-{Number}";
    public bool IsOpen => Status is DecisionStatus.Draft or DecisionStatus.Proposed or DecisionStatus.Taken or DecisionStatus.Missed;

    /// <summary>False for a draft: a meeting cannot be closed while one of its decisions is not complete.</summary>
    public bool IsComplete => Status != DecisionStatus.Draft;

    /// <exception cref="ArgumentException">Outside a meeting a decision needs owner and date at once.</exception>
    public static Decision Record(NewDecision input, int number, DateTimeOffset now)
    {
        var complete = input is { Owner: not null, Due: not null };
        if (!complete && input.Meeting is null) throw new ArgumentException("Outside a meeting a decision needs owner and date.", nameof(input));
        var own = input.Owner == input.DecidedBy;
        var decision = new Decision
        {
            Id = input.Id, Plant = input.Plant, Number = number, Text = input.Text.Trim(), Subject = input.Subject, Kind = input.Kind,
            Options = input.Options, Owner = input.Owner, Helpers = input.Helpers, Due = input.Due, DecidedBy = input.DecidedBy, DecidedAt = now,
            Meeting = input.Meeting, EnteredLater = input.EnteredLater && input.Meeting is null, PlanVersion = input.PlanVersion,
            Present = input.Present, NotInRoom = input.NotInRoom, ProposedAt = now, AcceptedAt = own ? now : null,
            Status = !complete ? DecisionStatus.Draft : own ? DecisionStatus.Taken : DecisionStatus.Proposed,
        };
        decision.Changed(new(DecisionEventKind.Recorded, now, input.DecidedBy));
        return decision;
    }

    /// <summary>Open, about the same thing and of no other sort: a newer one may take its place.</summary>
    public bool AsksTheSameAs(NewDecision other) => IsOpen && Plant == other.Plant && Subject.Kind != SubjectKind.Nothing && Subject == other.Subject
        && (Kind == other.Kind || Kind == DecisionKind.Other || other.Kind == DecisionKind.Other);

    /// <summary>Owner, date or words changed after the card of that version was drawn.</summary>
    public bool HasMovedSince(int version) => version >= 1 && _events.Skip(version).Any(happened =>
        happened.Kind is DecisionEventKind.Redated or DecisionEventKind.GivenTo or DecisionEventKind.Corrected or DecisionEventKind.Completed);

    /// <summary>Its due date is over, counted on working days: due on a free day, it may be done on the next working day.</summary>
    private bool IsOver(PlantCalendar calendar, DateTimeOffset now) => Due is { } due && calendar.WorkingDayFrom(due) < calendar.DayOf(now);

    private DecisionOutcome Changed(DecisionEvent happened)
    {
        _events.Add(happened);
        Version = _events.Count;
        return DecisionOutcome.Changed;
    }
}
