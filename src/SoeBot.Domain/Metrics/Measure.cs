namespace SoeBot.Domain.Metrics;

/// <summary>A ratio that can be checked: both counts, what they count, and the definition people read beside the number.</summary>
/// <param name="Unit">Of both counts: "pieces", "lines", "orders".</param>
public sealed record Measure(decimal Numerator, decimal Denominator, string Unit, string Definition)
{
    /// <summary>0 to 1; null when there was nothing to measure ("no plan" is neither 0 % nor 100 %).</summary>
    public decimal? Share => Denominator == 0 ? null : Numerator / Denominator;
}
