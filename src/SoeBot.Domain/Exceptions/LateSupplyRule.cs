using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>Open purchase lines past the day they were expected, one exception per supplier and item (R34).</summary>
internal static class LateSupplyRule
{
    public const string Cause = "past its expected day";

    private sealed class Group
    {
        public int Lines;
        public decimal Quantity, Open;
        public required PurchaseLine Oldest;
    }

    public static void Find(ExceptionInput input, List<PlanException> found)
    {
        var groups = new Dictionary<(string Supplier, string Item), Group>();
        foreach (var line in input.Plan.Purchases ?? [])
        {
            if (line.OpenQuantity <= 0 || line.Expected >= input.Today) continue;
            var key = (line.Supplier, line.Item);
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = new Group { Oldest = line };
            group.Lines++;
            group.Quantity += line.Quantity;
            group.Open += line.OpenQuantity;
            if (line.Expected < group.Oldest.Expected
                || (line.Expected == group.Oldest.Expected && string.CompareOrdinal(line.Key, group.Oldest.Key) < 0))
                group.Oldest = line;
        }

        var names = PlanNames.Of(input.Plan);
        foreach (var ((supplier, item), group) in groups)
            found.Add(new PlanException(
                ExceptionCategory.LateSupply, $"{supplier} / {item}", Cause, group.Oldest.Expected,
                $"{supplier}: {PlanWords.Quantity(group.Open)} of {names(item)} late on {PlanWords.Count(group.Lines, "line", "lines")}, "
                + $"the oldest expected {PlanWords.Day(group.Oldest.Expected)} (order {group.Oldest.Order})",
                group.Quantity, group.Quantity - group.Open, "pcs"));
    }
}
