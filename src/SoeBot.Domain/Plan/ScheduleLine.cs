namespace SoeBot.Domain.Plan;

/// <summary>One production order of the schedule. A line belongs to the plant week of its <see cref="Due"/> day.</summary>
public sealed record ScheduleLine : IPlanRow
{
    public required string Number { get; init; }
    public required string Item { get; init; }
    public string? WorkCentre { get; init; }

    /// <summary>Place in the queue of the work centre; null when the source has none.</summary>
    public int? Sequence { get; init; }
    public required DateOnly Start { get; init; }
    public required DateOnly Due { get; init; }

    /// <summary>The day work began with all its components issued; null while it has not, or when components leave the stock piece by piece.</summary>
    public DateOnly? StartedOn { get; init; }
    public required decimal Planned { get; init; }

    /// <summary>Good pieces, stocked and not scrapped, reported so far.</summary>
    public decimal Good { get; init; }
    public decimal Scrapped { get; init; }

    /// <summary>The day the line was reported complete; null while it is open.</summary>
    public DateOnly? FinishedOn { get; init; }

    /// <summary>Set-up and run hours on the work centre for the whole line; null when the source has none.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Hours that the shop floor reported on the line so far; null when the source has none.</summary>
    public decimal? ReportedHours { get; init; }

    /// <summary>The customer order line that this production order was made for, when the source says so.</summary>
    public string? ForOrder { get; init; }

    public string Key => Number;
    public bool IsOpen => FinishedOn is null;

    /// <summary>What is still to be made; zero once finished.</summary>
    public decimal OpenQuantity => FinishedOn is null ? Math.Max(0, Planned - Good) : 0;
}
