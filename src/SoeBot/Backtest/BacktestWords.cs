using System.Globalization;
using SoeBot.Domain.Risk.Past;

namespace SoeBot.Backtest;

/// <summary>The report of a backtest as people read it, with what each number means.</summary>
internal static class BacktestWords
{
    public static IEnumerable<string> Of(BacktestReport report, PromiseKind kind)
    {
        var what = kind switch
        {
            PromiseKind.CustomerOrders => "customer order lines",
            PromiseKind.ProductionOrders => "production orders",
            PromiseKind.PurchaseLines => "purchase lines",
        };
        yield return Text($"{report.Weeks} weeks, {report.First:yyyy-MM-dd} to {report.Last:yyyy-MM-dd}: open {what} due within 14 days, {report.Candidates:0} of them in a week on average.");
        yield return "Of the ten named each week, so many really came late (not done by the first promise):";
        yield return Text($"  as SoeBot names them      {report.Standard:0.0}");
        yield return Text($"  by history alone          {report.History:0.0}");
        yield return Text($"  by the earliest due date  {report.EarliestDue:0.0}");
        yield return Text($"  taken blindly             {report.Base:0.0}");
        yield return "SoeBot's drivers that a past of outcomes can show are history and time; supply, complexity and changes drop out here.";
        if (report.Fitted is not { } fitted)
            yield return "Weights were not fitted: that takes 52 weeks.";
        else
            yield return Text($"Weights fitted on the first {fitted.LearnedWeeks} weeks: history {fitted.History:0.##}, time {fitted.Time:0.##}. On the other {fitted.JudgedWeeks}, which they had not seen: {fitted.Hits:0.0}; the settings' weights {fitted.StandardHits:0.0}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
