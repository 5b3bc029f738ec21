using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Risk.Past;

/// <summary>
/// Replays a past week by week: on each first day of a week ten promises are named by what was known that morning, and what became of
/// them is counted. Supply, complexity and changes are not known of a past that only its ends are kept of, so these drivers drop out.
/// </summary>
public static class BacktestRules
{
    public const int Named = 10;
    private const int HorizonDays = 14, FirstHistoryWeeks = 26, LeastToFit = 52;
    private static readonly decimal[] Shares = [0, 0.1m, 0.25m, 0.5m, 0.75m, 0.9m, 1];

    /// <summary>Null when no week has ten promises to choose from.</summary>
    public static BacktestReport? Compute(IReadOnlyList<PastPromise> promises, PlantCalendar calendar, RiskSettings settings, DateOnly? from = null, DateOnly? until = null)
    {
        if (promises.Count == 0) return null;
        var all = promises.OrderBy(promise => promise.Promised).ThenBy(promise => promise.Key, StringComparer.Ordinal).ToList();
        // A week counts when its promises have all met their end by the last day that is known.
        var known = all.Where(promise => promise.Done is not null).Select(promise => promise.Done!.Value).DefaultIfEmpty(all[^1].Promised).Max();
        var first = calendar.WeekOf(from ?? all[0].Promised.AddDays(7 * FirstHistoryWeeks));
        var standard = settings.History / (settings.History + settings.Time);
        var weeks = new List<Hits>();
        for (var week = first; week.Start.AddDays(HorizonDays) <= known && (until is null || week.Start <= until); week = week.Next)
        {
            var past = PastWeek.Of(week.Start, all, HorizonDays, calendar, settings);
            if (past.Candidates.Count > Named) weeks.Add(Count(week, past, standard));
        }
        return weeks.Count == 0 ? null : Report(weeks, standard);
    }

    private static Hits Count(PlantWeek week, PastWeek past, decimal standard)
    {
        var drivers = past.Candidates.Select(promise => (Promise: promise, History: past.History(promise), Time: past.Time(promise))).ToList();
        return new Hits(
            week.Start, past.Candidates.Count, (decimal)past.Candidates.Count(promise => promise.IsLate) * Named / past.Candidates.Count,
            Late(one => Mixed(one, standard)), Late(one => one.History), Late(_ => 0), [.. Shares.Select(share => Late(one => Mixed(one, share)))]);

        decimal Late(Func<(PastPromise Promise, decimal History, decimal Time), decimal> score) => drivers
            .OrderByDescending(one => Math.Round(score(one), 4)).ThenBy(one => one.Promise.Promised).ThenBy(one => one.Promise.Key, StringComparer.Ordinal)
            .Take(Named).Count(one => one.Promise.IsLate);
    }

    private static decimal Mixed((PastPromise Promise, decimal History, decimal Time) one, decimal share) => (share * one.History) + ((1 - share) * one.Time);

    private static BacktestReport Report(List<Hits> weeks, decimal standard)
    {
        FittedWeights? fitted = null;
        if (weeks.Count >= LeastToFit)
        {
            var (learned, other) = (weeks.Take(weeks.Count / 2).ToList(), weeks.Skip(weeks.Count / 2).ToList());
            // Of equally good ones the nearest to the settings': there is no reason to leave them.
            var best = Enumerable.Range(0, Shares.Length).OrderByDescending(at => learned.Sum(week => week.ByShare[at])).ThenBy(at => Math.Abs(Shares[at] - standard)).First();
            fitted = new FittedWeights(Shares[best], 1 - Shares[best], learned.Count, other.Count, Mean(other, week => week.ByShare[best]), Mean(other, week => week.Standard));
        }
        return new BacktestReport(
            weeks[0].Week, weeks[^1].Week, weeks.Count, Mean(weeks, week => week.Candidates), Mean(weeks, week => week.Base), Mean(weeks, week => week.Standard),
            Mean(weeks, week => week.History), Mean(weeks, week => week.EarliestDue), fitted);
    }

    private static decimal Mean(List<Hits> weeks, Func<Hits, decimal> of) => weeks.Average(of);

    private sealed record Hits(
        DateOnly Week, int Candidates, decimal Base, decimal Standard, decimal History, decimal EarliestDue, IReadOnlyList<decimal> ByShare);
}
