using System.Globalization;
using SoeBot.Domain.Risk.Past;
using SoeBot.Plants;

namespace SoeBot.Backtest;

/// <summary>The report of a backtest as people read it, with what each number means.</summary>
internal static class BacktestWords
{
    public static IEnumerable<string> Of(BacktestReport report, PromiseKind kind, PlantProfile plant)
    {
        var what = kind switch
        {
            PromiseKind.CustomerOrders => "customer order lines",
            PromiseKind.ProductionOrders => "production orders",
            PromiseKind.PurchaseLines => "purchase lines",
        };
        var drivers = string.Join(" and ", report.Drivers.Select(driver => driver.ToString().ToLowerInvariant()));
        yield return Text($"{report.Weeks} weeks, {report.First:yyyy-MM-dd} to {report.Last:yyyy-MM-dd}: open {what} due within 14 days, {report.Candidates:0} of them in a week on average.");
        yield return "Of the ten named each week, so many really came late (not done by the first promise):";
        yield return Text($"  as SoeBot names them        {report.Hits.Standard:0.0}");
        yield return Text($"  by the history driver alone {report.Hits.History:0.0}");
        yield return Text($"  by the item's history alone {report.Hits.ItemHistory:0.0}");
        yield return Text($"  by the earliest due date    {report.Hits.EarliestDue:0.0}");
        yield return Text($"  taken blindly               {report.Hits.Base:0.0}");
        yield return $"Of SoeBot's drivers a past of outcomes shows {drivers}; the others drop out here.";
        if (!report.IsProjected) yield return "Without stock, schedule and purchases no day is projected, so SoeBot names them without time; the fit tries it.";
        foreach (var line in Fitted(report, plant)) yield return line;
        yield return "Of those that history calls so probably late, so many came late:";
        foreach (var row in report.Calibration)
            yield return Text($"  {100 * row.From,3:0} to {100 * row.Below,3:0} %: {row.Promises,6} lines, said {100 * row.Said,4:0.0} %, came {100 * row.Came,4:0.0} %");
    }

    private static IEnumerable<string> Fitted(BacktestReport report, PlantProfile plant)
    {
        if (report.Fitted is not { } fitted)
        {
            yield return "Weights were not fitted: that takes 52 weeks.";
            yield break;
        }
        yield return Text($"Weights fitted on the first {fitted.LearnedWeeks} weeks and judged on the other {fitted.JudgedWeeks}, which they had not seen: {fitted.Hits:0.0} of ten; the settings' weights there {fitted.Judged.Standard:0.0}, the earliest due date {fitted.Judged.EarliestDue:0.0}, blindly {fitted.Judged.Base:0.0}.");
        if (fitted.Hits <= fitted.Judged.Standard)
        {
            yield return "They were no better there than those of the settings: keep these.";
            yield break;
        }
        // The drivers that this past cannot show keep what they have; these share out what theirs add up to.
        var share = report.Drivers.Sum(plant.Risk.WeightOf);
        yield return "To use them, set:";
        for (var at = 0; at < report.Drivers.Count; at++)
            yield return Text($"  Plants__{plant.Id}__Risk__{report.Drivers[at]}={fitted.Weights[at] * share:0.###}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
