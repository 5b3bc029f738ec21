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

    /// <summary>Chains of earlier reports that the previous one did not show, so that neither a weekend nor a second import of a day breaks them.</summary>
    public IReadOnlyList<ExceptionChain> Resting { get; init; } = [];
}
