using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.Store.Plans;

/// <summary>The pointer to the version in use. A version above it is being written, or was left by a killed import.</summary>
internal sealed class PlanHeadRow
{
    public required PlantId Plant { get; init; }
    public int Current { get; set; }

    /// <summary>The number an import writes under; stands until it published or was swept.</summary>
    public int? Draft { get; set; }

    /// <summary>Grows with every change of what cards show of the plan.</summary>
    public long Stamp { get; set; }
}

internal sealed class PlanVersionRow
{
    public required PlantId Plant { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset DataAt { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string Source { get; init; }
    public required string By { get; init; }
    public string? ContentHash { get; init; }
    public PersonKey? Person { get; init; }

    /// <summary>Row count by name of table.</summary>
    public required Dictionary<string, int> Tables { get; init; }

    public PlanVersion ToVersion() => new(Plant, Number, DataAt, PublishedAt, Source, By, Tables) { Person = Person };
}

internal sealed class BaselineRow
{
    public required PlantId Plant { get; init; }

    /// <summary>The week's first day.</summary>
    public required DateOnly Week { get; init; }
    public required int Version { get; init; }
    public PersonKey? By { get; init; }
    public required DateTimeOffset At { get; init; }
    public PersonKey? ConfirmedBy { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateOnly? SopMonth { get; init; }
    public int? SopVersion { get; init; }

    public Baseline ToBaseline() => new(new PlantWeek(Week), Version, By, At) { ConfirmedBy = ConfirmedBy, ConfirmedAt = ConfirmedAt, SopMonth = SopMonth, SopVersion = SopVersion };
}

internal sealed class FindingRow
{
    public required PlantId Plant { get; init; }
    public required int Version { get; init; }

    /// <summary>Name of the part of <see cref="PlanFindings"/>.</summary>
    public required string Part { get; init; }
    public required string Json { get; init; }
}

internal sealed class RefusedImportRow
{
    public long Id { get; init; }
    public required PlantId Plant { get; init; }
    public required string Source { get; init; }
    public required string By { get; init; }
    public required string Reasons { get; init; }
    public required DateTimeOffset At { get; init; }
}
