using SoeBot.Domain.People;

namespace SoeBot.Domain.Meetings;

/// <summary>What the meeting made of one order at risk (R51).</summary>
public enum ReviewResult { Decided, Watched, Escalated, Done }

/// <param name="Because">Why a red order got no decision, or what is asked of the next level.</param>
public sealed record OrderReview(string Order, ReviewResult Result, string? Because, PersonKey By, DateTimeOffset At);

/// <summary>An order as the meeting takes it up.</summary>
/// <param name="IsRed">Its owner says red, or nobody answered and the plan says late: it needs a decision, or the reason why there is none (R7).</param>
/// <param name="HasDecision">This meeting has decided something about it.</param>
public sealed record ReviewedOrder(string Order, bool IsRed, bool HasDecision);
