namespace SoeBot.Domain.Flags;

/// <summary>
/// The flags of a plan version (R107 to R120, R137, R138). Each fires once: a criterion for executives when it is true in two imports in a row,
/// everything else at once. What a table that is missing today would say stays as it was.
/// </summary>
public static class FlagRules
{
    /// <summary>Criteria for executives first, then by kind; what has fired before what has not, then the newest.</summary>
    public static IReadOnlyList<PlanFlag> Compute(FlagInput input)
    {
        var found = new List<PlanFlag>();
        var silent = new HashSet<FlagKind>();
        Look(input.Index.Plan is { Stock: not null, Orders: not null }, StockOutRule.Find, FlagKind.OutOfStock, FlagKind.StockOutAhead);
        Look(input.Index.Plan.Orders is not null, OrderSurgeRule.Find, FlagKind.OrderSurge);
        Look(input.Index.Plan.Forecast is not null, PointOfSaleRule.Find, FlagKind.PointOfSale);
        Look(input.Index.Plan.Forecast is not null, MixShiftRule.Find, FlagKind.MixShift);
        Look(input.Index.Plan.Orders is not null, OverPromiseRule.Find, FlagKind.OverPromise);
        Look(input.Index.Plan is { Stock: not null, Items: not null }, SafetyStockCreepRule.Find, FlagKind.SafetyStockCreep);
        return Continue(found, silent, input);

        void Look(bool there, Action<FlagInput, List<PlanFlag>> find, params ReadOnlySpan<FlagKind> kinds)
        {
            if (there) find(input, found);
            else foreach (var kind in kinds) silent.Add(kind);
        }
    }

    private static List<PlanFlag> Continue(List<PlanFlag> found, HashSet<FlagKind> silent, FlagInput input)
    {
        var before = new Dictionary<string, PlanFlag>(StringComparer.Ordinal);
        foreach (var flag in input.Previous) before[flag.Identity] = flag;
        var result = new List<PlanFlag>(found.Count);
        foreach (var flag in found)
        {
            var now = before.TryGetValue(flag.Identity, out var earlier)
                ? flag with { Since = earlier.Since, Imports = earlier.Imports + 1, FiredIn = earlier.FiredIn }
                : flag;
            var needed = now.IsExecutive ? input.Settings.ExecutiveImports : 1;
            result.Add(now.FiredIn is null && now.Imports >= needed ? now with { FiredIn = input.Version } : now);
        }
        foreach (var flag in input.Previous)
            if (silent.Contains(flag.Kind)) result.Add(flag);
        result.Sort((a, b) =>
        {
            var order = a.Kind.CompareTo(b.Kind);
            if (order == 0) order = (a.FiredIn is null).CompareTo(b.FiredIn is null);
            if (order == 0) order = b.Since.CompareTo(a.Since);
            return order != 0 ? order : string.CompareOrdinal(a.Object, b.Object);
        });
        return result;
    }
}
