using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Risk;

/// <summary>The past of an order line as people read it: "Slow Foundry was late 6 of 9 times in 3 years (plant: 11 %)".</summary>
internal static class LateWords
{
    public static string Of(LateExpectation expected, in LateTraits traits, string itemName, string? supplier, int historyDays)
    {
        if (expected.Strongest is not { } reason) return $"nothing is known of its past; the plant is late {PlanWords.Percent((decimal)expected.Mean)} of the time";
        var (one, other) = LateDimensions.NamesOf(reason.Dimension);
        var name = other is { } second ? $"{Name(one, traits, itemName, supplier)} with {Name(second, traits, itemName, supplier)}" : Name(one, traits, itemName, supplier);
        var span = historyDays >= 728 ? $"{historyDays / 364} years" : $"{historyDays / 7} weeks";
        return $"{name} was late {reason.Late} of {PlanWords.Count(reason.Cases, "time", "times")} in {span} (plant: {PlanWords.Percent((decimal)expected.Mean)})";
    }

    private static string Name(int dimension, in LateTraits traits, string itemName, string? supplier) => dimension switch
    {
        LateDimensions.Item => itemName,
        LateDimensions.Customer => traits.Customer ?? "the customer",
        LateDimensions.Supplier => traits.Supplier ?? supplier ?? "the supplier",
        LateDimensions.Lane => $"lane {traits.Lane}",
        LateDimensions.ShipMode => $"what goes by {traits.ShipMode}",
        LateDimensions.WorkCentre => $"work centre {traits.WorkCentre}",
        _ => traits.NoticeDays is { } days ? $"what is promised up to {1 << (LateDimensions.Bucket(days) - 1)} days ahead" : "such notice",
    };
}
