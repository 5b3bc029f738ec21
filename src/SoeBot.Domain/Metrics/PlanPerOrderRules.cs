using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>Plan against actual per production order (R76), and attainment of own and contract plants (R73), of the week's frozen plan.</summary>
public static class PlanPerOrderRules
{
    /// <summary>Weighted absolute gap = sum over the frozen orders of |made - planned| / sum of planned: what too much here and too little there would hide.</summary>
    public static Figure Gap(WeekNumbersInput input)
    {
        var figure = new Figure(
            FigureKind.PlanPerOrder, Figure.Share, "per production order of the frozen plan the difference of good pieces made by the end of the week and pieces planned, added up without sign, of the pieces planned",
            FigureWindow.Of(input.Week), Sources(input));
        var plan = WeekNumberRules.FrozenPlan(input);
        if (plan.Count == 0) return figure.Without("no plan");
        var made = Made(plan, input);
        decimal planned = 0, apart = 0;
        var rows = new List<(ScheduleLine Plan, decimal Good, ScheduleLine? Outcome)>(plan.Count);
        foreach (var line in plan.Values)
        {
            var outcome = AttainmentRules.Outcome(line, made);
            var good = outcome is null ? 0 : Math.Max(0, AttainmentRules.GoodBy(outcome, input.Week.End));
            planned += line.Planned;
            apart += Math.Abs(good - line.Planned);
            if (good != line.Planned || !(outcome?.FinishedOn <= line.Due)) rows.Add((line, good, outcome));
        }
        rows.Sort((a, b) =>
        {
            var order = Math.Abs(b.Good - b.Plan.Planned).CompareTo(Math.Abs(a.Good - a.Plan.Planned));
            return order != 0 ? order : string.CompareOrdinal(a.Plan.Number, b.Plan.Number);
        });
        return figure.Over(apart, planned, "pieces", "no plan") with
        {
            Parts = [.. rows.Take(Figure.MostParts).Select(row => FigurePart.Of($"{row.Plan.Number}, {row.Plan.Item}", row.Good, row.Plan.Planned, Said(row.Plan, row.Outcome)))],
        };
    }

    /// <summary>Attainment (our definition) of the lines on own work centres and on those of each contract plant.</summary>
    public static Figure OwnAndContract(WeekNumbersInput input, IReadOnlyList<WorkCentre>? centres)
    {
        var figure = new Figure(
            FigureKind.OwnAndContract, Figure.Share, $"schedule attainment of own and contract plants: {AttainmentRules.Words(AttainmentDefinition.Capped)}", FigureWindow.Of(input.Week), $"{Sources(input)}, work centres");
        var plan = WeekNumberRules.FrozenPlan(input);
        if (plan.Count == 0) return figure.Without("no plan");
        var plants = (centres ?? []).Where(centre => centre.ContractPlant is { Length: > 0 }).ToDictionary(centre => centre.Number, centre => centre.ContractPlant!, StringComparer.Ordinal);
        if (plants.Count == 0) return figure.Without("no contract plants in the plan data");
        var made = Made(plan, input);
        var sums = new Dictionary<string, (decimal Good, decimal Planned)>(StringComparer.Ordinal);
        foreach (var line in plan.Values)
        {
            var plant = line.WorkCentre is { } centre && plants.TryGetValue(centre, out var contract) ? contract : "own plant";
            var good = AttainmentRules.Outcome(line, made) is { } outcome ? Math.Clamp(AttainmentRules.GoodBy(outcome, input.Week.End), 0, line.Planned) : 0;
            var sum = sums.GetValueOrDefault(plant);
            sums[plant] = (sum.Good + good, sum.Planned + line.Planned);
        }
        return figure.Over(sums.Values.Sum(sum => sum.Good), sums.Values.Sum(sum => sum.Planned), "pieces", "no plan") with
        {
            Parts = [.. SupplierRules.Worst(sums.Select(entry => FigurePart.Of(entry.Key, entry.Value.Good, entry.Value.Planned))).Take(Figure.MostParts)],
        };
    }

    /// <summary>How the frozen lines ended; the rest of the schedule is not needed.</summary>
    private static Dictionary<string, ScheduleLine> Made(Dictionary<string, ScheduleLine> plan, WeekNumbersInput input)
    {
        var made = new Dictionary<string, ScheduleLine>(plan.Count, StringComparer.Ordinal);
        foreach (var line in input.Current ?? [])
            if (plan.ContainsKey(line.Key)) made[line.Key] = line;
        return made;
    }

    private static string Said(ScheduleLine plan, ScheduleLine? outcome) => outcome switch
    {
        null => $"due {PlanWords.Day(plan.Due)}, gone from the schedule",
        { FinishedOn: null } => $"due {PlanWords.Day(plan.Due)}, still open",
        { FinishedOn: { } day } => $"due {PlanWords.Day(plan.Due)}, finished {PlanWords.Day(day)}",
    };

    private static string Sources(WeekNumbersInput input) =>
        $"production schedule{(input.BaselineVersion is { } version ? $", frozen plan version {version}" : "")}";
}
