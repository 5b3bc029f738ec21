using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>What the numbers of one finished week are computed from.</summary>
public sealed record WeekNumbersInput
{
    public required PlantWeek Week { get; init; }

    /// <summary>The plan version frozen for the week; null when none was.</summary>
    public int? BaselineVersion { get; init; }

    /// <summary>The whole schedule of that version; lines due in other weeks decide only what is off plan.</summary>
    public IReadOnlyList<ScheduleLine>? Baseline { get; init; }

    /// <summary>
    /// The schedule of the first version after the end of the week. Pieces of a line that is still open count as reported by then;
    /// a line finished after the week counts nothing, because the file does not say what of it was made before.
    /// </summary>
    public IReadOnlyList<ScheduleLine>? Current { get; init; }

    /// <summary>The customer orders of that version.</summary>
    public IReadOnlyList<OrderLine>? Orders { get; init; }

    /// <summary>The purchase lines of that version.</summary>
    public IReadOnlyList<PurchaseLine>? Purchases { get; init; }

    /// <summary>Which attainment is the number of the week.</summary>
    public AttainmentDefinition Definition { get; init; } = AttainmentDefinition.Capped;

    /// <summary>Keys of schedule lines that an approved change put into the week: they join the denominator. One added without approval does not.</summary>
    public IReadOnlySet<string> ApprovedAdditions { get; init; } = new HashSet<string>();
}
