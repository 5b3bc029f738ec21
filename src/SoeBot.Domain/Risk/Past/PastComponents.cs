using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk.Past;

/// <summary>How many different components lie below an item, at any depth.</summary>
public static class PastComponents
{
    /// <summary>Null when the plan has no bill of materials.</summary>
    public static Func<string, int>? In(PlanSnapshot plan)
    {
        if (plan.Bill is not { Count: > 0 } bill) return null;
        var below = bill.GroupBy(line => line.Assembly, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.Select(line => line.Component).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return item =>
        {
            if (known.TryGetValue(item, out var count)) return count;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([item]);
            while (open.TryPop(out var next))
                foreach (var component in below.GetValueOrDefault(next) ?? [])
                    if (seen.Add(component)) open.Push(component);
            return known[item] = seen.Count;
        };
    }
}
