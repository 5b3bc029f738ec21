using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Minutes;

/// <summary>The three numbers of the week and how many orders were at risk, as a plan version had them (R57 to R60).</summary>
public static class MinutedNumbers
{
    /// <param name="version">The plan version they were computed from.</param>
    /// <param name="weeks">Finished weeks, the newest first.</param>
    /// <param name="exceptions">Open in that version.</param>
    /// <param name="exceptionWeeks">The current week first.</param>
    /// <param name="atRisk">The whole list.</param>
    public static IReadOnlyList<MinutedNumber> Of(
        int version, IReadOnlyList<WeekNumbers> weeks, IReadOnlyList<PlanException> exceptions, IReadOnlyList<ExceptionWeek> exceptionWeeks, IReadOnlyList<RankedOrder> atRisk)
    {
        var numbers = new List<MinutedNumber>();
        var newest = weeks.OrderByDescending(week => week.Week.Start).ToList();
        if (newest is [{ } last, ..])
        {
            var before = newest.Count > 1 ? newest[1] : null;
            numbers.Add(Of("Schedule attainment", last.Attainment, before?.Attainment, last.Week,
                last.BaselineVersion is { } baseline ? $"production schedule, frozen plan version {baseline}" : "production schedule", version));
            numbers.Add(Of("On time to the first promise", last.OnTimeFirst, before?.OnTimeFirst, last.Week, "customer orders", version));
            numbers.Add(Of("On time to the last promise", last.OnTimeLast, before?.OnTimeLast, last.Week, "customer orders", version));
        }
        // The current week comes first, and last week's end is what people compare with.
        decimal? lastWeek = exceptionWeeks.Count > 1 ? exceptionWeeks[1].OpenAtEnd : null;
        numbers.Add(new("Open exceptions", "open", exceptions.Count, "divergences from the plan that are open; before: at the end of the week before", "now", "all plan tables", version) { Before = lastWeek });
        numbers.Add(new("Orders at risk", "orders", atRisk.Count, "customer orders on the at-risk list", "the horizon", "customer orders and what covers them", version));
        return numbers;
    }

    private static MinutedNumber Of(string name, Measure measure, Measure? before, PlantWeek week, string sources, int version) =>
        new(name, Figure.Share, measure.Share, measure.Definition, $"week {week.Number}", sources, version)
        {
            Numerator = measure.Numerator, Denominator = measure.Denominator, Counted = measure.Unit, Before = before?.Share,
            Absent = measure.Share is null ? measure.Definition : null,
        };
}
