using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Publishing;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Planning;

/// <summary>
/// Loads a version into memory once and stores under it what cards and board show. Pure rules do the work; this only brings together
/// what they need: the version, the one before, the baselines of this week and the last, the previous report.
/// </summary>
internal sealed class ComputePlan(PlanStore plans, ComputeNumbers numbers)
{
    private const int WeeksKept = 13;

    /// <param name="plant">Whose plan it is.</param>
    /// <param name="version">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="rows">Its rows, where somebody has them already; otherwise they are loaded.</param>
    public async Task<PlanFindings> FindAsync(PlantProfile plant, PlanVersion version, CancellationToken ct, PlanSnapshot? rows = null)
    {
        var calendar = plant.Calendar;
        var today = calendar.DayOf(version.DataAt);
        var snapshot = rows ?? await plans.LoadAsync(plant.Id, version.Number, ct);
        var before = version.Number > 1 ? await plans.FindAsync(plant.Id, version.Number - 1, ct) : null;
        var sinceBefore = before is null ? null : await plans.DifferenceAsync(plant.Id, before.Number, version.Number, ct);
        var changes = sinceBefore?.Orders;
        var history = await plans.FindingsBeforeAsync(plant.Id, version.Number, ct);
        var baselines = await plans.BaselinesAsync(plant.Id, calendar.WeekOf(today).Start.AddDays(-7), ct);
        var week = FenceRules.FrozenWeek(today, calendar);
        var frozen = baselines.FirstOrDefault(baseline => baseline.Week == week);
        var frozenSchedule = frozen is null ? null : await plans.ScheduleAsync(plant.Id, frozen.Version, ct);
        // The version before is what the difference since the freeze counts up to, when both are one.
        var published = baselines.LastOrDefault(baseline => baseline.Week.Start <= week.Start);
        var sincePublished = published is null || published.Version == version.Number ? null
            : published.Version == before?.Number ? sinceBefore : await plans.DifferenceAsync(plant.Id, published.Version, version.Number, ct);
        var sinceFrozen = frozen is null || frozen.Version == before?.Number ? null : sincePublished?.Orders;

        // The longest road first; beside it the past, which the ranking at its end needs, and here all the rest, which needs nothing of it but the flags.
        var pegged = Task.Run(() => PeggingRules.Compute(snapshot, calendar, today), ct);
        var promised = ThenAsync(pegged, book => PromiseRules.Compute(book, calendar, changes));
        var past = Task.Run(() => LateHistory.From(snapshot, today, plant.Risk), ct);
        var atRisk = RankAsync();
        var report = new ExceptionInput
        {
            Plan = snapshot, Calendar = calendar, Today = today, OrderChanges = changes, Baseline = frozenSchedule, PublishedWeek = week,
            Previous = history?.Exceptions ?? [], PreviousDay = before is null ? null : calendar.DayOf(before.DataAt), Resting = history?.Carried.Resting ?? [],
        };
        var exceptions = ExceptionRules.Compute(report);
        var (weeks, lastWeek) = await LastWeekAsync(plant, calendar.WeekOf(today).Previous, baselines, snapshot, history, ct);
        var findings = new PlanFindings(LookAheadRules.Compute(snapshot, calendar, today), [], exceptions, weeks)
        {
            Problems = ProcessProblemRules.Continue(history?.Problems ?? [], exceptions, today, calendar.IsWorkingDay(today), version.Number),
            ExceptionWeeks = ExceptionWeekRules.Continue(history?.ExceptionWeeks ?? [], exceptions, today, calendar),
            Kin = OrderKin.Of(snapshot.Orders),
            Carried = new CarriedFacts { Resting = Recurrence.Resting(exceptions, report) },
        };
        findings = await numbers.AddAsync(findings, new(plant, version, snapshot, today, lastWeek, promised, changes, history), ct);
        var draft = WeekDraftRules.Compute(snapshot, await promised, calendar, today) with { Since = published is null ? null : WeekDraftRules.Since(published.Week, published.Version, sincePublished?.Schedule) };
        return findings with { AtRisk = await atRisk, Draft = draft };

        async Task<IReadOnlyList<RankedOrder>> RankAsync() => Ranking.Compute(new RankingInput
        {
            Book = await pegged, Lines = await promised, Calendar = calendar, Settings = plant.Risk, History = await past, RecentChanges = Recent(plant, frozen, changes, sinceFrozen, today),
        });
    }

    private static async Task<TResult> ThenAsync<T, TResult>(Task<T> before, Func<T, TResult> then) => then(await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding));

    /// <summary>A finished week is measured once, with the first version after its end, against what was frozen for it.</summary>
    private async Task<(IReadOnlyList<WeekNumbers> Weeks, WeekNumbersInput? LastWeek)> LastWeekAsync(
        PlantProfile plant, PlantWeek finished, IReadOnlyList<Baseline> baselines, PlanSnapshot current, PlanFindings? history, CancellationToken ct)
    {
        // Another definition of attainment is another number in every week, never in the newest alone.
        var known = (history?.Weeks ?? []).Select(week => week.By(plant.Numbers.Attainment)).ToList();
        if (known.Exists(week => week.Week == finished)) return (known, null);
        var baseline = baselines.FirstOrDefault(one => one.Week == finished);
        var input = new WeekNumbersInput
        {
            Week = finished, BaselineVersion = baseline?.Version, Baseline = baseline is null ? null : await plans.ScheduleAsync(plant.Id, baseline.Version, ct),
            Current = current.Schedule, Orders = current.Orders, Purchases = current.Purchases, Definition = plant.Numbers.Attainment,
        };
        return ([WeekNumberRules.Compute(input), .. known.Take(WeeksKept - 1)], input);
    }

    /// <summary>What changed since the version before, and since the week was frozen; null when there is nothing to compare with.</summary>
    private static Dictionary<string, IReadOnlyList<RecentChange>>? Recent(
        PlantProfile plant, Baseline? frozen, TableDifference<OrderLine>? changes, TableDifference<OrderLine>? sinceFrozen, DateOnly today)
    {
        if (changes is null && sinceFrozen is null) return null;
        var recent = new Dictionary<string, List<RecentChange>>(StringComparer.Ordinal);
        Collect(changes, today);
        if (frozen is not null) Collect(sinceFrozen, plant.Calendar.DayOf(frozen.At));
        return recent.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<RecentChange>)entry.Value, StringComparer.Ordinal);

        void Collect(TableDifference<OrderLine>? difference, DateOnly day)
        {
            foreach (var change in difference?.Changed ?? [])
            {
                if (!recent.TryGetValue(change.After.Order, out var list)) recent[change.After.Order] = list = [];
                foreach (var words in change.Words)
                    if (list.TrueForAll(known => known.Words != words)) list.Add(new RecentChange(day, words));
            }
        }
    }
}
