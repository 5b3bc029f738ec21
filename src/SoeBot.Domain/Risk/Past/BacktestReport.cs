namespace SoeBot.Domain.Risk.Past;

/// <summary>How many of the ten named really came late, as means over the weeks.</summary>
/// <param name="Candidates">Open promises due within two weeks.</param>
/// <param name="Base">Late ones among ten taken blindly.</param>
/// <param name="Standard">With the weights of the settings.</param>
/// <param name="History">By history alone.</param>
/// <param name="EarliestDue">By the earliest due date.</param>
/// <param name="Fitted">Null with too short a past.</param>
public sealed record BacktestReport(
    DateOnly First, DateOnly Last, int Weeks, decimal Candidates, decimal Base, decimal Standard, decimal History, decimal EarliestDue, FittedWeights? Fitted);

/// <summary>Weights chosen on the first half of the weeks and judged on the second, which they have not seen.</summary>
/// <param name="Hits">Of ten, on the weeks they were judged on.</param>
/// <param name="StandardHits">The settings' weights on the same weeks.</param>
public sealed record FittedWeights(decimal History, decimal Time, int LearnedWeeks, int JudgedWeeks, decimal Hits, decimal StandardHits);
