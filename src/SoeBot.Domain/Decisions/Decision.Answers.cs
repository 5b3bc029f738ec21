using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

/// <content>What its owner answers.</content>
public sealed partial class Decision
{
    /// <param name="acts">True when the presser stands in for the owner, who is away.</param>
    public DecisionOutcome Take(PersonKey by, DateTimeOffset now, bool acts = false)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (Status == DecisionStatus.Draft) return DecisionOutcome.Incomplete;
        if (by != Owner && !acts) return DecisionOutcome.NotYours;
        if (AcceptedAt is not null) return DecisionOutcome.SameAsBefore;
        AcceptedAt = now;
        if (Status == DecisionStatus.Proposed) Status = DecisionStatus.Taken;
        return Changed(new(DecisionEventKind.Taken, now, by));
    }

    /// <summary>"Not me", and nobody named who then. It stays with its owner until it is given to somebody (R97).</summary>
    public DecisionOutcome Refuse(PersonKey by, string? why, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (by != Owner) return DecisionOutcome.NotYours;
        if (_events[^1] is { Kind: DecisionEventKind.Refused } last && last.By == by) return DecisionOutcome.SameAsBefore;
        if (Status == DecisionStatus.Taken) Status = DecisionStatus.Proposed;
        AcceptedAt = null;
        ProposedAt = now;
        return Changed(new(DecisionEventKind.Refused, now, by, why));
    }

    /// <summary>Gives it to somebody else, who has not said "Take it" yet.</summary>
    public DecisionOutcome GiveTo(PersonKey owner, PersonKey by, string? why, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (owner == Owner) return DecisionOutcome.SameAsBefore;
        Owner = owner;
        Propose(by, now);
        return Changed(new(DecisionEventKind.GivenTo, now, by, why, To: owner));
    }

    /// <summary>Its owner is gone: it falls to somebody else, who has not said "Take it" yet. The history keeps who had it.</summary>
    /// <param name="by">Null when the calendar found it.</param>
    public DecisionOutcome Inherit(PersonKey heir, PersonKey? by, string why, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (heir == Owner) return DecisionOutcome.SameAsBefore;
        Owner = heir;
        Propose(by, now);
        return Changed(new(DecisionEventKind.Inherited, now, by, why, To: heir));
    }

    /// <inheritdoc cref="Take" path="/param"/>
    public DecisionOutcome Done(PersonKey by, string? note, PlantCalendar calendar, DateTimeOffset now, bool acts = false)
    {
        if (Status is DecisionStatus.Kept or DecisionStatus.DoneLate) return DecisionOutcome.SameAsBefore;
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (Status == DecisionStatus.Draft) return DecisionOutcome.Incomplete;
        if (by != Owner && !acts) return DecisionOutcome.NotYours;
        MissIfOver(calendar, now);
        Status = Misses > 0 ? DecisionStatus.DoneLate : DecisionStatus.Kept;
        AcceptedAt ??= now;
        End(now);
        return Changed(new(DecisionEventKind.Done, now, by, note));
    }

    /// <summary>
    /// Before the due date a re-negotiation, after it "missed, then re-dated": the miss is noted first. Two are the owner's, the wish for a
    /// third goes to the lead.
    /// </summary>
    /// <param name="byLead">True when the S&amp;OE lead or a deputy presses: the third date is theirs to give.</param>
    /// <inheritdoc cref="Take" path="/param"/>
    public DecisionOutcome Redate(DateOnly due, PersonKey by, bool byLead, string? reason, PlantCalendar calendar, DateTimeOffset now, bool acts = false)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (Status == DecisionStatus.Draft) return DecisionOutcome.Incomplete;
        if (by != Owner && !byLead && !acts) return DecisionOutcome.NotYours;
        if (due < calendar.DayOf(now)) return DecisionOutcome.DueInPast;
        if (due == Due) return DecisionOutcome.SameAsBefore;
        if (string.IsNullOrWhiteSpace(reason)) return DecisionOutcome.ReasonNeeded;
        if (Redates >= 2 && !byLead)
        {
            if (AskedDue == due) return DecisionOutcome.SameAsBefore;
            AskedDue = due;
            Changed(new(DecisionEventKind.RedateAsked, now, by, reason.Trim(), Due, due));
            return DecisionOutcome.LeadAsked;
        }
        MissIfOver(calendar, now);
        var old = Due;
        (Due, AskedDue) = (due, null);
        Redates++;
        // Whoever answers for it and names another date takes it with that date.
        if (by == Owner || acts) AcceptedAt ??= now;
        Status = AcceptedAt is null ? DecisionStatus.Proposed : DecisionStatus.Taken;
        return Changed(new(DecisionEventKind.Redated, now, by, reason.Trim(), old, due));
    }

    /// <summary>The due date passed (<paramref name="by"/> null), or the owner says why it will not be done by then.</summary>
    /// <param name="byChair">True when the meeting's chair or the S&amp;OE lead says so of an owner who is not there.</param>
    public DecisionOutcome Miss(PersonKey? by, string? why, DateTimeOffset now, bool byChair = false)
    {
        if (Status == DecisionStatus.Missed) return DecisionOutcome.SameAsBefore;
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (Status == DecisionStatus.Draft) return DecisionOutcome.Incomplete;
        if (by is { } person && person != Owner && !byChair) return DecisionOutcome.NotYours;
        if (by is not null && string.IsNullOrWhiteSpace(why)) return DecisionOutcome.ReasonNeeded;
        Status = DecisionStatus.Missed;
        Misses++;
        return Changed(new(DecisionEventKind.Missed, now, by, why?.Trim()));
    }

    /// <summary>It stays open and due; the owner says what stands in the way.</summary>
    /// <inheritdoc cref="Take" path="/param"/>
    public DecisionOutcome Block(PersonKey by, string? why, DateTimeOffset now, bool acts = false)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (by != Owner && !acts) return DecisionOutcome.NotYours;
        if (string.IsNullOrWhiteSpace(why)) return DecisionOutcome.ReasonNeeded;
        if (_events[^1] is { Kind: DecisionEventKind.Blocked } last && last.By == by && last.Note == why.Trim()) return DecisionOutcome.SameAsBefore;
        return Changed(new(DecisionEventKind.Blocked, now, by, why.Trim()));
    }

    private void MissIfOver(PlantCalendar calendar, DateTimeOffset now)
    {
        if (Status != DecisionStatus.Missed && IsOver(calendar, now)) Miss(null, null, now);
    }

    private void Propose(PersonKey? by, DateTimeOffset now)
    {
        ProposedAt = now;
        AcceptedAt = by == Owner ? now : null;
        if (Status is DecisionStatus.Taken or DecisionStatus.Proposed) Status = AcceptedAt is null ? DecisionStatus.Proposed : DecisionStatus.Taken;
        if (Status == DecisionStatus.Draft && Owner is not null && Due is not null) Status = AcceptedAt is null ? DecisionStatus.Proposed : DecisionStatus.Taken;
    }

    private void End(DateTimeOffset now) => (ClosedAt, WaitsFor, AskedDue) = (now, null, null);
}
