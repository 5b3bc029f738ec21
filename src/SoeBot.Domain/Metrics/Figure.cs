namespace SoeBot.Domain.Metrics;

/// <summary>The numbers beside the three of the week (R65 to R76). Names stand on the wire and in the store.</summary>
public enum FigureKind
{
    Attainment, Adherence, OnTimeFirst, OnTimeLast,
    Otif, ServiceLevel, Fulfilment, Backlog,
    SupplierOtif, PurchaseAccuracy,
    InventoryTurns, DaysOfSupply, ForwardCover,
    PlannedUtilisation, ActualUtilisation,
    OwnAndContract, SalesPlanGap, PlanPerOrder,
    AttainmentRange, OutputRange, ReceiptsRange,
    Costs,
}

/// <summary>One number that can be checked: what it counts over what, in which window, from which tables, in words (R17, R136).</summary>
/// <param name="Unit"><see cref="Share"/>, "days", "pieces", "turns a year", "cost".</param>
/// <param name="Definition">As people read it beside the number.</param>
/// <param name="Window">Which days it is of.</param>
/// <param name="Sources">The plan tables it was computed from; with a frozen plan also its version.</param>
public sealed record Figure(FigureKind Kind, string Unit, string Definition, string Window, string Sources)
{
    /// <summary>The unit of a ratio from 0 to 1, shown in percent.</summary>
    public const string Share = "share";

    /// <summary>Null when there is no number; <see cref="Absent"/> then says why.</summary>
    public decimal? Value { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>Of both counts.</summary>
    public string? Counted { get; init; }

    /// <summary>"no plan", "no base yet", "no source": why there is no number.</summary>
    public string? Absent { get; init; }

    /// <summary>By supplier, family, kind, order: the worst first, at most <see cref="MostParts"/>.</summary>
    public IReadOnlyList<FigurePart> Parts { get; init; } = [];

    public const int MostParts = 50;

    /// <summary>Numerator and denominator with their share.</summary>
    public Figure Over(decimal numerator, decimal denominator, string counted, string absent) =>
        this with { Numerator = numerator, Denominator = denominator, Counted = counted, Value = denominator == 0 ? null : numerator / denominator, Absent = denominator == 0 ? absent : null };

    public Figure Without(string absent) => this with { Absent = absent };

    public static Figure Of(FigureKind kind, Measure measure, string window, string sources) =>
        new Figure(kind, Share, measure.Definition, window, sources).Over(measure.Numerator, measure.Denominator, measure.Unit, measure.Definition);
}

/// <summary>A part of a number: of one supplier, family, kind of cost, production order.</summary>
/// <param name="Value">In the unit of the figure; null when it has none.</param>
/// <param name="Words">What a count over a count does not say.</param>
public sealed record FigurePart(string Name, decimal? Value, decimal? Numerator = null, decimal? Denominator = null, string? Words = null)
{
    public static FigurePart Of(string name, decimal numerator, decimal denominator, string? words = null) =>
        new(name, denominator == 0 ? null : numerator / denominator, numerator, denominator, words);
}
