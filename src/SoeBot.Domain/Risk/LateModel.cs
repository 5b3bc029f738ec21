using System.Runtime.InteropServices;

namespace SoeBot.Domain.Risk;

/// <summary>
/// How probable it is that a promise is not kept, by what became of earlier ones. Every name (item, customer, supplier, lane, ship mode,
/// work centre, length of notice) and some pairs of names have an effect on the log odds; all effects are found
/// together, so that an item is not blamed for its supplier. Each is drawn towards "like everybody": few cases more, and a kind of name whose
/// effects differ no more than chance does nearly entirely (empirical Bayes: the spread of each kind of effect is found from the cases).
/// Older outcomes weigh less. A promise that is still open shortly before its day, when most of the punctual ones are done already, is
/// more probably late. Only half of that hangs on the days left, for those that end early by nature are gone by then; the other half is the
/// same for all that are still open within two weeks.
/// </summary>
public sealed class LateModel
{
    /// <summary>More are not looked at, the newest first: the effects are known well enough then.</summary>
    private const int MostCases = 100_000;
    private const int Passes = 12, Third = 3;
    private const double AsAlike = 0.5, MuchLouder = 0.5, MostEffect = 4, LeastSpread = 0.005, MostSpread = 4;

    private readonly LateDimensions _dimensions = new();
    private readonly Dictionary<long, int>[] _groups = new Dictionary<long, int>[LateDimensions.Count];
    private readonly Effect[][] _effects = new Effect[LateDimensions.Count][];
    private readonly double _base;
    private readonly double[] _stillOpen;

    private readonly record struct Effect(double LogOdds, int Late, int Cases);

    /// <summary>Share of the outcomes that were late, the newer ones weighing more; null without a case.</summary>
    public double? Mean { get; }

    public int Cases { get; }
    private readonly double _smoothing;

    private LateModel(IReadOnlyList<LateCase> cases, DateOnly today, RiskSettings settings)
    {
        Cases = cases.Count;
        _smoothing = (double)settings.SmoothingCases;
        _stillOpen = [];
        if (cases.Count == 0) return;
        var fit = new LateFit(cases.Count);
        var bundles = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in cases)
            if (one.Bundle is { } bundle) CollectionsMarshal.GetValueRefOrAddDefault(bundles, bundle, out _)++;
        Span<long> keys = stackalloc long[LateDimensions.Count];
        foreach (var one in cases)
        {
            var age = today.DayNumber - one.Promised.DayNumber;
            var together = one.Bundle is { } bundle ? bundles[bundle] : 1;
            _dimensions.Keys(one.Traits, learn: true, keys);
            fit.Add(keys, one.IsLate, Math.Pow(0.5, age / Math.Max(1.0, settings.HistoryDays / (double)Third)) / Math.Sqrt(together));
        }
        Mean = fit.Mean;
        fit.Run(Passes, (double)settings.SmoothingCases, (LeastSpread, MostSpread), MostEffect);
        _base = fit.Base;
        for (var dimension = 0; dimension < LateDimensions.Count; dimension++)
        {
            _groups[dimension] = fit.Groups(dimension);
            var effects = _effects[dimension] = new Effect[_groups[dimension].Count];
            for (var group = 0; group < effects.Length; group++) effects[group] = new(fit.LogOdds(dimension, group), fit.Count(dimension, group).Late, fit.Count(dimension, group).Cases);
        }
        _stillOpen = StillOpen(cases);
    }

    /// <param name="all">In any order; those that are not past, or longer past than history reaches, do not count.</param>
    /// <param name="today">The day looked back from.</param>
    /// <param name="settings">How far, and how much is smoothed.</param>
    public static LateModel Fit(IReadOnlyList<LateCase> all, DateOnly today, RiskSettings settings) => Fit(all, one => one.Promised, _ => true, one => one, today, settings);

    /// <inheritdoc cref="Fit(IReadOnlyList{LateCase}, DateOnly, RiskSettings)"/>
    /// <param name="all">What the cases are made of: of a million rows only those that count are made cases.</param>
    /// <param name="promisedOf">The promised day of one.</param>
    /// <param name="counts">Whether one tells anything; asked of those alone whose day counts.</param>
    /// <param name="caseOf">One as a case.</param>
    /// <param name="today">The day looked back from.</param>
    /// <param name="settings">How far, and how much is smoothed.</param>
    public static LateModel Fit<T>(
        IReadOnlyList<T> all, Func<T, DateOnly> promisedOf, Func<T, bool> counts, Func<T, LateCase> caseOf, DateOnly today, RiskSettings settings)
    {
        var since = today.AddDays(-settings.HistoryDays);
        var perDay = new int[settings.HistoryDays + 1];
        var past = new List<(int Row, int Ago)>();
        for (var row = 0; row < all.Count; row++)
        {
            if (promisedOf(all[row]) is var day && day >= since && day < today && counts(all[row]))
            {
                past.Add((row, today.DayNumber - day.DayNumber));
                perDay[today.DayNumber - day.DayNumber]++;
            }
        }
        // All of a day or none, so that the order of the input never matters.
        var (reach, sum) = (0, 0);
        while (reach < settings.HistoryDays && (sum == 0 || sum + perDay[reach + 1] <= MostCases)) sum += perDay[++reach];
        List<LateCase> cases = new(sum);
        foreach (var (row, ago) in past)
            if (ago <= reach) cases.Add(caseOf(all[row]));
        return new LateModel(cases, today, settings);
    }

    /// <param name="daysLeft">To the promised day, of a promise that is open; null when only the names are asked about.</param>
    public LateExpectation? Of(in LateTraits traits, int? daysLeft = null)
    {
        if (Mean is not { } mean) return null;
        Span<long> keys = stackalloc long[LateDimensions.Count];
        _dimensions.Keys(traits, learn: false, keys);
        var logOdds = _base;
        (int Dimension, Effect Effect, double Heard)? strongest = null;
        for (var dimension = 0; dimension < keys.Length; dimension++)
        {
            if (keys[dimension] == 0 || !_groups[dimension].TryGetValue(keys[dimension], out var group)) continue;
            var effect = _effects[dimension][group];
            logOdds += effect.LogOdds;
            // A name says more to people than a length of notice, so that has to speak clearly louder.
            var heard = effect.LogOdds - (dimension == LateDimensions.Notice ? MuchLouder : 0);
            if (strongest is null || heard > strongest.Value.Heard + 1e-9) strongest = (dimension, effect, heard);
        }
        var deviation = logOdds - _base;
        if (daysLeft is { } days && _stillOpen.Length > 0) logOdds += _stillOpen[Math.Clamp(days, 0, _stillOpen.Length - 1)];
        return new LateExpectation(1 / (1 + Math.Exp(-logOdds)), mean, deviation, strongest is { } found
            ? new LateReason(found.Dimension, found.Effect.Late, found.Effect.Cases) : null, Cases / (Cases + _smoothing));
    }

    /// <summary>What being open so many days before the promised day adds to the log odds: fewer of the punctual ones are left.</summary>
    private static double[] StillOpen(IReadOnlyList<LateCase> cases)
    {
        const int farthest = 14;
        var early = new int[farthest + 2];
        var all = 0;
        foreach (var one in cases)
        {
            if (one.IsLate) continue;
            early[Math.Min(farthest + 1, one.Promised.DayNumber - one.Done!.Value.DayNumber)]++;
            all++;
        }
        var open = new double[farthest + 1];
        var sofar = 0;
        for (var days = 0; days <= farthest; days++)
        {
            sofar += early[days];
            open[days] = -Math.Log((sofar + 5.0) / (all + 5.0)); // a handful of cases says nothing
        }
        var usual = open.Average();
        return [.. open.Select(one => (AsAlike * one) + ((1 - AsAlike) * usual))];
    }
}

/// <summary>What the past says about one promise.</summary>
/// <param name="Probability">That it is late, 0 to 1.</param>
/// <param name="Mean">That of all.</param>
/// <param name="Deviation">Of its names from all, in log odds.</param>
/// <param name="Strongest">Null when nothing is known of any of its names.</param>
/// <param name="Certainty">0 to 1: a plant of which a handful of outcomes is known has hardly a past.</param>
public readonly record struct LateExpectation(double Probability, double Mean, double Deviation, LateReason? Strongest, double Certainty = 1)
{
    /// <summary>
    /// As a driver, 0 to 1: the probability itself, or how far the odds exceed those of all where that says more. Half means at risk: late as
    /// often as not, or at twice the usual odds.
    /// </summary>
    public decimal Score => (decimal)Math.Round(Certainty * Math.Clamp(Math.Max(Probability, 1 - (Odds(Mean) / Odds(Probability))), 0, 1), 6);

    private static double Odds(double probability) => Math.Max(probability, 1e-6) / Math.Max(1 - probability, 1e-6);
}

/// <summary>The name, or pair of names, that speaks loudest for being late.</summary>
/// <param name="Dimension">Which of the promise's names.</param>
public readonly record struct LateReason(int Dimension, int Late, int Cases);
