using SoeBot.Domain.Fences;
using SoeBot.Domain.Pegging;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;

namespace SoeBot.Domain.Changes;

/// <summary>Computes what a change would do (R26): the plan is pegged without it and with it, and the two are compared.</summary>
public static class ChangeCheck
{
    /// <param name="what">Complete: nothing is <see cref="ChangeWhat.Missing"/>.</param>
    /// <param name="wantedBy">The day the asker needs it; null for the day promised.</param>
    /// <param name="plan">The plan in use.</param>
    /// <param name="version">Its number.</param>
    /// <param name="calendar">Of the plant.</param>
    /// <param name="now">When; slots that started are over.</param>
    public static ChangeImpact Compute(ChangeWhat what, DateOnly? wantedBy, PlanSnapshot plan, int version, PlantCalendar calendar, DateTimeOffset now)
    {
        var today = calendar.DayOf(now);
        if (what.To is { } day && day < today) return new() { PlanVersion = version, Problem = $"{PlanWords.Day(day)} is past." };
        var book = PeggingRules.Compute(plan, calendar, today);
        var changed = ChangedPlan.Of(what, book, calendar);
        if (changed.Problem is { } problem) return new() { PlanVersion = version, Problem = problem };

        var fixedLines = changed.After.Select(line => line.Number).ToHashSet(StringComparer.Ordinal);
        var centres = (plan.WorkCentres ?? []).ToDictionary(centre => centre.Number, StringComparer.Ordinal);
        List<(ScheduleLine From, ScheduleLine To)> moved = [];
        var overtime = 0m;
        foreach (var centre in changed.After.Select(line => line.WorkCentre).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!centres.TryGetValue(centre, out var known)) continue;
            var room = RoomMaking.Make(plan.Schedule ?? [], changed.Plan.Schedule!, fixedLines, centre, new CentreHours(known, calendar), calendar, today);
            moved.AddRange(room.Moved);
            overtime += room.Overtime;
        }
        var after = With(changed.Plan, moved);
        var orders = Effects(changed, book, PeggingRules.Compute(after, calendar, today), calendar, wantedBy ?? (what.Kind == ChangeKind.Move ? what.To : null));
        var published = calendar.WeekOf(today);
        return new ChangeImpact
        {
            PlanVersion = version,
            From = Earliest(changed.From), To = Earliest(changed.To),
            Zone = changed.From.Concat(changed.To).Select(place => FenceRules.Of(place, published, calendar)).DefaultIfEmpty(Fence.Flexible).Max(),
            FirstSlot = FirstSlot(changed.Starts, calendar, now),
            Words = $"{PlanWords.Quantity(changed.Pieces)} x {NameOf(plan, changed.Item)}",
            Lines = [.. changed.Before.Select(line => line.Number)],
            Expected = [.. Expected(changed, what.Kind == ChangeKind.Sequence), .. moved.Select(one => new ExpectedLine(one.From.Number, one.From.Item, one.To.Due, one.To.Planned, one.To.WorkCentre, Until: one.To.Due, From: one.From.Due))],
            Displaced = [.. moved.OrderBy(one => one.From.Due).ThenBy(one => one.From.Number, StringComparer.Ordinal).Take(ChangeImpact.MostListed).Select(one =>
                new DisplacedLine(one.From.Number, NameOf(plan, one.From.Item), one.From.OpenQuantity, one.From.Due, one.To.Due))],
            DisplacedCount = moved.Count, DisplacedPieces = moved.Sum(one => one.From.OpenQuantity),
            Orders = [.. orders.OrderByDescending(one => one.IsSubject).ThenByDescending(one => one.LateAfter - one.LateBefore).ThenBy(one => one.Order, StringComparer.Ordinal).Take(ChangeImpact.MostListed)],
            WorseOrders = orders.Count(one => one is { IsSubject: false, IsWorse: true }),
            Hours = HoursOf(changed), WorkCentre = Centre(changed, centres),
            Overtime = overtime, Changeovers = Changeovers(plan.Schedule ?? [], after.Schedule ?? [], changed),
            Amount = (plan.Orders ?? []).Any(line => line.Value is not null) ? orders.Where(one => one.IsSubject || one.IsWorse).Sum(one => one.Value ?? 0) : null,
            Nothing = Price(orders, one => one.LateBefore), Doing = Price(orders, one => one.LateAfter),
        };
    }

    /// <summary>The start of the first production day that it touches and that has not begun; null when all have.</summary>
    private static DateTimeOffset? FirstSlot(IReadOnlyList<DateOnly> days, PlantCalendar calendar, DateTimeOffset now) =>
        days.Select(day => (DateTimeOffset?)calendar.At(day, calendar.FirstShift)).Where(start => start > now).Min();

    private static IEnumerable<ExpectedLine> Expected(ChangedPlan changed, bool inQueue)
    {
        var planned = changed.Before.ToDictionary(line => line.Number, StringComparer.Ordinal);
        foreach (var gone in changed.Before.Where(line => changed.After.All(one => one.Number != line.Number))) yield return new(gone.Number, gone.Item, null, 0, gone.WorkCentre, From: gone.Due);
        foreach (var line in changed.After) yield return new(line.Number, line.Item, line.Due, line.Planned, line.WorkCentre, IsNew: !planned.ContainsKey(line.Number), From: planned.GetValueOrDefault(line.Number)?.Due, Sequence: inQueue ? line.Sequence : null);
    }

    private static PlanSnapshot With(PlanSnapshot plan, List<(ScheduleLine From, ScheduleLine To)> moved)
    {
        if (moved.Count == 0) return plan;
        var to = moved.ToDictionary(one => one.From.Number, one => one.To, StringComparer.Ordinal);
        return plan with { Schedule = [.. plan.Schedule!.Select(line => to.GetValueOrDefault(line.Number, line))] };
    }

    private static List<OrderEffect> Effects(ChangedPlan changed, PegBook before, PegBook after, PlantCalendar calendar, DateOnly? wanted)
    {
        var old = PromiseRules.Compute(before, calendar, explainUntil: DateOnly.MinValue).ToDictionary(line => line.Line.Key, StringComparer.Ordinal);
        var effects = new List<OrderEffect>();
        foreach (var line in PromiseRules.Compute(after, calendar, explainUntil: DateOnly.MinValue))
        {
            if (!old.Remove(line.Line.Key, out var was)) continue;
            var isSubject = changed.Orders.Contains(line.Line.Key);
            if (!isSubject && was.Projected == line.Projected) continue;
            var due = isSubject ? wanted ?? line.Line.Commitment : was.Line.Commitment;
            effects.Add(new OrderEffect(line.Line.Order, was.Projected, line.Projected, due, was.Line.Penalty, isSubject) { Value = line.Line.Value });
        }
        return effects;
    }

    private static ChangePrice Price(IReadOnlyList<OrderEffect> orders, Func<OrderEffect, int> late)
    {
        var some = orders.Where(one => late(one) > 0).ToList();
        return new ChangePrice(
            some.Select(one => one.Order).Distinct(StringComparer.Ordinal).Count(), some.Sum(late),
            orders.Any(one => one.Penalty is not null) ? some.Sum(one => one.Penalty ?? 0) : null);
    }

    private static decimal? HoursOf(ChangedPlan changed)
    {
        var some = (changed.After.Count > 0 ? changed.After : changed.Before).Where(line => line.Hours is not null).ToList();
        return some.Count > 0 ? Math.Round(some.Sum(RoomMaking.HoursOf), 2) : null;
    }

    private static string? Centre(ChangedPlan changed, Dictionary<string, WorkCentre> centres) =>
        (changed.After.Count > 0 ? changed.After : changed.Before).Select(line => line.WorkCentre).OfType<string>().FirstOrDefault() is { } number
            ? centres.TryGetValue(number, out var known) ? known.Name : number : null;

    /// <summary>Items that a work centre makes on a day beside others cost a set-up each; what the change adds to that.</summary>
    private static int Changeovers(IReadOnlyList<ScheduleLine> before, IReadOnlyList<ScheduleLine> after, ChangedPlan changed)
    {
        var places = changed.Before.Concat(changed.After).Where(line => line.WorkCentre is not null).Select(line => (line.WorkCentre, line.Due)).ToHashSet();
        return Math.Max(0, Count(after) - Count(before));

        int Count(IReadOnlyList<ScheduleLine> lines) => lines.Where(line => line.IsOpen && places.Contains((line.WorkCentre, line.Due)))
            .GroupBy(line => (line.WorkCentre, line.Due)).Sum(group => group.Select(line => line.Item).Distinct(StringComparer.Ordinal).Count() - 1);
    }

    private static string NameOf(PlanSnapshot plan, string item) => plan.Items?.FirstOrDefault(one => one.Number == item) is { Name.Length: > 0 } known ? known.Name : item;

    private static DateOnly? Earliest(IReadOnlyList<DateOnly> days) => days.Count > 0 ? days.Min() : null;
}
