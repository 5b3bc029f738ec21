using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Metrics;

/// <summary>The numbers of one finished plant week (R57 to R59, R68), measured against the version frozen for it.</summary>
/// <param name="BaselineVersion">The plan version that was frozen; null when there was none, and then attainment and adherence are empty.</param>
/// <param name="Attainment">By the definition that the plant has chosen.</param>
/// <param name="OnTimeFirst">Orders due in the week against the first confirmed date.</param>
/// <param name="OnTimeLast">The same against the last confirmed date.</param>
/// <param name="OffPlan">Good pieces made in the week that the frozen plan did not ask for.</param>
public sealed record WeekNumbers(
    PlantWeek Week,
    int? BaselineVersion,
    Measure Attainment,
    Measure Adherence,
    Measure OnTimeFirst,
    Measure OnTimeLast,
    decimal OffPlan)
{
    /// <summary>Attainment by each definition, so that another choice changes all weeks at once and none silently.</summary>
    public IReadOnlyDictionary<AttainmentDefinition, Measure> ByDefinition { get; init; } = new Dictionary<AttainmentDefinition, Measure>();

    /// <summary>Good pieces made in the week; null without a schedule.</summary>
    public decimal? Made { get; init; }

    /// <summary>Pieces that suppliers delivered in the week; null without purchase orders.</summary>
    public decimal? Received { get; init; }

    /// <summary>The same week with attainment by another definition; unchanged when it was not measured by it.</summary>
    public WeekNumbers By(AttainmentDefinition definition) =>
        ByDefinition.TryGetValue(definition, out var measure) ? this with { Attainment = measure } : this;
}
