using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Plan;

/// <summary>What the rules found in one plan version. Stored with it; cards and board show this and compute nothing.</summary>
/// <param name="AtRisk">The whole at-risk list in rank order; the top ten are its first ten.</param>
/// <param name="Exceptions">Open on the day of the data, the longest-lasting first.</param>
/// <param name="Weeks">Finished weeks, the newest first, at most thirteen.</param>
public sealed record PlanFindings(
    LookAhead LookAhead,
    IReadOnlyList<RankedOrder> AtRisk,
    IReadOnlyList<PlanException> Exceptions,
    IReadOnlyList<WeekNumbers> Weeks);
