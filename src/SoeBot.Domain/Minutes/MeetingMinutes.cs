using SoeBot.Domain.Decisions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Minutes;

/// <summary>
/// What a meeting left behind, as everything stood when it closed (R104). It is never changed, whatever becomes of its decisions.
/// People stand in it by key only, so that a name can be forgotten.
/// </summary>
public sealed record MeetingMinutes
{
    public required MeetingId Meeting { get; init; }
    public required PlantId Plant { get; init; }

    /// <summary>Id of its agenda.</summary>
    public required string Template { get; init; }

    /// <summary>As its agenda was called then.</summary>
    public required string Title { get; init; }

    /// <summary>The plant's day it was started on.</summary>
    public required DateOnly Day { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public required PersonKey Chair { get; init; }

    /// <summary>The plan version it looked at; null when there was no plan.</summary>
    public int? PlanVersion { get; init; }

    /// <summary>What the data of that version described.</summary>
    public DateTimeOffset? DataAt { get; init; }

    /// <summary>Where that version came from, as people read it.</summary>
    public string? Source { get; init; }

    /// <summary>By number.</summary>
    public IReadOnlyList<MinutedDecision> Decisions { get; init; } = [];

    /// <summary>The chair first, then in the order in which they came: by Teams' word or their own.</summary>
    public IReadOnlyList<MinutedPerson> Present { get; init; } = [];

    /// <summary>Required functions that nobody stood for (R4).</summary>
    public IReadOnlyList<Role> Missing { get; init; } = [];
    public IReadOnlyList<MinutedNumber> Numbers { get; init; } = [];

    /// <summary>In the order of the agenda.</summary>
    public IReadOnlyList<MinutedStep> Steps { get; init; } = [];

    /// <summary>Orders gone through, each once, as they were left last.</summary>
    public IReadOnlyList<MinutedReview> Reviews { get; init; } = [];

    /// <summary>Nobody closed it: it closed itself an hour after its end.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>Topics put aside for S&amp;OP (R13).</summary>
    public IReadOnlyList<ParkedTopic> Parked { get; init; } = [];

    /// <summary>How its date was moved or cancelled before it was held (R12).</summary>
    public IReadOnlyList<MinutedMove> Moves { get; init; } = [];

    /// <summary>Null when no further date was planned.</summary>
    public DateTimeOffset? Next { get; init; }

    public TimeSpan Length => ClosedAt - StartedAt;

    /// <summary>A meeting that decided nothing is a status meeting, and headed so (R7, R130).</summary>
    public bool IsStatusMeeting => Decisions.Count == 0;
}

/// <summary>A decision as it stood at close.</summary>
/// <param name="Owner">Null when it had none.</param>
/// <param name="Due">Null when it had none.</param>
/// <param name="Status">At close.</param>
public sealed record MinutedDecision(int Number, string Text, PersonKey? Owner, DateOnly? Due, DecisionSubject Subject, DecisionStatus Status, PersonKey DecidedBy)
{
    /// <summary>Functions it touches that were not there (R135).</summary>
    public IReadOnlyList<Role> NotInRoom { get; init; } = [];

    public string Name => $"D-{Number}";
}

/// <param name="Role">The function this person stood for; null when that is not known.</param>
/// <param name="IsDeputy">Not a holder of the function, but a deputy.</param>
/// <param name="LeftAt">Null when the person stayed until the end.</param>
public sealed record MinutedPerson(PersonKey Person, Role? Role = null, bool IsDeputy = false, DateTimeOffset? LeftAt = null);

/// <param name="Planned">Minutes that the agenda gave it, with those that were added.</param>
/// <param name="Used">Minutes from its first showing to the next step, all visits together; null when it was never shown.</param>
/// <param name="Skipped">Why it was left out; null when it was not.</param>
public sealed record MinutedStep(string Id, string Title, int Planned, decimal? Used, string? Skipped = null)
{
    /// <summary>Whether it speaks of what was or of what will be (R142).</summary>
    public StepLooks Looks { get; init; }

    /// <summary>Left for the chat when time was short.</summary>
    public bool MovedToChat { get; init; }

    /// <summary>In the order of the agenda, with the minutes that the meeting spent in each.</summary>
    public static IReadOnlyList<MinutedStep> Of(Meeting meeting, AgendaTemplate template, DateTimeOffset closed) =>
    [
        .. template.Steps.Select((step, at) => new MinutedStep(
            step.Id, step.Title, step.Minutes + meeting.ExtraMinutesOf(at), meeting.LastVisit(at) is null ? null : Math.Round((decimal)meeting.TimeIn(at, closed).TotalMinutes, 1),
            meeting.LastVisit(at) is { End: StepEnd.Skipped } left ? left.Why : null) { Looks = step.Looks, MovedToChat = meeting.LastVisit(at)?.End == StepEnd.MovedToChat }),
    ];
}

/// <summary>An order at risk that the meeting went through: what it did with it, and why where it did not decide.</summary>
public sealed record MinutedReview(string Order, ReviewResult Result, string? Because);

/// <param name="From">Null when the date had been cancelled before.</param>
/// <param name="To">Null: cancelled.</param>
/// <param name="By">Null when the calendar of Teams said so.</param>
public sealed record MinutedMove(DateTimeOffset? From, DateTimeOffset? To, PersonKey? By, string? Why);
