using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>The past of an order line as people read it: "Slow Foundry: 6 of 9 late in 3 years, plant 11 %". The count stands early, so that it is there where a line is short.</summary>
internal static class LateWords
{
    private const int LongestName = 26, LongestOfTwo = 10;

    public static string Of(LateExpectation expected, in LateTraits traits, string itemName, string? supplier, int historyDays)
    {
        if (expected.Strongest is not { } reason) return $"no past of its own, plant {PlanWords.Percent((decimal)expected.Mean)} late";
        var (one, other) = LateDimensions.NamesOf(reason.Dimension);
        var name = other is { } second
            ? $"{Short(Name(one, traits, itemName, supplier), LongestOfTwo)} with {Short(Name(second, traits, itemName, supplier), LongestOfTwo)}"
            : Short(Name(one, traits, itemName, supplier), LongestName);
        var span = historyDays >= 728 ? $"{historyDays / 364} years" : $"{historyDays / 7} weeks";
        return $"{name}: {reason.Late} of {reason.Cases} late in {span}, plant {PlanWords.Percent((decimal)expected.Mean)}";
    }

    private static string Short(string name, int longest) => name.Length <= longest ? name : $"{name.AsSpan(0, char.IsHighSurrogate(name[longest - 2]) ? longest - 2 : longest - 1).TrimEnd()}…";

    private static string Name(int dimension, in LateTraits traits, string itemName, string? supplier) => dimension switch
    {
        LateDimensions.Item => itemName,
        LateDimensions.Customer => traits.Customer ?? "the customer",
        LateDimensions.Supplier => traits.Supplier ?? supplier ?? "the supplier",
        LateDimensions.Lane => $"lane {traits.Lane}",
        LateDimensions.ShipMode => $"by {traits.ShipMode}",
        LateDimensions.WorkCentre => $"work centre {traits.WorkCentre}",
        _ => traits.NoticeDays is { } days ? $"notice up to {PlanWords.Count(1 << (LateDimensions.Bucket(days) - 1), "day", "days")}" : "such notice",
    };
}
