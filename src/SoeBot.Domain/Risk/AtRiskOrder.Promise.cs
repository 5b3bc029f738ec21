using SoeBot.Domain.People;

namespace SoeBot.Domain.Risk;

/// <content>A promise that the schedule cannot keep: asked for, and decided by the S&amp;OE lead before it is one (R137).</content>
public sealed partial class AtRiskOrder
{
    /// <summary>What waits for the lead, with the day of telling and the date to be promised; null when nothing does.</summary>
    public RiskEvent? PromiseAsked => _events.FindLast(one => one.Kind is RiskEventKind.PromiseAsked or RiskEventKind.PromiseRefused or RiskEventKind.Told or RiskEventKind.Left)
        is { Kind: RiskEventKind.PromiseAsked } asked ? asked : null;

    public AtRiskOutcome AskPromise(DateOnly told, DateOnly promised, PersonKey by, DateTimeOffset now, string? how = null)
    {
        if (PromiseAsked?.Promised == promised || (ToldOn == told && Promised == promised)) return AtRiskOutcome.SameAsBefore;
        return Happened(new(RiskEventKind.PromiseAsked, now, by, Note: how, Day: told, Promised: promised));
    }

    /// <summary>Agreed, it is recorded as what whoever asked told the customer; refused, the customer is still to be told.</summary>
    /// <param name="asked">The date that the lead saw: another one that was asked for since is not decided by this press.</param>
    public AtRiskOutcome DecidePromise(bool agrees, DateOnly asked, DateOnly commitment, PersonKey lead, DateTimeOffset now)
    {
        if (PromiseAsked is not { Day: { } told, Promised: { } promised, By: { } by } waiting || promised != asked) return AtRiskOutcome.SameAsBefore;
        return agrees ? Told(told, promised, commitment, by, now, waiting.Note) : Happened(new(RiskEventKind.PromiseRefused, now, lead, Promised: promised));
    }
}
