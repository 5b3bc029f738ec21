using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>What the morning's report is computed from (R32).</summary>
public sealed record ExceptionInput
{
    public required PlanSnapshot Plan { get; init; }
    public required PlantCalendar Calendar { get; init; }

    /// <summary>The report day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>How the order lines differ from the version of the previous report; null when there is none.</summary>
    public TableDifference<OrderLine>? OrderChanges { get; init; }

    /// <summary>The schedule that was published for <see cref="PublishedWeek"/>; null when none was.</summary>
    public IReadOnlyList<ScheduleLine>? Baseline { get; init; }

    /// <summary>The published week; the week of today when not set.</summary>
    public PlantWeek? PublishedWeek { get; init; }

    /// <summary>Keys of schedule lines whose difference from the baseline was approved.</summary>
    public IReadOnlySet<string> ApprovedChanges { get; init; } = new HashSet<string>();

    /// <summary>From which fence on an unapproved change is reported.</summary>
    public Fence GuardedFrom { get; init; } = Fence.Frozen;

    /// <summary>The previous report and its day: they make the chains of report days.</summary>
    public IReadOnlyList<PlanException> Previous { get; init; } = [];
    public DateOnly? PreviousDay { get; init; }
    public SurgeSettings Surge { get; init; } = new();
}

/// <summary>When a week's orders of one customer for one item count as a surge (R112).</summary>
public sealed record SurgeSettings
{
    /// <summary>Times the normal weekly volume.</summary>
    public decimal Times { get; init; } = 5;

    /// <summary>Complete weeks that make the normal volume.</summary>
    public int Weeks { get; init; } = 8;

    /// <summary>With fewer weeks of history there is no base yet.</summary>
    public int LeastWeeks { get; init; } = 4;

    /// <summary>And at least so many times the largest of these weeks: it keeps month ends out.</summary>
    public decimal TimesLargest { get; init; } = 1.5m;
    public decimal LeastQuantity { get; init; } = 50;
}
