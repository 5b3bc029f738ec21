using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Risk;

/// <summary>What the ranking is computed from.</summary>
public sealed record RankingInput
{
    public required PegBook Book { get; init; }
    public required IReadOnlyList<ProjectedLine> Lines { get; init; }
    public required PlantCalendar Calendar { get; init; }

    /// <summary>Last day of the horizon: orders committed later are not ranked. The end of week 2 when not set.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What changed, by order number; null when no earlier version is known, and then the driver drops out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RecentChange>>? RecentChanges { get; init; }

    /// <summary>The past of the plan, where somebody made it beside the pegging, which takes as long; made from the plan when not set.</summary>
    public LateHistory? History { get; init; }
    public RiskSettings Settings { get; init; } = new();
}

/// <summary>One change of an order, its schedule or its supply.</summary>
/// <param name="Words">As people read it: "date from Fri 9 Jan to Wed 7 Jan".</param>
public sealed record RecentChange(DateOnly Day, string Words);
