using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

public enum AtRiskOutcome { Changed, SameAsBefore, RiskNeeded, TellByAfterCommitment, ReasonNeeded }

/// <summary>What people say about an order on the at-risk list, and what became of it there; stays when the order leaves it (R47 to R56).</summary>
public sealed partial class AtRiskOrder
{
    private readonly List<RiskEvent> _events = [];

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

    /// <summary>It was among the ten named and has not left the list since.</summary>
    public bool IsListed { get; private set; }

    /// <summary>Decided by planning or the lead against the ranking, with a reason.</summary>
    public RiskOverride Override { get; private set; }
    public string? OverrideReason { get; private set; }
    public PersonKey? OverrideBy { get; private set; }
    public int Version { get; private set; }

    /// <summary>In the order in which they happened.</summary>
    public IReadOnlyList<RiskEvent> Events => _events;

    public static AtRiskOrder Of(PlantId plant, string order) => new() { Plant = plant, Order = order };

    public AtRiskOutcome GiveTo(PersonKey owner, PersonKey by, DateTimeOffset now)
    {
        if (Owner == owner) return AtRiskOutcome.SameAsBefore;
        Owner = owner;
        return Happened(new(RiskEventKind.Given, now, by, Note: owner.ToString()));
    }

    /// <summary>Its owner is gone: it falls to somebody else. The history keeps who had it.</summary>
    /// <param name="by">Null when the calendar found it.</param>
    public AtRiskOutcome FallTo(PersonKey heir, PersonKey? by, DateTimeOffset now)
    {
        if (Owner is not { } before || before == heir) return AtRiskOutcome.SameAsBefore;
        Owner = heir;
        return Happened(new(RiskEventKind.OwnerGone, now, by, Note: before.ToString()));
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
        return Happened(new(RiskEventKind.Answered, now, by, Note: answer.Risk, Status: answer.Status));
    }

    /// <summary>One line of the commitment log. A notice on the commitment date or after it is a failure (R54).</summary>
    public AtRiskOutcome Told(DateOnly day, DateOnly promised, DateOnly commitment, PersonKey by, DateTimeOffset now)
    {
        if (ToldOn == day && Promised == promised) return AtRiskOutcome.SameAsBefore;
        ToldOn = day;
        Promised = promised;
        return Happened(new(RiskEventKind.Told, now, by, Day: day, Promised: promised, IsFailure: day >= commitment));
    }

    private AtRiskOutcome Happened(RiskEvent what)
    {
        _events.Add(what);
        Version++;
        return AtRiskOutcome.Changed;
    }
}
