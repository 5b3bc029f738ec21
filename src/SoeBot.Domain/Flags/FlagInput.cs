using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Flags;

/// <summary>What the flags of one plan version are computed from.</summary>
public sealed record FlagInput
{
    public required PlanIndex Index { get; init; }
    public required PlantCalendar Calendar { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>The plan version: what fires now says so.</summary>
    public required int Version { get; init; }
    public FlagSettings Settings { get; init; } = new();

    /// <summary>The projection of the stock; computed once because numbers use it too.</summary>
    public required IReadOnlyList<StockProjection> Stock { get; init; }
    public required DemandSignals Signals { get; init; }

    /// <summary>What the plan says about each open order line.</summary>
    public IReadOnlyList<ProjectedLine> Lines { get; init; } = [];

    /// <summary>How the order lines differ from the version before; null when there is none.</summary>
    public TableDifference<OrderLine>? OrderChanges { get; init; }

    /// <summary>Stock by item at the start of earlier weeks, last week first; only the items of <see cref="SafetyStockCreepRule.Candidates"/> are asked for.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, decimal>> EarlierStock { get; init; } = [];

    /// <summary>The flags of the version before.</summary>
    public IReadOnlyList<PlanFlag> Previous { get; init; } = [];
}
