using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Exceptions;

/// <summary>Stock that quality has blocked, one exception per item (R36).</summary>
internal static class StockOnHoldRule
{
    public const string Cause = "stock on hold";

    public static void Find(ExceptionInput input, List<PlanException> found)
    {
        var held = new Dictionary<string, (decimal OnHand, decimal OnHold)>(StringComparer.Ordinal);
        foreach (var line in input.Plan.Stock ?? [])
        {
            var sum = held.GetValueOrDefault(line.Item);
            held[line.Item] = (sum.OnHand + line.OnHand, sum.OnHold + line.OnHold);
        }
        var names = PlanNames.Of(input.Plan);
        foreach (var (item, (onHand, onHold)) in held)
            if (onHold > 0)
                found.Add(new PlanException(
                    ExceptionCategory.QualityHold, item, Cause, input.Today,
                    $"{names(item)}: {PlanWords.Quantity(onHold)} of {PlanWords.Quantity(onHand)} in stock are on hold",
                    0, onHold, "pcs"));
    }
}
