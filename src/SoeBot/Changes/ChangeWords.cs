using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Words;

namespace SoeBot.Changes;

/// <summary>What cards say of a request.</summary>
internal static class ChangeWords
{
    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Move => "Move to another day",
        ChangeKind.Add => "Make something more",
        ChangeKind.Cancel => "Cancel",
        ChangeKind.Quantity => "Another quantity",
        ChangeKind.Date => "Another date for the customer",
        ChangeKind.Line => "Another work centre",
        ChangeKind.Sequence => "Another place in the queue",
        ChangeKind.Split => "Split in two",
    };

    public static string Of(ChangeReason reason) => reason switch
    {
        ChangeReason.LineStop => "Line stop at the customer",
        ChangeReason.CustomerAsks => "The customer asks",
        ChangeReason.Material => "Material is missing or late",
        ChangeReason.Machine => "A machine stands still",
        ChangeReason.Quality => "Quality",
        ChangeReason.People => "People are missing",
        ChangeReason.Transport => "Transport",
        ChangeReason.Other => "Something else",
    };

    /// <summary>"move SO63216 to Thu 8 Jan".</summary>
    public static string Asks(ChangeWhat what, DateOnly today)
    {
        var about = DataLine.Short(what.Reference, 40);
        var pieces = PlanWords.Quantity(what.Quantity ?? 0);
        return what.Kind switch
        {
            ChangeKind.Move => $"move {about} to {DayWords.Of(what.To, today)}",
            ChangeKind.Add => $"make {pieces} of {about} on {DayWords.Of(what.To, today)}",
            ChangeKind.Cancel => $"cancel {about}",
            ChangeKind.Quantity => $"{pieces} pieces of {about}",
            ChangeKind.Date => $"{about} to the customer on {DayWords.Of(what.To, today)}",
            ChangeKind.Line => $"{about} on work centre {DataLine.Short(what.WorkCentre, 40)}",
            ChangeKind.Sequence => $"{about} to place {what.Sequence} of its queue",
            ChangeKind.Split => $"split {about}: {pieces} stay{(what.To is { } day ? $", the rest on {DayWords.Of(day, today)}" : ", the rest on the next working day")}",
        };
    }

    public static string Headline(ChangeView view)
    {
        var (request, names) = (view.Request, view.Names);
        return request.State switch
        {
            ChangeState.Drafted => $"{request.Name}: calculating what it would do",
            ChangeState.Checked when request.Impact?.Problem is not null => $"{request.Name} cannot be done so",
            ChangeState.Checked => $"{request.Name} is not sent yet: {names.Of(request.By)}, send it?",
            ChangeState.Asked when request.Zone == Fence.Firm => $"{request.Name}: {names.All(view.Deciders)}, do you agree?",
            ChangeState.Asked or ChangeState.Tied => $"{request.Name}: {names.Any(view.Deciders)}, your decision until {Until(view)}",
            ChangeState.Approved when request.IsAfterwards => $"{request.Name} accepted afterwards by {names.Of(request.DecidedBy)}",
            ChangeState.Approved when request.Condition is not null => $"{request.Name} approved by {names.Of(request.DecidedBy)} with a condition",
            ChangeState.Approved when WasSigned(request) => $"{request.Name} agreed by all functions",
            ChangeState.Approved => $"{request.Name} approved by {names.Of(request.DecidedBy)}",
            ChangeState.Recorded => $"{request.Name} recorded: it needs no approval",
            ChangeState.Rejected => $"{request.Name} {(request.IsAfterwards ? "not accepted" : "rejected")} by {names.Of(request.DecidedBy)}",
            ChangeState.Expired => $"{request.Name} expired: nobody decided",
            ChangeState.Withdrawn => $"{request.Name} withdrawn by {names.Of(request.By)}",
            ChangeState.Obsolete => $"{request.Name} is closed: nothing left to change",
        };
    }

    /// <summary>What follows from its end, for whoever is told; null when nothing does.</summary>
    public static string? Next(ChangeView view) => view.Request switch
    {
        { IsAfterwards: true, State: ChangeState.Approved } => "It was done already and counts apart from what was asked before.",
        { IsEffective: true } => $"{view.Names.Any(view.Planners, "Planning")}: change the schedule. Every import is compared with it.",
        { State: ChangeState.Expired, SentAt: not null } => "The order runs as planned.",
        { State: ChangeState.Rejected } => "The plan stays as it is.",
        { State: ChangeState.Withdrawn, SentAt: not null } => "The plan stays as it is.",
        _ => null,
    };

    public static string Until(ChangeView view) => view.Request.ExpiresAt is { } end ? DayWords.Moment(end, view.Plant.Calendar) : "it is sent";

    /// <summary>"week 1, frozen: Miguel decides".</summary>
    public static string Zone(ChangeView view) => view.Request.Zone switch
    {
        Fence.Frozen => $"week 1, frozen: {view.Names.Any(view.Deciders, "the plant manager (nobody has the role, and no deputy)")} decides",
        Fence.Firm when view.Request.State == ChangeState.Tied => $"week 2, firm: {view.Names.Any(view.Deciders, "the plant manager (nobody has the role, and no deputy)")} decides, because the functions do not agree",
        Fence.Firm => $"week 2, firm: {view.Names.All(view.Deciders, "the plant manager")} must agree",
        Fence.Flexible => "after week 2, flexible: it is written down and needs no approval",
    };

    public static string Places(ChangeImpact impact, DateOnly today) => (impact.From, impact.To) switch
    {
        ({ } from, { } to) when from != to => $", from {DayWords.Of(from, today)} to {DayWords.Of(to, today)}",
        ({ } from, _) => $", planned for {DayWords.Of(from, today)}",
        (_, { } to) => $", on {DayWords.Of(to, today)}",
        _ => "",
    };

    public static string Displaced(ChangeImpact impact)
    {
        if (impact.DisplacedCount == 0) return "nothing has to make room";
        var days = impact.Displaced.Max(line => line.To.DayNumber - line.From.DayNumber);
        return $"{PlanWords.Count(impact.DisplacedCount, "production order", "production orders")} ({PlanWords.Quantity(impact.DisplacedPieces)} pcs) by up to {PlanWords.Count(days, "day", "days")}: "
            + string.Join(", ", impact.Displaced.Take(3).Select(line => $"{DataLine.Short(line.Number, 24)} to {PlanWords.Day(line.To)}"))
            + (impact.DisplacedCount > 3 ? $" and {impact.DisplacedCount - 3} more" : "");
    }

    public static string? Work(ChangeImpact impact)
    {
        var parts = new List<string>();
        if (impact.Hours is { } hours) parts.Add($"{PlanWords.Quantity(hours)} h{(impact.WorkCentre is { } centre ? $" on {DataLine.Short(centre, 40)}" : "")}");
        if (impact.Overtime > 0) parts.Add($"{PlanWords.Quantity(impact.Overtime)} h overtime if nothing made room");
        if (impact.Changeovers > 0) parts.Add(PlanWords.Count(impact.Changeovers, "changeover", "changeovers"));
        return parts.Count > 0 ? string.Join(", ", parts) : null;
    }

    /// <param name="money">Only for one reader: penalties are not for everybody.</param>
    public static string Price(ChangePrice price, bool money)
    {
        var words = price.LateOrders == 0 ? "no order late" : $"{PlanWords.Count(price.LateOrders, "order", "orders")} late, {PlanWords.Count(price.LateDays, "day", "days")} together";
        return money && price.Penalty is > 0 and { } penalty ? $"{words}, penalty {PlanWords.Quantity(penalty)}" : words;
    }

    public static string Orders(ChangeImpact impact) => string.Join(", ", impact.Orders.Where(one => one is { IsSubject: false, IsWorse: true }).Take(4)
        .Select(one => $"{DataLine.Short(one.Order, 24)} {(one.After is { } day ? $"to {PlanWords.Day(day)}" : "has no date any more")}"))
        + (impact.WorseOrders > 4 ? $" and {impact.WorseOrders - 4} more" : "");

    /// <summary>One line of the history; null for what nobody needs to read.</summary>
    public static string? Happened(ChangeView view, ChangeEvent one)
    {
        var who = view.Names.Of(one.By);
        var words = one.Kind switch
        {
            ChangeEventKind.Drafted or ChangeEventKind.Checked => null,
            ChangeEventKind.Sent => $"{who} asked",
            ChangeEventKind.Agreed => $"{who} agrees for {Roles.Words(one.For!.Value)}",
            ChangeEventKind.Objected => $"{who} objects for {Roles.Words(one.For!.Value)}: {one.Note}",
            ChangeEventKind.NotConcerned => $"{who}: {Roles.Words(one.For!.Value)} is not concerned",
            ChangeEventKind.Questioned => $"{who} asks: {one.Note}",
            ChangeEventKind.Answered => $"{who} answers: {one.Note}",
            ChangeEventKind.GivenToDeputy => $"{who} leaves it to {view.Names.Of(view.Deputy)}",
            ChangeEventKind.HalfTime => "no answer until half time",
            ChangeEventKind.Approved => $"{who} approved{As(one)}{(one.Note is { } condition ? $": {condition}" : "")}",
            ChangeEventKind.Recorded => "recorded",
            ChangeEventKind.Rejected => $"{who} rejected{As(one)}: {one.Note}",
            ChangeEventKind.Expired => "time ran out",
            ChangeEventKind.Withdrawn => $"{who} withdrew{(one.Note is { } why ? $": {why}" : "")}",
            ChangeEventKind.Obsolete => one.Note,
            ChangeEventKind.Arrived => $"found in the schedule, {one.Note}",
            ChangeEventKind.Chased => $"not in the schedule of {one.Note}; planning asked",
        };
        return words is null ? null : $"{DayWords.Moment(one.At, view.Plant.Calendar)} {DataLine.Short(words, 220)}";
    }

    private static string As(ChangeEvent one) => one.AsDeputy ? " as deputy" : one.Own ? " (their own request)" : "";

    /// <summary>The last signature made it hold, not the plant manager.</summary>
    private static bool WasSigned(ChangeRequest request)
    {
        for (var at = 1; at < request.Events.Count; at++)
            if (request.Events[at].Kind == ChangeEventKind.Approved) return request.Events[at - 1].For is not null && request.Events[at - 1].At == request.Events[at].At;
        return false;
    }
}
