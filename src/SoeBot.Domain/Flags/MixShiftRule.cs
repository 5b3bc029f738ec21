using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Flags;

/// <summary>
/// The mix of what shops sell within a family has shifted (R115): an item's share of the family's point of sale in the last two complete weeks
/// lies more than the limit from its share in the eight weeks before (at least four of them known).
/// </summary>
internal static class MixShiftRule
{
    private const int New = 2, Old = 8, LeastOld = 4;

    private sealed class Sold
    {
        public decimal Now, Then;
    }

    private sealed class Family
    {
        public readonly Dictionary<int, Sold> Items = [];
        public readonly HashSet<int> OldWeeks = [], NewWeeks = [];
        public decimal Now, Then;
    }

    public static void Find(FlagInput input, List<PlanFlag> found)
    {
        var week = input.Calendar.WeekOf(input.Today);
        var families = new Dictionary<string, Family>(StringComparer.Ordinal);
        foreach (var line in input.Index.Plan.Forecast ?? [])
        {
            if (line.PointOfSale is not { } pieces || line.Week >= week.Start) continue;
            var back = (week.Start.DayNumber - line.Week.DayNumber + 6) / 7;
            var item = input.Index.Find(line.Item);
            if (back > New + Old || input.Index.Fact(item)?.Family is not { } name) continue;
            if (!families.TryGetValue(name, out var family)) families[name] = family = new Family();
            if (!family.Items.TryGetValue(item, out var sold)) family.Items[item] = sold = new Sold();
            if (back <= New) (family.Now, sold.Now) = (family.Now + pieces, sold.Now + pieces);
            else (family.Then, sold.Then) = (family.Then + pieces, sold.Then + pieces);
            (back <= New ? family.NewWeeks : family.OldWeeks).Add(back);
        }
        foreach (var (name, family) in families)
            if (family.NewWeeks.Count == New && family.OldWeeks.Count >= LeastOld && family is { Now: > 0, Then: > 0 } && Flag(input, name, family) is { } flag) found.Add(flag);
    }

    private static PlanFlag? Flag(FlagInput input, string name, Family family)
    {
        var shifts = family.Items.Select(entry => (Item: entry.Key, Now: entry.Value.Now / family.Now, Then: entry.Value.Then / family.Then)).ToList();
        var up = shifts.MaxBy(shift => shift.Now - shift.Then);
        var down = shifts.MinBy(shift => shift.Now - shift.Then);
        var most = up.Now - up.Then >= down.Then - down.Now ? up : down;
        if (Math.Abs(most.Now - most.Then) <= input.Settings.MixShiftLimit) return null;
        return new PlanFlag(
            FlagKind.MixShift, name, input.Today,
            $"Shops buy another mix of {name}: {Said(up)}, {Said(down)} of the family (last {New} weeks against the {family.OldWeeks.Count} before)",
            most.Now, most.Then, "share");

        string Said((int Item, decimal Now, decimal Then) shift) => $"{input.Index.Name(shift.Item)} from {PlanWords.Percent(shift.Then)} to {PlanWords.Percent(shift.Now)}";
    }
}
