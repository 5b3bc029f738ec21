namespace SoeBot.Domain.Risk.Past;

/// <summary>How many of the ten named really came late, as means over the weeks.</summary>
/// <param name="Candidates">Open promises due within two weeks.</param>
/// <param name="Drivers">What this past can show, in the order of <see cref="FittedWeights.Weights"/>.</param>
/// <param name="IsProjected">As of <see cref="PastInput"/>.</param>
/// <param name="Fitted">Null with too short a past, or with one driver alone.</param>
/// <param name="Calibration">By history's probability, from the least to the greatest; without empty ones.</param>
public sealed record BacktestReport(
    DateOnly First, DateOnly Last, int Weeks, decimal Candidates, HitsOfTen Hits, IReadOnlyList<RiskDriverKind> Drivers,
    bool IsProjected, FittedWeights? Fitted, IReadOnlyList<CalibrationRow> Calibration);

/// <summary>Of ten named, as means over some weeks.</summary>
/// <param name="Standard">With the weights of the settings.</param>
/// <param name="History">By the history driver alone.</param>
/// <param name="ItemHistory">By the item's own late rate alone, few cases drawn towards that of all.</param>
/// <param name="EarliestDue">By the earliest due date.</param>
/// <param name="Base">Taken blindly.</param>
public sealed record HitsOfTen(decimal Standard, decimal History, decimal ItemHistory, decimal EarliestDue, decimal Base);

/// <summary>Weights chosen on the first half of the weeks and judged on the second, which they have not seen.</summary>
/// <param name="Weights">They add up to 1.</param>
/// <param name="Hits">Of ten, on the weeks they were judged on.</param>
/// <param name="Judged">The others on the same weeks.</param>
public sealed record FittedWeights(IReadOnlyList<decimal> Weights, int LearnedWeeks, int JudgedWeeks, decimal Hits, HitsOfTen Judged);

/// <summary>Of promises whose probability lay in a range, how many were late: where the score is honest both are near each other.</summary>
/// <param name="Said">Mean of the probabilities.</param>
/// <param name="Came">Share that was late.</param>
public sealed record CalibrationRow(decimal From, decimal Below, int Promises, decimal Said, decimal Came);
