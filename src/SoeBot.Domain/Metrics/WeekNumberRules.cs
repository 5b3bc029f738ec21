using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>The weekly numbers (R57, R58, R68): each a count over a count, with its definition in words.</summary>
public static class WeekNumberRules
{
    public const string AttainmentWords = "good pieces of the frozen plan reported by the end of the week, each production order capped at its planned quantity, of the pieces planned";
    public const string AdherenceWords = "production orders of the frozen plan finished on or before their due day, of all production orders of the frozen plan";
    public const string NoPlanWords = "no plan was frozen for this week";

    public static WeekNumbers Compute(WeekNumbersInput input)
    {
        var plan = FrozenPlan(input);
        var made = ByKey(input.Current ?? []);
        decimal planned = 0, good = 0;
        int kept = 0;
        foreach (var line in plan.Values)
        {
            planned += line.Planned;
            var outcome = Outcome(line, made);
            good += outcome is null ? 0 : Math.Clamp(GoodBy(outcome, input.Week.End), 0, line.Planned);
            if (outcome?.FinishedOn <= line.Due) kept++;
        }

        return new WeekNumbers(
            input.Week,
            input.BaselineVersion,
            new Measure(good, planned, "pieces", planned > 0 ? AttainmentWords : NoPlanWords),
            new Measure(kept, plan.Count, "lines", plan.Count > 0 ? AdherenceWords : NoPlanWords),
            OnTimeRules.AgainstFirst(input.Orders, input.Week),
            OnTimeRules.AgainstLast(input.Orders, input.Week),
            OffPlan(input, plan));
    }

    private static Dictionary<string, ScheduleLine> FrozenPlan(WeekNumbersInput input)
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

    /// <summary>The line as it ended; a line that vanished counts only when it was already finished when it was frozen. Another item under the same number does not help.</summary>
    private static ScheduleLine? Outcome(ScheduleLine planned, Dictionary<string, ScheduleLine> made)
    {
        if (made.TryGetValue(planned.Key, out var now)) return now.Item == planned.Item ? now : null;
        return planned.IsOpen ? null : planned;
    }

    private static decimal GoodBy(ScheduleLine line, DateOnly end) =>
        line.FinishedOn is { } day && day > end ? 0 : line.Good;

    /// <summary>Finished in the week though the frozen plan did not have it or had it for a later week, and what was made above plan. Catching up on earlier weeks is not off plan.</summary>
    private static decimal OffPlan(WeekNumbersInput input, Dictionary<string, ScheduleLine> plan)
    {
        var frozen = ByKey(input.Baseline ?? []);
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

    private static Dictionary<string, ScheduleLine> ByKey(IReadOnlyList<ScheduleLine> lines)
    {
        var result = new Dictionary<string, ScheduleLine>(lines.Count, StringComparer.Ordinal);
        foreach (var line in lines) result[line.Key] = line;
        return result;
    }
}
