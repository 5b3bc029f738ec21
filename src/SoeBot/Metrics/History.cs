using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Metrics;

/// <summary>The weeks behind the numbers, as a picture and again in words: older phones leave charts out and a chart has no reader text.</summary>
internal static class History
{
    public static IEnumerable<CardElement> Attainment(NumbersView view)
    {
        var weeks = view.Weeks;
        var oldestFirst = weeks.Reverse().ToList();
        if (oldestFirst.Count < 2) yield break;
        var bars = oldestFirst.Where(week => week.Attainment.Share is not null)
            .Select(week => new Bar(Label(week), (double)NumberWords.Points(week.Attainment.Share!.Value)) { Color = NumberWords.Bar(week.Attainment.Share, view.Settings) }).ToList();
        if (bars.Count > 0) yield return new VerticalBarChart(bars)
        {
            Title = $"Attainment, {oldestFirst.Count} weeks, in %", YAxisTitle = "%", ShowBarValues = false, Spacing = Spacing.Medium,
        };
        yield return TextBlock.Subtle(Numbers("Attainment by week", weeks, week => week.Attainment.Share, "no plan"));
    }

    public static IEnumerable<CardElement> OnTime(IReadOnlyList<WeekNumbers> weeks)
    {
        var points = weeks.Reverse().Where(week => week.OnTimeFirst.Share is not null)
            .Select(week => new LinePoint(week.Week.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (double)NumberWords.Points(week.OnTimeFirst.Share!.Value))).ToList();
        if (points.Count > 1)
            yield return new LineChart([new LineSeries("First promise", points)]) { Title = "On time, in %", YMin = 0, YMax = 100 };
        yield return new TextBlock(Numbers("First promise", weeks, week => week.OnTimeFirst.Share, "no orders"));
        yield return new TextBlock(Numbers("Last promise", weeks, week => week.OnTimeLast.Share, "no orders"));
    }

    public static IEnumerable<CardElement> Definitions(WeekNumbers last)
    {
        yield return new FactSet(
            new Fact("Attainment", DataLine.Short(last.Attainment.Definition, 250)),
            new Fact("Adherence", $"{NumberWords.Percent(last.Adherence.Share)}, {PlanWords.Quantity(last.Adherence.Numerator)} of {PlanWords.Quantity(last.Adherence.Denominator)} {last.Adherence.Unit}: {DataLine.Short(last.Adherence.Definition, 250)}"),
            new Fact("First promise", DataLine.Short(last.OnTimeFirst.Definition, 250)),
            new Fact("Last promise", DataLine.Short(last.OnTimeLast.Definition, 250)),
            new Fact("Off plan", $"{PlanWords.Quantity(last.OffPlan)} good pieces that the frozen plan did not ask for; they count nowhere"),
            new Fact("Frozen plan", last.BaselineVersion is { } version ? $"version {version}" : "none was frozen"));
    }

    private static CardText Numbers(string name, IReadOnlyList<WeekNumbers> weeks, Func<WeekNumbers, decimal?> share, string none) =>
        CardText.Of($"**{name}**, newest first: {string.Join(", ", weeks.Select(week => $"{Label(week)} {(share(week) is { } known ? NumberWords.Percent(known) : none)}"))}.");

    private static string Label(WeekNumbers week) => string.Create(CultureInfo.InvariantCulture, $"wk {week.Week.Number}");
}
