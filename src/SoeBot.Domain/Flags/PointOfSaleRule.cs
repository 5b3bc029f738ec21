using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Flags;

/// <summary>
/// What the shops sell lies far from what is forecast or ordered (R113): |point of sale - max(forecast, orders)| / max(forecast, orders) above
/// the limit in both of the last two complete weeks. Sales where nothing was forecast or ordered are a mismatch whatever the limit.
/// </summary>
internal static class PointOfSaleRule
{
    public static void Find(FlagInput input, List<PlanFlag> found)
    {
        var week = input.Calendar.WeekOf(input.Today);
        var sold = new Dictionary<int, (decimal? Last, decimal? Before)>();
        foreach (var line in input.Index.Plan.Forecast ?? [])
        {
            if (line.PointOfSale is not { } pieces) continue;
            var item = input.Index.Find(line.Item);
            var (last, before) = sold.GetValueOrDefault(item);
            if (week.Previous.Days.Contains(line.Week)) sold[item] = ((last ?? 0) + pieces, before);
            else if (week.Plus(-2).Days.Contains(line.Week)) sold[item] = (last, (before ?? 0) + pieces);
        }
        foreach (var (item, (last, before)) in sold)
        {
            if (last is not { } now || before is not { } then) continue;
            var (signal, earlier) = (input.Signals.Of(item, -1).Pieces, input.Signals.Of(item, -2).Pieces);
            if (!Apart(now, signal, input.Settings) || !Apart(then, earlier, input.Settings)) continue;
            found.Add(new PlanFlag(
                FlagKind.PointOfSale, input.Index.Number(item), input.Today,
                $"{input.Index.Name(item)}: shops sold {PlanWords.Quantity(now)} last week against {Signal(signal)}, {PlanWords.Quantity(then)} the week before against {Signal(earlier)}",
                now, signal, "pcs"));
        }
    }

    private static bool Apart(decimal sold, decimal signal, FlagSettings settings) =>
        signal == 0 ? sold > 0 : Math.Abs(sold - signal) / signal > settings.PointOfSaleLimit;

    private static string Signal(decimal pieces) => pieces == 0 ? "nothing forecast or ordered" : $"{PlanWords.Quantity(pieces)} forecast or ordered, whichever is more";
}
