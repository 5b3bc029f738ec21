using SoeBot.Domain.Plan;

namespace SoeBot.Domain.Metrics;

/// <summary>Variation, not only the mean, of attainment, output and receipts (R75).</summary>
public static class VariationRules
{
    private const string Words = "individuals chart: mean of the weeks, plus and minus 2.66 times their average moving range; a week outside is not chance";

    /// <param name="weeks">Finished weeks, the newest first.</param>
    public static IEnumerable<Figure> Of(IReadOnlyList<WeekNumbers> weeks)
    {
        yield return Range(FigureKind.AttainmentRange, Figure.Share, "schedule attainment", "production schedule, frozen plans", weeks, week => week.Attainment.Share);
        yield return Range(FigureKind.OutputRange, "pieces", "good pieces made in a week", "production schedule", weeks, week => week.Made);
        yield return Range(FigureKind.ReceiptsRange, "pieces", "pieces received in a week", "purchase orders", weeks, week => week.Received);
    }

    private static Figure Range(FigureKind kind, string unit, string what, string sources, IReadOnlyList<WeekNumbers> weeks, Func<WeekNumbers, decimal?> value)
    {
        var points = weeks.Reverse().Where(week => value(week) is not null).Select(week => (week.Week, Value: value(week)!.Value)).ToList();
        var figure = new Figure(kind, unit, $"{what}, {Words}", points.Count == 0 ? "no weeks yet" : $"{points.Count} weeks", sources);
        if (ControlLimits.Of([.. points.Select(point => point.Value)]) is not { } limits)
            return figure.Without($"no base yet: {PlanWords.Count(points.Count, "week", "weeks")} of at least {ControlLimits.LeastWeeks}");
        return figure with
        {
            Value = limits.Mean,
            Parts =
            [
                new("lower limit", limits.Lower), new("upper limit", limits.Upper),
                .. points.Where(point => !limits.Contains(point.Value)).Select(point => new FigurePart($"week {point.Week.Number} lies outside", point.Value)),
            ],
        };
    }
}
