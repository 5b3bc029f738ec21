using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>What keeping the plan cost (R72): the sum of the costs that the source reports, by kind. No source, no number.</summary>
public static class CostRules
{
    public static Figure Of(IReadOnlyList<ShopEvent>? events, DayRange days)
    {
        var figure = new Figure(FigureKind.Costs, "cost", "costs that the shop floor's events report, by kind: expedited freight, overtime, changeovers, scrap and others", FigureWindow.Of(days), "shop-floor events");
        var kinds = new SortedDictionary<ShopEventKind, (decimal Cost, int Events)>();
        var reported = false;
        foreach (var one in events ?? [])
        {
            if (one.Cost is not { } cost) continue;
            reported = true;
            if (!days.Contains(one.Day)) continue;
            var sum = kinds.GetValueOrDefault(one.Kind);
            kinds[one.Kind] = (sum.Cost + cost, sum.Events + 1);
        }
        if (!reported) return figure.Without("no source: the plan data report no costs");
        return figure with
        {
            Value = kinds.Values.Sum(kind => kind.Cost),
            Parts = [.. kinds.OrderByDescending(kind => kind.Value.Cost).Select(kind => new FigurePart(Name(kind.Key), kind.Value.Cost, Words: PlanWords.Count(kind.Value.Events, "event", "events")))],
        };
    }

    private static string Name(ShopEventKind kind) => kind switch
    {
        ShopEventKind.Downtime => "downtime",
        ShopEventKind.QualityHold => "quality holds",
        ShopEventKind.Scrap => "scrap",
        ShopEventKind.LabourShortage => "labour shortage",
        ShopEventKind.SlowRun => "slow running",
        ShopEventKind.MaterialShortage => "material shortage",
        ShopEventKind.Logistics => "logistics",
        ShopEventKind.Expedite => "expedited freight",
        ShopEventKind.Overtime => "overtime",
        ShopEventKind.Changeover => "changeovers",
    };
}
