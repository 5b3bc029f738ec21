using SoeBot.Domain.People;

namespace SoeBot.Domain.Decisions;

/// <content>What is asked of the next level up, and what is answered there (R100, R106, R110).</content>
public sealed partial class Decision
{
    public DecisionOutcome Escalate(Escalation up)
    {
        if (!IsOpen) return DecisionOutcome.AlreadyClosed;
        if (up.Options.Count < 2 || string.IsNullOrWhiteSpace(up.Recommendation)) return DecisionOutcome.OptionsNeeded;
        if (WaitsFor is not null && Escalation?.Level == up.Level) return DecisionOutcome.SameAsBefore;
        (Escalation, WaitsFor) = (up, up.To);
        return Changed(new(DecisionEventKind.Escalated, up.At, up.By, up.Recommendation, NewDue: up.DecideBy, To: up.To));
    }

    /// <param name="option">Counts from 0.</param>
    /// <param name="acts">True when the presser is the one asked, or acts for them.</param>
    public DecisionOutcome Choose(int option, PersonKey by, bool acts, DateTimeOffset now)
    {
        if (Escalation is not { } up) return DecisionOutcome.AlreadyClosed;
        if (up.Chosen is { } before) return before == option && up.ChosenBy == by ? DecisionOutcome.SameAsBefore : DecisionOutcome.AlreadyClosed;
        if (!IsOpen || WaitsFor is null) return DecisionOutcome.AlreadyClosed;
        if (!acts) return DecisionOutcome.NotYours;
        if (option < 0 || option >= up.Options.Count) return DecisionOutcome.OptionsNeeded;
        Escalation = up with { Chosen = option, ChosenBy = by, ChosenAt = now };
        WaitsFor = null;
        return Changed(new(DecisionEventKind.OptionChosen, now, by, up.Options[option]));
    }

    /// <summary>"Call me": whoever asked up is to call.</summary>
    /// <inheritdoc cref="Choose" path="/param"/>
    public DecisionOutcome AskCall(PersonKey by, bool acts, DateTimeOffset now)
    {
        if (!IsOpen || WaitsFor is null) return DecisionOutcome.AlreadyClosed;
        if (!acts) return DecisionOutcome.NotYours;
        if (_events[^1] is { Kind: DecisionEventKind.CallAsked } last && last.By == by) return DecisionOutcome.SameAsBefore;
        return Changed(new(DecisionEventKind.CallAsked, now, by));
    }

    /// <summary>Somebody else decides in place of the one asked.</summary>
    /// <inheritdoc cref="Choose" path="/param"/>
    public DecisionOutcome Delegate(PersonKey to, PersonKey by, bool acts, DateTimeOffset now)
    {
        if (!IsOpen || WaitsFor is null) return DecisionOutcome.AlreadyClosed;
        if (WaitsFor == to) return DecisionOutcome.SameAsBefore;
        if (!acts) return DecisionOutcome.NotYours;
        WaitsFor = to;
        return Changed(new(DecisionEventKind.Delegated, now, by, To: to));
    }
}
