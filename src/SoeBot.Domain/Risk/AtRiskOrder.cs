using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

public enum AtRiskOutcome { Changed, SameAsBefore, RiskNeeded, TellByAfterCommitment }

/// <summary>What people say about an order on the at-risk list; stays when the order leaves it (R47 to R56).</summary>
public sealed class AtRiskOrder
{
    private AtRiskOrder() { }

    public PlantId Plant { get; private set; }
    public string Order { get; private set; } = "";
    public PersonKey? Owner { get; private set; }
    public RiskStatus Status { get; private set; }
    public string? Risk { get; private set; }
    public string? Mitigation { get; private set; }
    public DateOnly? NewDate { get; private set; }
    public DateOnly? TellBy { get; private set; }

    /// <summary>The day the customer was told, and what was promised (R54).</summary>
    public DateOnly? ToldOn { get; private set; }
    public DateOnly? Promised { get; private set; }
    public PersonKey? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    public static AtRiskOrder Of(PlantId plant, string order) => new() { Plant = plant, Order = order };

    public AtRiskOutcome GiveTo(PersonKey owner)
    {
        if (Owner == owner) return AtRiskOutcome.SameAsBefore;
        Owner = owner;
        Version++;
        return AtRiskOutcome.Changed;
    }

    public AtRiskOutcome Answer(RiskAnswer answer, DateOnly commitment, PersonKey by, DateTimeOffset now)
    {
        if (answer.Status is RiskStatus.Amber or RiskStatus.Red && string.IsNullOrWhiteSpace(answer.Risk ?? Risk))
            return AtRiskOutcome.RiskNeeded;
        if (answer.TellBy > commitment) return AtRiskOutcome.TellByAfterCommitment;
        Status = answer.Status;
        Risk = answer.Risk ?? Risk;
        Mitigation = answer.Mitigation ?? Mitigation;
        NewDate = answer.NewDate ?? NewDate;
        TellBy = answer.TellBy ?? TellBy;
        Owner ??= by;
        AnsweredBy = by;
        AnsweredAt = now;
        Version++;
        return AtRiskOutcome.Changed;
    }

    public AtRiskOutcome Told(DateOnly day, DateOnly promised)
    {
        if (ToldOn == day && Promised == promised) return AtRiskOutcome.SameAsBefore;
        ToldOn = day;
        Promised = promised;
        Version++;
        return AtRiskOutcome.Changed;
    }
}
