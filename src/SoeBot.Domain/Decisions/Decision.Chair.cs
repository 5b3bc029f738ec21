using SoeBot.Domain.Fences;
using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

/// <content>What whoever chairs does with it: complete, correct, drop, replace, close because what it is about is over.</content>
public sealed partial class Decision
{
    /// <summary>Gives a draft its owner, its date or both.</summary>
    /// <param name="byChair">True when the meeting's chair or the S&amp;OE lead presses. Who recorded it may too.</param>
    public DecisionOutcome Complete(PersonKey? owner, DateOnly? due, string? helpers, PersonKey by, bool byChair, PlantCalendar calendar, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (Status != DecisionStatus.Draft) return DecisionOutcome.SameAsBefore;
        if (!byChair && by != DecidedBy) return DecisionOutcome.ChairNeeded;
        if (due < calendar.DayOf(now)) return DecisionOutcome.DueInPast;
        if ((owner ?? Owner) == Owner && (due ?? Due) == Due) return DecisionOutcome.Incomplete;
        var old = Due;
        (Owner, Due, Helpers) = (owner ?? Owner, due ?? Due, helpers ?? Helpers);
        Propose(by, now);
        return Changed(new(DecisionEventKind.Completed, now, by, null, old, Due, Owner));
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
        End(now);
        return Changed(new(DecisionEventKind.Dropped, now, by, reason.Trim()));
    }

    /// <summary>What it is about was shipped, cancelled or is gone, and nobody has to do it any more. The owner may say so too.</summary>
    /// <param name="what">"SO63216 was shipped", as the plan says it.</param>
    /// <param name="byChair">True when the meeting's chair or the S&amp;OE lead presses.</param>
    public DecisionOutcome CloseOver(string what, PersonKey by, bool byChair, DateTimeOffset now) =>
        IsOpen && !byChair && by != Owner ? DecisionOutcome.NotYours : Drop(by, byChair: true, what, now);

    /// <summary>It is to be done although <paramref name="what"/> it is about is over; it is not asked again for that.</summary>
    /// <inheritdoc cref="CloseOver" path="/param"/>
    public DecisionOutcome StillNeeded(string what, PersonKey by, bool byChair, DateTimeOffset now)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (!byChair && by != Owner) return DecisionOutcome.NotYours;
        return IsStillNeededAfter(what) ? DecisionOutcome.SameAsBefore : Changed(new(DecisionEventKind.StillNeeded, now, by, what));
    }

    public bool IsStillNeededAfter(string what) => _events.Exists(happened => happened.Kind == DecisionEventKind.StillNeeded && happened.Note == what);

    /// <summary>A newer decision takes the place of an older one; both say so. By explicit press only, never by itself.</summary>
    /// <param name="byChair">True when the meeting's chair or the S&amp;OE lead presses. Who took the newer one's decision may too.</param>
    public static DecisionOutcome Replace(Decision older, Decision newer, PersonKey by, bool byChair, DateTimeOffset now)
    {
        if (older.ReplacedBy == newer.Number && older.Plant == newer.Plant) return DecisionOutcome.SameAsBefore;
        if (older.Plant != newer.Plant || older.Number >= newer.Number || !older.IsOpen) return DecisionOutcome.NotReplaceable;
        if (!byChair && by != newer.DecidedBy) return DecisionOutcome.ChairNeeded;
        (older.Status, older.ReplacedBy, newer.Replaces) = (DecisionStatus.Replaced, newer.Number, older.Number);
        older.End(now);
        older.Changed(new(DecisionEventKind.Replaced, now, by, newer.Name));
        return newer.Changed(new(DecisionEventKind.Replaces, now, by, older.Name));
    }
}
