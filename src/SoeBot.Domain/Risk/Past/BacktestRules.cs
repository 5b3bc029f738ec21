using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Risk.Past;

/// <summary>What is replayed, and how.</summary>
public sealed record PastInput
{
    public required IReadOnlyList<PastPromise> Promises { get; init; }
    public required PlantCalendar Calendar { get; init; }
    public RiskSettings Settings { get; init; } = new();

    /// <summary>First week, by any day of it; half a year after the first promise when not said.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last week, likewise; as far as the outcomes are known when not said.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The plan projects days for these, so that time counts by itself; otherwise it is only tried in the fit.</summary>
    public bool IsProjected { get; init; } = true;

    /// <summary>Components below an item; null when no bill of materials is known, and then complexity drops out.</summary>
    public Func<string, int>? Components { get; init; }
}

/// <summary>
/// Replays a past week by week: on each first day of a week ten promises are named by what was known that morning, and what became of
/// them is counted. Supply and changes are not known of a past that only its ends are kept of, so these drivers drop out.
/// </summary>
public static class BacktestRules
{
    public const int Named = 10;
    private const int HorizonDays = 14, FirstHistoryWeeks = 26, LeastToFit = 52;

    /// <summary>Null when no week has ten promises to choose from.</summary>
    public static BacktestReport? Compute(PastInput input)
    {
        if (input.Promises.Count == 0) return null;
        var all = input.Promises.OrderBy(promise => promise.Promised).ThenBy(promise => promise.Key, StringComparer.Ordinal).ToList();
        // A week counts when its promises have all met their end by the last day that is known.
        var known = all.Where(promise => promise.Done is not null).Select(promise => promise.Done!.Value).DefaultIfEmpty(all[^1].Promised).Max();
        var weeks = new List<PastWeek>();
        for (var week = input.Calendar.WeekOf(input.From ?? all[0].Promised.AddDays(7 * FirstHistoryWeeks));
             week.Start.AddDays(HorizonDays) <= known && (input.Until is null || week.Start <= input.Until); week = week.Next)
        {
            var past = PastWeek.Of(week.Start, all, HorizonDays, input);
            if (past.Candidates.Count > Named) weeks.Add(past);
        }
        return weeks.Count == 0 ? null : Report(weeks, input);
    }

    private static BacktestReport Report(List<PastWeek> weeks, PastInput input)
    {
        RiskDriverKind[] drivers = [.. weeks[0].Drivers];
        FittedWeights? fitted = null;
        var standard = drivers.Select(driver => driver == RiskDriverKind.Time && !input.IsProjected ? 0 : input.Settings.WeightOf(driver)).ToArray();
        if (weeks.Count >= LeastToFit && drivers.Length > 1)
        {
            var (learned, other) = (weeks.Take(weeks.Count / 2).ToList(), weeks.Skip(weeks.Count / 2).ToList());
            var total = standard.Sum();
            // Of equally good ones the nearest to the settings': there is no reason to leave them.
            var best = Mixtures(drivers.Length).OrderByDescending(weights => learned.Sum(week => week.Late(weights)))
                .ThenBy(weights => weights.Zip(standard, (one, set) => Math.Abs(one - (total > 0 ? set / total : 0))).Sum()).First();
            fitted = new FittedWeights(best, learned.Count, other.Count, other.Average(week => (decimal)week.Late(best)), Hits(other, standard));
        }
        return new BacktestReport(
            weeks[0].Day, weeks[^1].Day, weeks.Count, weeks.Average(week => (decimal)week.Candidates.Count), Hits(weeks, standard), drivers, input.IsProjected, fitted, Calibration(weeks));
    }

    private static HitsOfTen Hits(List<PastWeek> weeks, decimal[] standard) => new(
        Mean(weeks, week => week.Late(standard)), Mean(weeks, week => week.Late(one => one.Probability)), Mean(weeks, week => week.Late(one => one.ItemRate)),
        Mean(weeks, week => week.Late(_ => 0)), weeks.Average(week => (decimal)week.Candidates.Count(one => one.Promise.IsLate) * Named / week.Candidates.Count));

    private static decimal Mean(List<PastWeek> weeks, Func<PastWeek, int> of) => weeks.Average(week => (decimal)of(week));

    /// <summary>All ways to share out ten tenths.</summary>
    private static IEnumerable<decimal[]> Mixtures(int drivers, int tenths = 10)
    {
        if (drivers == 1) return [[tenths / 10m]];
        return from first in Enumerable.Range(0, tenths + 1) from rest in Mixtures(drivers - 1, tenths - first) select (decimal[])[first / 10m, .. rest];
    }

    private static List<CalibrationRow> Calibration(List<PastWeek> weeks)
    {
        decimal[] edges = [0, 0.05m, 0.1m, 0.2m, 0.3m, 0.5m, 0.7m, 1.01m];
        var all = weeks.SelectMany(week => week.Candidates).ToList();
        return [.. from at in Enumerable.Range(0, edges.Length - 1)
                   let within = all.Where(one => one.Probability >= (double)edges[at] && one.Probability < (double)edges[at + 1]).ToList()
                   where within.Count > 0
                   select new CalibrationRow(edges[at], Math.Min(1, edges[at + 1]), within.Count, (decimal)within.Average(one => one.Probability), (decimal)within.Count(one => one.Promise.IsLate) / within.Count)];
    }
}
