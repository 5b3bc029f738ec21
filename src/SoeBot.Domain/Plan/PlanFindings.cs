using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Publishing;
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
    IReadOnlyList<WeekNumbers> Weeks)
{
    /// <summary>The numbers beside the three of the week, in the order people read them.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>True in this version, executives' criteria first; what has not fired yet is among them.</summary>
    public IReadOnlyList<PlanFlag> Flags { get; init; } = [];

    /// <summary>Open process problems, then the last closed ones.</summary>
    public IReadOnlyList<ProcessProblem> Problems { get; init; } = [];

    /// <summary>How often what went wrong, the current week first, at most thirteen.</summary>
    public IReadOnlyList<ExceptionWeek> ExceptionWeeks { get; init; } = [];

    /// <summary>Orders that were split or merged.</summary>
    public IReadOnlyList<OrderKin> Kin { get; init; } = [];

    /// <summary>What a planner should know before the week is published with this version.</summary>
    public WeekDraft Draft { get; init; } = WeekDraft.Nothing;

    public CarriedFacts Carried { get; init; } = new();
}

/// <summary>What the next version's rules must know of this one and no card shows.</summary>
public sealed record CarriedFacts
{
    public IReadOnlyList<ExceptionChain> Resting { get; init; } = [];

    /// <summary>The newest month first.</summary>
    public IReadOnlyList<MonthStock> MonthStocks { get; init; } = [];
}
