using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Plans;

namespace SoeBot.Planning;

/// <summary>
/// Loads a version into memory once and stores under it what cards and board show. Pure rules do the work; this only brings together
/// what they need: the version, the one before, the baselines of this week and the last, the previous report.
/// </summary>
internal sealed class ComputePlan(PlanStore plans)
{
    private const int WeeksKept = 13;

    public async Task<PlanFindings> FindAsync(PlantProfile plant, PlanVersion version, CancellationToken ct)
    {
        var calendar = plant.Calendar;
        var today = calendar.DayOf(version.DataAt);
        var snapshot = await plans.LoadAsync(plant.Id, version.Number, ct);
        var before = version.Number > 1 ? await plans.FindAsync(plant.Id, version.Number - 1, ct) : null;
        var earlier = before is null ? null : await plans.LoadAsync(plant.Id, before.Number, ct);
        var history = before is null ? null : await plans.FindingsAsync(plant.Id, before.Number, ct);
        var baselines = await plans.BaselinesAsync(plant.Id, calendar.WeekOf(today).Start.AddDays(-7), ct);
        var week = FenceRules.FrozenWeek(today, calendar);
        var frozen = baselines.FirstOrDefault(baseline => baseline.Week == week);
        var frozenPlan = await PlanOfAsync(plant.Id, frozen, before, earlier, ct);

        var changes = earlier is null ? null : PlanDifference.OfOrders(earlier.Orders, snapshot.Orders);
        var book = PeggingRules.Compute(snapshot, calendar, today);
        var lines = PromiseRules.Compute(book, calendar, changes);
        var atRisk = Ranking.Compute(new RankingInput { Book = book, Lines = lines, Calendar = calendar, RecentChanges = Recent(plant, frozen, frozenPlan, before, changes, snapshot, today) });
        var exceptions = ExceptionRules.Compute(new ExceptionInput
        {
            Plan = snapshot, Calendar = calendar, Today = today, OrderChanges = changes, Baseline = frozenPlan?.Schedule, PublishedWeek = week,
            Previous = history?.Exceptions ?? [], PreviousDay = before is null ? null : calendar.DayOf(before.DataAt),
        });
        var lastWeek = await LastWeekAsync(plant.Id, calendar.WeekOf(today).Previous, baselines, snapshot, history, ct);
        return new PlanFindings(LookAheadRules.Compute(snapshot, calendar, today), atRisk, exceptions, lastWeek);
    }

    /// <summary>A finished week is measured once, with the first version after its end, against what was frozen for it.</summary>
    private async Task<IReadOnlyList<WeekNumbers>> LastWeekAsync(
        PlantId plant, PlantWeek finished, IReadOnlyList<Baseline> baselines, PlanSnapshot current, PlanFindings? history, CancellationToken ct)
    {
        var known = history?.Weeks ?? [];
        if (known.Any(week => week.Week == finished)) return known;
        var baseline = baselines.FirstOrDefault(one => one.Week == finished);
        var plan = baseline is null ? null : await plans.LoadAsync(plant, baseline.Version, ct);
        var numbers = WeekNumberRules.Compute(new WeekNumbersInput
        {
            Week = finished, BaselineVersion = baseline?.Version, Baseline = plan?.Schedule, Current = current.Schedule, Orders = current.Orders,
        });
        return [numbers, .. known.Take(WeeksKept - 1)];
    }

    private async Task<PlanSnapshot?> PlanOfAsync(PlantId plant, Baseline? baseline, PlanVersion? before, PlanSnapshot? earlier, CancellationToken ct) =>
        baseline is null ? null : baseline.Version == before?.Number ? earlier : await plans.LoadAsync(plant, baseline.Version, ct);

    /// <summary>What changed since the week was frozen, and since the version before; null when there is nothing to compare with.</summary>
    private static Dictionary<string, IReadOnlyList<RecentChange>>? Recent(
        PlantProfile plant, Baseline? frozen, PlanSnapshot? frozenPlan, PlanVersion? before, TableDifference<OrderLine>? changes, PlanSnapshot snapshot, DateOnly today)
    {
        var sinceFrozen = frozenPlan is null ? null : PlanDifference.OfOrders(frozenPlan.Orders, snapshot.Orders);
        if (changes is null && sinceFrozen is null) return null;
        var recent = new Dictionary<string, List<RecentChange>>(StringComparer.Ordinal);
        Collect(changes, today);
        // The version before is what the difference since the freeze counts up to, when both are there.
        if (frozen is not null && frozen.Version != before?.Number) Collect(sinceFrozen, plant.Calendar.DayOf(frozen.At));
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
