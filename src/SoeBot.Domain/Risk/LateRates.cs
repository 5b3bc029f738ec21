using System.Runtime.InteropServices;

namespace SoeBot.Domain.Risk;

/// <summary>
/// How often something of one kind was late, by name: production orders by item, deliveries by customer, receipts by supplier. Few cases
/// are drawn towards the rate of all, and how much a name deviates is told so that several names can be put together.
/// </summary>
public sealed class LateRates(decimal smoothing)
{
    /// <summary>Never quite 0 or 1: what never happened in a hundred cases may happen in the next.</summary>
    private const double Least = 0.005;

    private readonly Dictionary<string, (int Late, int Cases)> _counts = new(StringComparer.Ordinal);
    private int _late, _cases;

    /// <summary>Of all names together; null without a case.</summary>
    public decimal? Mean => _cases == 0 ? null : (decimal)_late / _cases;

    /// <summary>One outcome. Not done is late: only what was due before today is counted.</summary>
    public void Add(string name, DateOnly due, DateOnly? done)
    {
        var late = done is null || done > due ? 1 : 0;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, name, out _);
        count = (count.Late + late, count.Cases + 1);
        _late += late;
        _cases++;
    }

    /// <summary>Null when nothing of this kind was ever seen; of a name without a case the rate of all.</summary>
    public LateRate? Of(string name)
    {
        if (Mean is not { } mean) return null;
        var (late, cases) = _counts.GetValueOrDefault(name);
        var weight = cases + smoothing;
        return new LateRate(weight > 0 ? (late + (smoothing * mean)) / weight : mean, late, cases);
    }

    /// <summary>Log odds of the name against those of all; 0 is "like everybody".</summary>
    public double Deviation(string name) => Of(name) is { } rate ? LogOdds(rate.Rate) - LogOdds(Mean!.Value) : 0;

    /// <summary>
    /// The rate of something that hangs on several names. Their deviations add up, but for what they have in common: a supplier's late
    /// item makes both look bad, so the sum counts by the root of their number.
    /// </summary>
    /// <param name="mean">Of all outcomes of the kind that is asked about.</param>
    /// <param name="deviations">Of the names that have cases.</param>
    public static decimal Together(decimal mean, IReadOnlyCollection<double> deviations) =>
        deviations.Count == 0 ? mean : (decimal)(1 / (1 + Math.Exp(-LogOdds(mean) - (deviations.Sum() / Math.Sqrt(deviations.Count)))));

    private static double LogOdds(decimal rate)
    {
        var some = Math.Clamp((double)rate, Least, 1 - Least);
        return Math.Log(some / (1 - some));
    }
}

/// <summary>A smoothed late rate with the counts behind it.</summary>
public readonly record struct LateRate(decimal Rate, int Late, int Cases);
