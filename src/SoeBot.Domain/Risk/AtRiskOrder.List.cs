using SoeBot.Domain.People;

namespace SoeBot.Domain.Risk;

/// <content>How it comes onto the list, leaves it, and what it takes over from an order that was split or merged.</content>
public sealed partial class AtRiskOrder
{
    /// <summary>Named among the ten by a plan version.</summary>
    public AtRiskOutcome List(DateOnly commitment, int planVersion, DateTimeOffset now)
    {
        if (IsListed) return AtRiskOutcome.SameAsBefore;
        IsListed = true;
        return Happened(new(RiskEventKind.Listed, now, null, planVersion, Day: commitment));
    }

    /// <summary>Gone from the list with a reason. What people said stays; an order that comes back is to be answered anew.</summary>
    public AtRiskOutcome Leave(LeaveReason reason, int planVersion, DateTimeOffset now)
    {
        if (!IsListed) return AtRiskOutcome.SameAsBefore;
        IsListed = false;
        if (Override == RiskOverride.On) SetOverride(RiskOverride.None, null, null);
        Happened(new(RiskEventKind.Left, now, null, planVersion, Reason: reason, Status: Status));
        Status = RiskStatus.Unanswered;
        TellBy = null;
        return AtRiskOutcome.Changed;
    }

    /// <summary>Put on the list or taken off it by a person, against the ranking; <see cref="RiskOverride.None"/> lets the ranking decide again.</summary>
    public AtRiskOutcome Decide(RiskOverride what, string? reason, PersonKey by, DateTimeOffset now, int planVersion)
    {
        if (what == Override && (what == RiskOverride.None || reason == OverrideReason)) return AtRiskOutcome.SameAsBefore;
        if (what != RiskOverride.None && string.IsNullOrWhiteSpace(reason)) return AtRiskOutcome.ReasonNeeded;
        if (what == RiskOverride.None) SetOverride(what, null, null);
        else SetOverride(what, reason, by);
        var kind = what switch { RiskOverride.On => RiskEventKind.PutOn, RiskOverride.Off => RiskEventKind.TakenOff, RiskOverride.None => RiskEventKind.OverrideEnded };
        if (what == RiskOverride.Off) IsListed = false;
        return Happened(new(kind, now, by, planVersion, reason, what == RiskOverride.Off ? LeaveReason.TakenOff : null));
    }

    private void SetOverride(RiskOverride what, string? reason, PersonKey? by) => (Override, OverrideReason, OverrideBy) = (what, reason, by);

    /// <summary>
    /// Takes over owner and answer of the order it was split from, or of one that was merged into it: the stricter status counts, an owner
    /// of its own stays, the earlier tell-by date holds. Once for each such order.
    /// </summary>
    public AtRiskOutcome Inherit(AtRiskOrder from, int planVersion, DateTimeOffset now)
    {
        if (_events.Exists(known => known.Kind == RiskEventKind.Inherited && known.Note == from.Order)) return AtRiskOutcome.SameAsBefore;
        if (from is { Owner: null, Status: RiskStatus.Unanswered, ToldOn: null }) return AtRiskOutcome.SameAsBefore;
        Owner ??= from.Owner;
        if (from.Status > Status)
        {
            (Status, Risk, Mitigation, NewDate) = (from.Status, from.Risk ?? Risk, from.Mitigation ?? Mitigation, from.NewDate ?? NewDate);
            (AnsweredBy, AnsweredAt) = (from.AnsweredBy, from.AnsweredAt);
        }
        if (TellBy is null || from.TellBy < TellBy) TellBy = from.TellBy ?? TellBy;
        if (ToldOn is null) (ToldOn, Promised) = (from.ToldOn, from.Promised);
        return Happened(new(RiskEventKind.Inherited, now, null, planVersion, from.Order, Status: from.Status));
    }
}
