using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Meetings;
using SoeBot.Domain.Minutes;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Plants;
using SoeBot.Words;

namespace SoeBot.Sheet;

/// <summary>How the sheet says what the plan and people say.</summary>
internal static class SheetWords
{
    private const int MostLoads = 4;

    /// <summary>By the clock of that meeting, so that it can be followed from paper; empty when none is planned.</summary>
    public static IReadOnlyList<AgendaRow> Agenda(PlantProfile plant, PlannedMeeting? meeting)
    {
        if (meeting is null) return [];
        var (rows, at) = (new List<AgendaRow>(), meeting.Start.AddMinutes(AgendaTemplate.Weekly.OpenMinutes));
        foreach (var step in AgendaTemplate.Weekly.Steps)
        {
            rows.Add(new(DayWords.Time(at, plant.Calendar), step.Title, step.Minutes, step.Decides));
            at = at.AddMinutes(step.Minutes);
        }
        return rows;
    }

    public static IReadOnlyList<WeekColumn> Weeks(Domain.Plan.LookAhead ahead) =>
    [
        .. ahead.Weeks.Take(2).Select((week, at) => new WeekColumn(
            $"Week {at + 1}, {(at == 0 ? "frozen" : "firm")}", $"{PlanWords.Day(week.Week.Start)} to {PlanWords.Day(week.Week.End)}", PlanWords.Quantity(week.Orders), PlanWords.Quantity(week.Pieces))),
    ];

    public static IEnumerable<string> Ahead(Domain.Plan.LookAhead ahead)
    {
        var loads = ahead.Weeks.SelectMany((week, at) => week.Load.Select(load => (Week: at + 1, Load: load))).OrderByDescending(one => one.Load.Share ?? decimal.MaxValue).ThenBy(one => one.Week);
        foreach (var (week, load) in loads.Take(MostLoads)) yield return $"{load.Name}, week {week}: {Load(load)}";
        yield return $"Purchase lines due: {PlanWords.Quantity(ahead.PurchaseLinesDue)}{(ahead.Unconfirmed is { } open ? $", {PlanWords.Quantity(open)} unconfirmed" : "")}{(ahead.PurchaseLinesLate > 0 ? $", {PlanWords.Quantity(ahead.PurchaseLinesLate)} late" : "")}";
        yield return $"Customer orders due: {PlanWords.Quantity(ahead.CustomerOrdersDue)}{(ahead.CustomerOrdersShipped > 0 ? $", {PlanWords.Quantity(ahead.CustomerOrdersShipped)} of them shipped already" : "")}";
        if (ahead.ScheduleLinesPastDue > 0) yield return $"Past due: {PlanWords.Count(ahead.ScheduleLinesPastDue, "production order of earlier weeks still open", "production orders of earlier weeks still open")}";
        foreach (var missing in ahead.Missing) yield return $"Not in the data: {missing}";
    }

    public static OrderRow Order(RankedOrder order, AtRiskOrder? said, Func<PersonKey, string> name, bool namesCustomers, PublicText text)
    {
        var status = said?.Status ?? RiskStatus.Unanswered;
        var item = order.ItemName.Length > 0 ? order.ItemName : order.Item;
        return new(
            order.Rank, order.Order, $"{PlanWords.Quantity(order.OpenQuantity)} x {item}{(namesCustomers && order.Customer is { Length: > 0 } customer ? $", {customer}" : "")}",
            $"{PlanWords.Day(order.Commitment)}, {Projected(order)}", said?.Owner is { } owner ? name(owner) : "no owner",
            status switch { RiskStatus.Unanswered => "no answer", RiskStatus.Green => "green", RiskStatus.Amber => "amber", RiskStatus.Red => "red" },
            status is RiskStatus.Red or RiskStatus.Unanswered,
            text.Of(said?.Risk is { Length: > 0 } risk ? risk : order.Drivers is [{ } first, ..] ? first.Words : ""),
            text.Of(string.Join(". ", new[] { said?.Mitigation, Customer(said) }.Where(words => words is { Length: > 0 }))));
    }

    /// <summary>Its words say since when; how often it was reported in a row stands behind them.</summary>
    public static string Exception(PlanException found) => found.ReportDays > 1 ? $"{found.Words} ({found.ReportDays} report days running)" : found.Words;

    private static string? Customer(AtRiskOrder? said) => said switch
    {
        { ToldOn: { } told, Promised: { } promised } => $"Customer told {PlanWords.Day(told)}: {PlanWords.Day(promised)}",
        { TellBy: { } by } => $"Tell the customer by {PlanWords.Day(by)}",
        _ => null,
    };

    private static string Projected(RankedOrder order)
    {
        if (order.IsUnranked) return "not ranked by the rules";
        if (order.IsUnprojected) return order.IsPastDue ? "past due" : "not projected";
        if (order.Projected is not { } day) return "no date in sight";
        return order.IsLate ? $"projected {PlanWords.Day(day)}, {PlanWords.Count(day.DayNumber - order.Commitment.DayNumber, "day", "days")} late" : $"projected {PlanWords.Day(day)}, in time";
    }

    private static string Load(CentreLoad load)
    {
        var hours = $"{PlanWords.Quantity(Math.Round(load.Planned))} h of {PlanWords.Quantity(Math.Round(load.Available))} h";
        if (load.Share is not { } share) return $"{PlanWords.Quantity(Math.Round(load.Planned))} h planned, no hours available";
        return load.Planned > load.Available ? $"{hours}, over capacity by {PlanWords.Quantity(Math.Max(1, Math.Round(load.Planned - load.Available)))} h" : $"{hours}, {PlanWords.Percent(share)}";
    }
}
