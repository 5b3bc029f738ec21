using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Store.Decisions;
using SoeBot.Store.Health;
using SoeBot.Store.Meetings;
using SoeBot.Store.Minutes;
using SoeBot.Store.Plans;
using SoeBot.Store.Problems;
using SoeBot.Store.Risks;

namespace SoeBot.Health;

/// <summary>Brings together what the rules of health need. Everything was stored before; nothing of the plan is computed.</summary>
internal sealed class HealthReading(
    MinutesStore minutes, DecisionStore decisions, MeetingDateStore dates, PlanStore plans, CauseOwnerStore owners, AtRiskStore risks, HealthStore evidence, PlantClock clock)
{
    private const int MaturityWeeks = 4;

    /// <summary>How the audit calls the press of "Seen" on the exception page.</summary>
    private const string Seen = "exceptions.seen";

    public async Task<HealthInput> InputAsync(PlantProfile plant, CancellationToken ct)
    {
        var (now, calendar) = (clock.Now(plant.Id), plant.Calendar);
        var today = calendar.DayOf(now);
        var week = calendar.WeekOf(today);
        var from = calendar.At(week.Plus(-HealthRules.Weeks).Start, TimeOnly.MinValue);
        var findings = (await plans.InUseAsync(plant.Id, ct))?.Findings;
        var changed = (await dates.OfWeeksAsync(plant.Id, week.Plus(-HealthRules.Weeks).Start, week.Start, ct)).ToDictionary(date => date.Week);
        var owned = await owners.OfAsync(plant.Id, [.. (findings?.Problems ?? []).Select(one => one.Number)], ct);
        return new HealthInput
        {
            Calendar = calendar, Today = today, Settings = plant.Health,
            Minutes = await minutes.BetweenAsync(plant.Id, from, now, ct), Decisions = await decisions.SinceAsync(plant.Id, from, ct),
            Weeks = [.. Enumerable.Range(1, HealthRules.Weeks).Select(back => week.Plus(-back)).Select(one => new PlannedWeek(one, MeetingDates.Usual(plant, one), changed.GetValueOrDefault(one.Start)))],
            Exceptions = findings?.Exceptions ?? [], Problems = findings?.Problems ?? [], Owned = owned.Where(one => one.Owner is not null).Select(one => one.Problem).ToHashSet(),
        };
    }

    /// <summary>Finished weeks of the plan in use, the newest first.</summary>
    public async Task<IReadOnlyList<WeekNumbers>> WeeksAsync(PlantProfile plant, CancellationToken ct) =>
        [.. ((await plans.InUseAsync(plant.Id, ct))?.Findings?.Weeks ?? []).Select(week => week.By(plant.Numbers.Attainment)).OrderByDescending(week => week.Week.Start).Take(HealthRules.Weeks)];

    public async Task<MaturityFacts> FactsAsync(PlantProfile plant, HealthInput input, CancellationToken ct)
    {
        var week = plant.Calendar.WeekOf(input.Today);
        var first = week.Plus(-MaturityWeeks).Start;
        var since = plant.Calendar.At(first, TimeOnly.MinValue);
        var window = new HealthWindow("four weeks", since, clock.Now(plant.Id));
        var planned = input.Weeks.Where(one => one.Week.Start >= first && (one.Usual is not null || one.Date is not null)).ToList();
        var frozen = (await plans.BaselinesAsync(plant.Id, first, ct)).Where(one => one.Week.Start < week.Start).ToList();
        var days = Enumerable.Range(0, input.Today.DayNumber - first.DayNumber).Select(first.AddDays).Where(plant.Calendar.IsWorkingDay).ToHashSet();
        var findings = (await plans.InUseAsync(plant.Id, ct))?.Findings;
        var top = (findings?.AtRisk ?? []).Take(10).Select(one => one.Order).ToList();
        var complete = MeetingHealth.CompleteAtClose(input, window);
        var attained = (await WeeksAsync(plant, ct)).Take(MaturityWeeks).Select(one => one.Attainment).Where(one => one.Denominator > 0).ToList();
        return new MaturityFacts
        {
            Planned = planned.Count, Held = planned.Count(one => MeetingHealth.Fate(one, input.Minutes) is PlannedFate.Held or PlannedFate.HeldMoved),
            Decisions = (int)(complete.Denominator ?? 0), Complete = (int)(complete.Numerator ?? 0),
            Frozen = frozen.Count, AgainstSigned = frozen.Count(one => one.SopMonth is not null), WorkingDays = days.Count,
            AutomaticDays = Days(await evidence.AutomaticImportsAsync(plant.Id, since, ct)), SeenDays = Days(await evidence.DoneAsync(plant.Id, Seen, since, ct)),
            Problems = input.Problems.Count(one => one.ClosedOn is null), OwnedProblems = input.Problems.Count(one => one.ClosedOn is null && input.Owned.Contains(one.Number)),
            TopTen = top.Count, Answered = (await risks.OfPlantAsync(plant.Id, top, ct)).Count(one => one.Status != RiskStatus.Unanswered),
            Attainment = attained.Count == 0 ? null : attained.Sum(one => one.Numerator) / attained.Sum(one => one.Denominator), Target = plant.Numbers.Target,
            Slow = (int)(ReactionHealth.SlowReaction(input, window).Value ?? 0), Unapproved = (int)(ReactionHealth.UnapprovedChanges(input, window).Value ?? 0),
            HasPointOfSale = await evidence.HasPointOfSaleAsync(plant.Id, ct),
        };

        int Days(IEnumerable<DateTimeOffset> moments) => moments.Select(plant.Calendar.DayOf).Distinct().Count(days.Contains);
    }
}
