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
    /// <summary>What is to be written to the customer, in place of the proposal; a later answer, with another date maybe, ends it.</summary>
    public string? CustomerText => _events.FindLast(one => one.Kind is RiskEventKind.TextChanged or RiskEventKind.Told or RiskEventKind.Answered) is { Kind: RiskEventKind.TextChanged } last ? last.Note : null;
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
    /// <param name="how">"by phone"; null when nobody said.</param>
    public AtRiskOutcome Told(DateOnly day, DateOnly promised, DateOnly commitment, PersonKey by, DateTimeOffset now, string? how = null)
    {
        if (ToldOn == day && Promised == promised) return AtRiskOutcome.SameAsBefore;
        ToldOn = day;
        Promised = promised;
        return Happened(new(RiskEventKind.Told, now, by, Note: how, Day: day, Promised: promised, IsFailure: day >= commitment));
    }

    /// <summary>Somebody tried to tell the customer and could not; it is still to be told.</summary>
    public AtRiskOutcome NotReached(string? tried, PersonKey by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(tried)) return AtRiskOutcome.ReasonNeeded;
        if (_events.Count > 0 && _events[^1] is { Kind: RiskEventKind.NotReached } last && last.By == by && last.Note == tried.Trim()) return AtRiskOutcome.SameAsBefore;
        return Happened(new(RiskEventKind.NotReached, now, by, Note: tried.Trim()));
    }

    /// <summary>Other words for the customer than the proposed ones.</summary>
    public AtRiskOutcome Write(string? text, PersonKey by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text)) return AtRiskOutcome.ReasonNeeded;
        if (text.Trim() == CustomerText) return AtRiskOutcome.SameAsBefore;
        return Happened(new(RiskEventKind.TextChanged, now, by, Note: text.Trim()));
    }

    private AtRiskOutcome Happened(RiskEvent what)
    {
        _events.Add(what);
        Version++;
        return AtRiskOutcome.Changed;
    }
}
