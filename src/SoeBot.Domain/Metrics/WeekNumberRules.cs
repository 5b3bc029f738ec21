using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>The weekly numbers (R57, R58, R68): each a count over a count, with its definition in words.</summary>
public static class WeekNumberRules
{
    public const string AdherenceWords = "production orders of the frozen plan finished on or before their due day, of all production orders of the frozen plan";

    public static WeekNumbers Compute(WeekNumbersInput input)
    {
        var frozen = ByKey(input.Baseline ?? []);
        var made = ByKey(input.Current ?? []);
        var plan = FrozenPlan(input);
        var kept = 0;
        foreach (var line in plan.Values)
            if (AttainmentRules.Outcome(line, made)?.FinishedOn <= line.Due) kept++;

        var measures = AttainmentRules.Measures(input.Week, plan, frozen, made);
        return new WeekNumbers(
            input.Week,
            input.BaselineVersion,
            measures[input.Definition],
            new Measure(kept, plan.Count, "lines", plan.Count > 0 ? AdherenceWords : AttainmentRules.NoPlanWords),
            OnTimeRules.AgainstFirst(input.Orders, input.Week),
            OnTimeRules.AgainstLast(input.Orders, input.Week),
            OffPlan(input, plan, frozen))
        {
            ByDefinition = measures,
            Made = input.Current is null ? null : AttainmentRules.MadeIn(input.Week, frozen, made).Values.Sum(),
            Received = Received(input),
        };
    }

    /// <summary>The frozen lines of the week that have something to make, with the additions that were approved.</summary>
    public static Dictionary<string, ScheduleLine> FrozenPlan(WeekNumbersInput input)
    {
        var plan = new Dictionary<string, ScheduleLine>(StringComparer.Ordinal);
        foreach (var line in input.Baseline ?? [])
            if (line.Planned > 0 && input.Week.Days.Contains(line.Due)) plan[line.Key] = line;
        if (input.ApprovedAdditions.Count == 0) return plan;
        foreach (var line in input.Current ?? [])
            if (line.Planned > 0 && input.Week.Days.Contains(line.Due) && input.ApprovedAdditions.Contains(line.Key))
                plan.TryAdd(line.Key, line);
        return plan;
    }

    public static Dictionary<string, ScheduleLine> ByKey(IReadOnlyList<ScheduleLine> lines)
    {
        var result = new Dictionary<string, ScheduleLine>(lines.Count, StringComparer.Ordinal);
        foreach (var line in lines) result[line.Key] = line;
        return result;
    }

    /// <summary>Finished in the week though the frozen plan did not have it or had it for a later week, and what was made above plan. Catching up on earlier weeks is not off plan.</summary>
    private static decimal OffPlan(WeekNumbersInput input, Dictionary<string, ScheduleLine> plan, Dictionary<string, ScheduleLine> frozen)
    {
        decimal off = 0;
        foreach (var line in input.Current ?? [])
        {
            if (line.FinishedOn is not { } day || !input.Week.Days.Contains(day)) continue;
            if (plan.TryGetValue(line.Key, out var asked) && asked.Item == line.Item)
                off += Math.Max(0, line.Good - asked.Planned);
            else if (!frozen.TryGetValue(line.Key, out var known) || known.Item != line.Item || known.Due > input.Week.End)
                off += Math.Max(0, line.Good);
        }
        return off;
    }

    private static decimal? Received(WeekNumbersInput input)
    {
        if (input.Purchases is null) return null;
        decimal pieces = 0;
        foreach (var line in input.Purchases)
            if (line.ReceivedOn is { } day && input.Week.Days.Contains(day)) pieces += line.Received;
        return pieces;
    }
}
