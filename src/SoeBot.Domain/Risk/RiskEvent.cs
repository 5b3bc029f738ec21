using SoeBot.Domain.People;

namespace SoeBot.Domain.Risk;

public enum RiskEventKind { Listed, Left, Given, Answered, Told, PutOn, TakenOff, OverrideEnded, Inherited, OwnerGone, NotReached, TextChanged, PromiseAsked, PromiseRefused }

/// <summary>Why an order is on the at-risk list no more (R56). Gone: the plan has no such order any more and says no reason.</summary>
public enum LeaveReason { Shipped, RiskRemoved, RePromised, Cancelled, TakenOff, Merged, Gone }

/// <summary>One thing that happened to an order at risk. The list only grows.</summary>
/// <param name="By">Null when an import or the calendar did it.</param>
/// <param name="Note">A person's own words; for <see cref="RiskEventKind.OwnerGone"/> the owner before; for <see cref="RiskEventKind.Inherited"/> the order it came from.</param>
/// <param name="Day">Listed: the commitment date then; told: the day the customer was told.</param>
/// <param name="IsFailure">Told on the day itself or later, which is no notice (R54).</param>
public sealed record RiskEvent(
    RiskEventKind Kind,
    DateTimeOffset At,
    PersonKey? By,
    int? PlanVersion = null,
    string? Note = null,
    LeaveReason? Reason = null,
    RiskStatus? Status = null,
    DateOnly? Day = null,
    DateOnly? Promised = null,
    bool IsFailure = false);
