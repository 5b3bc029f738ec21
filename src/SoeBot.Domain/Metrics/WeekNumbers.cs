using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Metrics;

/// <summary>The numbers of one finished plant week (R57 to R59, R68), measured against the version frozen for it.</summary>
/// <param name="BaselineVersion">The plan version that was frozen; null when there was none, and then attainment and adherence are empty.</param>
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
    decimal OffPlan);
