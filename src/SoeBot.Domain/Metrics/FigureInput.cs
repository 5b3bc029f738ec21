using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>What the numbers beside the three of the week are computed from.</summary>
public sealed record FigureInput
{
    public required PlanSnapshot Plan { get; init; }
    public required PlantCalendar Calendar { get; init; }

    /// <summary>The day of the data.</summary>
    public required DateOnly Today { get; init; }
    public MetricSettings Settings { get; init; } = new();
    public required LookAhead LookAhead { get; init; }

    /// <summary>Finished weeks, the newest first; the newest is the week before today's.</summary>
    public required IReadOnlyList<WeekNumbers> Weeks { get; init; }

    /// <summary>The last finished week with its frozen plan; null when that is not known any more, then what was found before stays.</summary>
    public WeekNumbersInput? LastWeek { get; init; }
    public IReadOnlyList<MonthStock> MonthStocks { get; init; } = [];
    public IReadOnlyList<StockProjection> Stock { get; init; } = [];

    /// <summary>Names of <see cref="Stock"/>'s items.</summary>
    public required PlanIndex Index { get; init; }

    /// <summary>Keys of order lines that an earlier version showed as shipped in part.</summary>
    public IReadOnlySet<string> ShippedInParts { get; init; } = new HashSet<string>();

    /// <summary>The numbers of the version before.</summary>
    public IReadOnlyList<Figure> Before { get; init; } = [];
}
