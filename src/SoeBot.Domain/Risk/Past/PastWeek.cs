using SoeBot.Domain.Fences;

namespace SoeBot.Domain.Risk.Past;

/// <summary>A promise that was open on some morning, with its drivers as they were known then.</summary>
/// <param name="Probability">Of being late, by history.</param>
/// <param name="ItemRate">The item's own late rate, few cases drawn towards that of all.</param>
/// <param name="Scores">By driver, in the order of <see cref="PastWeek.Drivers"/>; null where it has no data.</param>
internal sealed record PastCandidate(PastPromise Promise, double Probability, double ItemRate, IReadOnlyList<decimal?> Scores);

/// <summary>One morning of the past: what was open and due soon, and what was known of it then. Nothing in it comes from later.</summary>
internal sealed class PastWeek
{
    private readonly PastInput _input;

    private PastWeek(DateOnly day, PastInput input, IReadOnlyList<PastPromise> past, List<PastPromise> open)
    {
        (Day, _input) = (day, input);
        var cases = past.Select(promise => new LateCase(promise.Traits, promise.Promised, promise.Done < day ? promise.Done : null, promise.Bundle)).ToList();
        var model = LateModel.Fit(cases, day, input.Settings);
        var items = cases.GroupBy(one => one.Traits.Item, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (Late: group.Count(one => one.IsLate), Cases: group.Count()), StringComparer.Ordinal);
        var mean = cases.Count > 0 ? (double)cases.Count(one => one.IsLate) / cases.Count : 0;
        var time = new UsualTime(day, input.Calendar, past);
        var points = input.Components is { } components ? open.Select(promise => components(promise.Item)).Order().ToArray() : [];
        Drivers = input.Components is null ? [RiskDriverKind.History, RiskDriverKind.Time] : [RiskDriverKind.History, RiskDriverKind.Time, RiskDriverKind.Complexity];
        Candidates = [.. open.Select(promise =>
        {
            var expected = model.Of(promise.Traits, promise.Promised.DayNumber - day.DayNumber) ?? new(0, 0, 0, null);
            var (late, count) = items.GetValueOrDefault(promise.Item);
            var smoothing = (double)input.Settings.SmoothingCases;
            return new PastCandidate(
                promise, expected.Probability, (late + (smoothing * mean)) / (count + smoothing),
                [expected.Score, time.Of(promise), .. input.Components is { } below ? [Rank(points, below(promise.Item))] : Array.Empty<decimal?>()]);
        })];
    }

    public DateOnly Day { get; }
    public IReadOnlyList<RiskDriverKind> Drivers { get; }
    public IReadOnlyList<PastCandidate> Candidates { get; }

    /// <param name="all">By the day promised.</param>
    public static PastWeek Of(DateOnly day, IReadOnlyList<PastPromise> all, int horizonDays, PastInput input)
    {
        var since = day.AddDays(-input.Settings.HistoryDays);
        return new(day, input, [.. all.Where(promise => promise.Promised >= since && promise.Promised < day && promise.KnownFrom < day)],
            [.. all.Where(promise => promise.Promised >= day && promise.Promised < day.AddDays(horizonDays) && promise.KnownFrom < day && (promise.Done is null || promise.Done >= day))]);
    }

    /// <summary>Late ones among the ten named with these weights.</summary>
    public int Late(IReadOnlyList<decimal> weights) => Late(one =>
    {
        decimal sum = 0, all = 0;
        for (var at = 0; at < weights.Count; at++)
            if (one.Scores[at] is { } score) (sum, all) = (sum + (weights[at] * score), all + weights[at]);
        return all > 0 ? (double)(sum / all) : 0;
    });

    public int Late(Func<PastCandidate, double> score) => Candidates
        .OrderByDescending(one => Math.Round(score(one), 4)).ThenBy(one => one.Promise.Promised).ThenBy(one => one.Promise.Key, StringComparer.Ordinal)
        .Take(BacktestRules.Named).Count(one => one.Promise.IsLate);

    private static decimal? Rank(int[] points, int own) => points.Length > 1 ? (decimal)points.Count(other => other < own) / (points.Length - 1) : 0;
}

/// <summary>The critical ratio with the item's usual time, from promise to done, as the work that is needed.</summary>
internal sealed class UsualTime
{
    private readonly DateOnly _day;
    private readonly int[] _workingDays = new int[400]; // after the day up to so many days later
    private readonly Dictionary<string, int> _usual;
    private readonly int? _usualOfAll;

    public UsualTime(DateOnly day, PlantCalendar calendar, IReadOnlyList<PastPromise> past)
    {
        _day = day;
        for (var i = 1; i < _workingDays.Length; i++) _workingDays[i] = _workingDays[i - 1] + (calendar.IsWorkingDay(day.AddDays(i)) ? 1 : 0);
        var took = past.Where(promise => promise.IsDated && promise.Done < day).ToList();
        _usual = took.GroupBy(promise => promise.Item, StringComparer.Ordinal).Where(group => group.Count() >= 4).ToDictionary(group => group.Key, Usual, StringComparer.Ordinal);
        _usualOfAll = took.Count > 0 ? Usual(took) : null;
    }

    /// <summary>Null when nobody knows when it was promised, or how long anything takes.</summary>
    public decimal? Of(PastPromise promise)
    {
        if (!promise.IsDated || _usualOfAll is not { } usualOfAll) return null;
        var ready = promise.KnownFrom.AddDays(_usual.GetValueOrDefault(promise.Item, usualOfAll));
        var needed = WorkingDays(ready > _day ? ready : _day.AddDays(1));
        return Math.Clamp((3 - ((decimal)WorkingDays(promise.Promised) / Math.Max(1, needed))) / 2, 0, 1);
    }

    private int WorkingDays(DateOnly until) => _workingDays[Math.Clamp(until.DayNumber - _day.DayNumber, 0, _workingDays.Length - 1)];

    private static int Usual(IEnumerable<PastPromise> some)
    {
        var days = some.Select(promise => promise.Done!.Value.DayNumber - promise.KnownFrom.DayNumber).Order().ToList();
        return Math.Max(0, days[days.Count / 2]);
    }
}
