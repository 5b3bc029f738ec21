namespace SoeBot.Domain.Plan;

/// <summary>What happened on the shop floor (R38, R79).</summary>
public enum ShopEventKind
{
    Downtime, QualityHold, Scrap, LabourShortage, SlowRun, MaterialShortage, Logistics,

    /// <summary>Something was brought or sent at a higher price to be in time.</summary>
    Expedite,

    /// <summary>What it took to keep the plan; no divergence from it, only a cost (R72).</summary>
    Overtime, Changeover,
}

/// <summary>One event of the shop floor, as the MES or a log sheet reports it.</summary>
public sealed record ShopEvent : IPlanRow
{
    public required string Number { get; init; }
    public required ShopEventKind Kind { get; init; }

    /// <summary>The work centre, item or production order it happened to.</summary>
    public required string Object { get; init; }

    /// <summary>The source's cause code; part of what makes two exceptions the same one.</summary>
    public required string Cause { get; init; }

    /// <summary>The production day it belongs to.</summary>
    public required DateOnly Day { get; init; }
    public decimal? Planned { get; init; }
    public decimal? Actual { get; init; }

    /// <summary>Of <see cref="Planned"/> and <see cref="Actual"/>: h, pcs, pcs/h.</summary>
    public string? Unit { get; init; }
    public string? Note { get; init; }

    /// <summary>What it cost, in the plant's currency (R72); null when the source does not say.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The day it was over; null while it lasts.</summary>
    public DateOnly? EndedOn { get; init; }

    public string Key => Number;
}
