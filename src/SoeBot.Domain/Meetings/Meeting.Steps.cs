namespace SoeBot.Domain.Meetings;

// How it moves through its agenda.
public sealed partial class Meeting
{
    /// <summary>So many minutes "+5 min" adds to a step.</summary>
    public const int MoreMinutes = 5;

    private readonly List<StepVisit> _visits = [];

    /// <summary>Counts from 0 through the template's steps.</summary>
    public int Step => _visits[^1].Step;
    public DateTimeOffset StepStartedAt => _visits[^1].From;

    /// <summary>In the order in which they were; the last one is the present one, ended when the meeting is closed.</summary>
    public IReadOnlyList<StepVisit> Visits => _visits;

    /// <param name="from">The step the presser saw; a press on an older card moves nothing. Null for a typed command.</param>
    public MeetingOutcome Next(int? from, int steps, DateTimeOffset now)
    {
        if (Refused(from) is { } no) return no;
        return Step + 1 >= steps ? MeetingOutcome.AtTheEnd : MoveTo(Step + 1, StepEnd.Done, null, now);
    }

    /// <inheritdoc cref="Next"/>
    public MeetingOutcome Back(int? from, DateTimeOffset now)
    {
        if (Refused(from) is { } no) return no;
        return Step == 0 ? MeetingOutcome.AtTheBeginning : MoveTo(Step - 1, StepEnd.Done, null, now);
    }

    /// <summary>On to the next step, with the reason why this one was not worked to its end.</summary>
    /// <inheritdoc cref="Next"/>
    public MeetingOutcome Skip(int? from, int steps, string? why, DateTimeOffset now)
    {
        if (Refused(from) is { } no) return no;
        if (Step + 1 >= steps) return MeetingOutcome.AtTheEnd;
        return string.IsNullOrWhiteSpace(why) ? MeetingOutcome.ReasonNeeded : MoveTo(Step + 1, StepEnd.Skipped, why.Trim(), now);
    }

    /// <summary>Leaves all steps before the last, the read-back, and goes there.</summary>
    /// <param name="end">Skipped with a reason, or moved to the chat.</param>
    /// <inheritdoc cref="Next"/>
    public MeetingOutcome GoToTheEnd(int? from, int steps, StepEnd end, string? why, DateTimeOffset now)
    {
        if (Refused(from) is { } no) return no;
        if (Step + 1 >= steps) return MeetingOutcome.AtTheEnd;
        if (end == StepEnd.Skipped && string.IsNullOrWhiteSpace(why)) return MeetingOutcome.ReasonNeeded;
        for (var next = Step + 1; next <= steps - 1; next++) MoveTo(next, end, why?.Trim(), now);
        return MeetingOutcome.Changed;
    }

    /// <inheritdoc cref="Next"/>
    public MeetingOutcome GiveMoreTime(int? from)
    {
        if (Refused(from) is { } no) return no;
        _visits[^1] = _visits[^1] with { Extra = _visits[^1].Extra + MoreMinutes };
        return Changed();
    }

    /// <summary>All that the meeting spent in a step so far.</summary>
    public TimeSpan TimeIn(int step, DateTimeOffset now) => _visits.Where(visit => visit.Step == step).Aggregate(TimeSpan.Zero, (sum, visit) => sum + visit.Length(now));

    public int ExtraMinutesOf(int step) => _visits.Where(visit => visit.Step == step).Sum(visit => visit.Extra);

    /// <summary>How the step was left last; null when the meeting was never there.</summary>
    public StepVisit? LastVisit(int step) => _visits.FindLast(visit => visit.Step == step);

    /// <summary>Steps before the read-back that are neither done nor left on purpose, the present one included.</summary>
    public IReadOnlyList<int> OpenSteps(int steps) =>
        [.. Enumerable.Range(0, Math.Max(0, steps - 1)).Where(step => LastVisit(step) is null or { End: StepEnd.Open })];

    private MeetingOutcome? Refused(int? from) =>
        State == MeetingState.Closed ? MeetingOutcome.AlreadyClosed : from is { } seen && seen != Step ? MeetingOutcome.AlreadyMoved : null;

    private MeetingOutcome MoveTo(int step, StepEnd end, string? why, DateTimeOffset now)
    {
        Leave(end, why, now);
        _visits.Add(new(step, now));
        return Changed();
    }

    private void Leave(StepEnd end, string? why, DateTimeOffset now) => _visits[^1] = _visits[^1] with { To = now, End = end, Why = why };
}
