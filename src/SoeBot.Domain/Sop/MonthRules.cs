using System.Globalization;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;

namespace SoeBot.Domain.Sop;

/// <summary>Drafts the S&amp;OE summary of a month for S&amp;OP (R121). Each part has at most five lines; a part without anything says so.</summary>
public static class MonthRules
{
    private const int Most = 5;

    public static IReadOnlyList<SummarySection> Draft(MonthInput input) =>
    [
        Section(SummaryPart.Learnings, Learnings(input), "no divergence was reported in the month"),
        Section(SummaryPart.Metrics, Metrics(input), "no number of the month is known"),
        Section(SummaryPart.PlanGap, PlanGap(input), "no S&OP plan in the plan data, so no gap"),
        Section(SummaryPart.TradeOffs, TradeOffs(input), "no decision weighed one thing against another"),
        Section(SummaryPart.ProductPriorities, Priorities(input), "no order is at risk"),
        Section(SummaryPart.Inventory, Inventory(input), "no stock of two month ends is known"),
        Section(SummaryPart.Preferences, Preferences(input), "nobody decided against the ranking, and nothing waits above"),
        Section(SummaryPart.CapacityGaps, Gaps(input), input.Gaps is null ? "nothing is planned or forecast 6 to 12 weeks out" : "no work centre is short 6 to 12 weeks out"),
        Section(SummaryPart.OutsidePlan, Outside(input), input.SignedOn is null ? "no S&OP plan was signed here, so nothing is outside it" : "no order was taken outside the signed plan"),
        Section(SummaryPart.Parked, Parked(input), "no topic was parked"),
        Section(SummaryPart.SentDown, SentDown(input), "no topic was sent down"),
    ];

    private static SummarySection Section(SummaryPart part, IEnumerable<string> lines, string none) => lines.Take(Most).ToList() is { Count: > 0 } some ? new(part, some) : new(part, [none]);

    /// <summary>What went wrong most often, and what came again and again.</summary>
    private static IEnumerable<string> Learnings(MonthInput input)
    {
        foreach (var (category, count) in input.ExceptionWeeks.SelectMany(week => week.ByCategory).GroupBy(one => one.Key).Select(group => (group.Key, group.Sum(one => one.Value))).OrderByDescending(one => one.Item2).Take(2))
            yield return $"{Words(category)}: {PlanWords.Count(count, "time", "times")} in {PlanWords.Count(input.ExceptionWeeks.Count(), "week", "weeks")}";
        foreach (var problem in (input.Findings?.Problems ?? []).Where(one => input.Days.Contains(one.OpenedOn)).Take(2))
            yield return $"{problem.Name} came three days running: {problem.Words}{(problem.ClosedOn is null ? ", still open" : ", closed")}";
        var missed = input.Decisions.Count(one => one.Events.Any(e => e.Kind == DecisionEventKind.Missed && input.IsIn(e.At)));
        if (missed > 0) yield return $"{PlanWords.Count(missed, "decision was", "decisions were")} not done by the due date";
    }

    private static IEnumerable<string> Metrics(MonthInput input)
    {
        var weeks = (input.Findings?.Weeks ?? []).Where(week => input.Days.Contains(week.Week.Start.AddDays(3))).ToList();
        if (Mean(weeks.Select(week => week.Attainment)) is { } attainment) yield return $"Schedule attainment {Percent(attainment)}, all weeks of the month together";
        if (Mean(weeks.Select(week => week.OnTimeFirst)) is { } onTime) yield return $"On time to the first promise {Percent(onTime)}, all orders due in the month";
        var held = input.Minutes.Where(one => one.Template == AgendaTemplate.WeeklyId).ToList();
        if (held.Count > 0) yield return $"{PlanWords.Count(held.Count, "weekly meeting", "weekly meetings")} with {PlanWords.Count(held.Sum(one => one.Decisions.Count), "decision", "decisions")}, {held.Count(one => one.IsStatusMeeting)} of them without any";
        var closed = input.Decisions.Where(one => input.IsIn(one.ClosedAt)).ToList();
        var done = closed.Count(one => one.Status == DecisionStatus.Kept);
        if (closed.Count > 0) yield return $"{done} of {PlanWords.Count(closed.Count, "decision", "decisions")} that ended in the month were kept";
    }

    private static IEnumerable<string> PlanGap(MonthInput input)
    {
        var figure = input.Findings?.Figures.FirstOrDefault(one => one.Kind == FigureKind.SalesPlanGap);
        if (figure is not { Value: { } value }) yield break;
        yield return $"{Percent(value)} in all, {figure.Window}; target under 3 %";
        foreach (var part in figure.Parts.Where(one => one.Numerator is not null).OrderByDescending(one => one.Value).Take(Most - 1))
            yield return $"{part.Name}: {PlanWords.Quantity(part.Numerator ?? 0)} shipped, {PlanWords.Quantity(part.Denominator ?? 0)} planned{(part.Value is { } share ? $" ({Percent(share)} {part.Words})" : "")}";
    }

    private static IEnumerable<string> TradeOffs(MonthInput input) =>
        from one in input.Decisions
        where input.IsIn(one.DecidedAt) && (one.Kind is DecisionKind.Allocate or DecisionKind.Expedite or DecisionKind.Capacity or DecisionKind.Promise || one.Options is { Length: > 0 })
        orderby one.Number descending
        select $"{one.Name}: {one.Text}{(one.Options is { Length: > 0 } options ? $" (looked at: {options})" : "")}";

    /// <summary>Items with most orders at risk.</summary>
    private static IEnumerable<string> Priorities(MonthInput input) =>
        (input.Findings?.AtRisk ?? []).GroupBy(one => one.ItemName).OrderByDescending(group => group.Count()).ThenBy(group => group.Min(one => one.Rank))
            .Select(group => $"{group.Key}: {PlanWords.Count(group.Count(), "order", "orders")} at risk, the first due {PlanWords.Day(group.Min(one => one.Commitment))}");

    /// <summary>Builds and depletions by month end, and what runs out.</summary>
    private static IEnumerable<string> Inventory(MonthInput input)
    {
        var ends = input.Findings?.Carried.MonthStocks.Where(one => one.Month <= input.Month).OrderByDescending(one => one.Month).Take(2).ToList() ?? [];
        if (ends is [var last, var before] && last.Month == input.Month)
            yield return $"Stock {(last.Pieces >= before.Pieces ? "built up" : "went down")} by {PlanWords.Quantity(Math.Abs(last.Pieces - before.Pieces))} pieces to {PlanWords.Quantity(last.Pieces)} since the end of {before.Month.ToString("MMMM", CultureInfo.InvariantCulture)}";
        foreach (var flag in (input.Findings?.Flags ?? []).Where(one => one.Kind is FlagKind.OutOfStock or FlagKind.StockOutAhead or FlagKind.SafetyStockCreep).OrderBy(one => one.Kind))
            yield return flag.Words;
    }

    /// <summary>What people wanted otherwise than the ranking, and what they ask of the next level.</summary>
    private static IEnumerable<string> Preferences(MonthInput input) =>
        input.Decisions.Where(one => one.IsOpen && one.Escalation is { Chosen: null }).Select(one => $"{one.Name} waits for the next level: {one.Escalation!.Recommendation}")
            .Concat(input.Orders.Where(one => one.Override != RiskOverride.None).Select(one => $"{one.Order} was {(one.Override == RiskOverride.On ? "put on" : "taken off")} the list against the ranking: {one.OverrideReason}"));

    private static IEnumerable<string> Gaps(MonthInput input) =>
        (input.Gaps ?? []).Select(gap => $"{gap.Name}, week {gap.Week.Number}: {Hours(gap.Needed)} needed, {Hours(gap.Available)} there, {Hours(gap.Missing)} missing");

    private static IEnumerable<string> Outside(MonthInput input) =>
        input.SignedOn is null ? [] : (input.Outside ?? []).Select(line => $"{line.Order}: {PlanWords.Count(line.Pieces, "piece", "pieces")} outside, {line.Why}");

    private static IEnumerable<string> Parked(MonthInput input) => input.Minutes.OrderByDescending(one => one.ClosedAt).SelectMany(one => one.Parked).Select(topic => topic.Text);

    private static IEnumerable<string> SentDown(MonthInput input) => input.SentDown.Select(topic => $"{topic.Text}{(topic.IsOpen ? " (open)" : topic.Answer is { } answer ? $" (done: {answer})" : " (done)")}");

    private static decimal? Mean(IEnumerable<Measure> measures)
    {
        var all = measures.Where(one => one.Denominator > 0).ToList();
        return all.Count == 0 ? null : all.Sum(one => one.Numerator) / all.Sum(one => one.Denominator);
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Hours(decimal hours) => $"{PlanWords.Quantity(Math.Round(hours, 1))} h";

    private static string Words(ExceptionCategory category) => CauseWords.Readable(category.ToString()) is { Length: > 0 } words ? char.ToUpperInvariant(words[0]) + words[1..] : "";
}
