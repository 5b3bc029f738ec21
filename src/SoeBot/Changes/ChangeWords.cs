using SoeBot.Cards;
using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
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

    public static string Asks(ChangeWhat what, DateOnly today) => AskedChange.Of(what, today);

    public static string Headline(ChangeView view)
    {
        var (request, names) = (view.Request, view.Names);
        return request.State switch
        {
            ChangeState.Drafted => $"{request.Name}: calculating what it would do",
            ChangeState.Checked when request.Impact?.Problem is not null => $"{request.Name} cannot be done so",
            ChangeState.Checked => $"{request.Name} is not sent yet: {names.Of(request.By)}, send it?",
            ChangeState.Asked when request.Zone == Fence.Firm => $"{request.Name}: {names.All(view.Deciders)}, do you agree?",
            ChangeState.Asked or ChangeState.Tied when view.Deciders.Count == 0 => $"{request.Name} waits: nobody is there who can decide it",
            ChangeState.Asked or ChangeState.Tied when request.IsAfterwards => $"{request.Name} was filed afterwards: {names.Any(view.Deciders)}, acceptable? Until {Until(view)}",
            ChangeState.Asked or ChangeState.Tied => $"{request.Name}: {names.Any(view.Deciders)}, your decision until {Until(view)}",
            ChangeState.Approved when request.IsAfterwards => $"{request.Name} accepted afterwards by {names.Of(request.DecidedBy)}",
            ChangeState.Approved when request.Condition is not null => $"{request.Name} approved by {names.Of(request.DecidedBy)} with a condition",
            ChangeState.Approved when request.WasSigned => $"{request.Name} agreed by all functions",
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
        { State: ChangeState.Expired, IsAfterwards: true } => "It was not accepted in time and counts as a change without approval.",
        { State: ChangeState.Expired, SentAt: not null } => $"Its slot started {Until(view)}. The order runs as planned.",
        { State: ChangeState.Rejected, IsAfterwards: true } => "It counts as a change without approval.",
        { State: ChangeState.Rejected } => "The plan stays as it is.",
        { State: ChangeState.Withdrawn, SentAt: not null } => "The plan stays as it is.",
        _ => null,
    };

    /// <summary>Why it is asked of whom it is asked now; null when it is as always.</summary>
    public static string? WhyNow(ChangeView view)
    {
        var request = view.Request;
        if (view.Deciders.Count == 0) return "Nobody approves by silence: it waits, and without an answer the order runs as planned.";
        if (!request.IsManagers) return null;
        if (request.Events.FirstOrDefault(one => one.Kind == ChangeEventKind.HalfTime) is not null && request.HalfTimeAt is { } half)
            return view.Names.Any(view.Deciders.Where(one => one != view.Deputy), "") is { Length: > 0 } silent
                ? $"{silent} did not answer until {DayWords.Moment(half, view.Plant.Calendar)}.{(view.Deputy is { } second ? $" {view.Names.Of(second)}, you may decide too." : " There is no deputy: it waits, and without an answer the order runs as planned.")}"
                : null;
        return request.ManagerAsks && view.Deputy is { } deputy ? $"{view.Names.Of(request.By)} asked for it, so {view.Names.Of(deputy)} decides." : null;
    }

    public static string Until(ChangeView view) => view.Request.ExpiresAt is { } end ? DayWords.Moment(end, view.Plant.Calendar) : "it is sent";

    /// <summary>"week 1, frozen: Miguel decides".</summary>
    public static string Zone(ChangeView view) => view.Request.Zone switch
    {
        Fence.Frozen => $"week 1, frozen{Limit(view)}: {view.Names.Any(view.Deciders, Nobody(view))} decides",
        Fence.Firm when view.Request.State == ChangeState.Tied => $"week 2, firm{Limit(view)}: {view.Names.Any(view.Deciders, Nobody(view))} decides, because the functions do not agree",
        Fence.Firm => $"week 2, firm: {view.Names.All(view.Deciders, $"the {Roles.Words(view.Decider)}")} must agree",
        Fence.Flexible => "after week 2, flexible: it is written down and needs no approval",
    };

    /// <summary>That the amount lifts it, and to whom: the amount itself is not for everybody.</summary>
    private static string Limit(ChangeView view) => view.IsOverLimit ? $", over the limit and so for the {Roles.Words(view.Decider)}" : "";

    private static string Nobody(ChangeView view) => $"the {Roles.Words(view.Decider)} or the deputy (neither is there)";

    /// <summary>Why there is nothing left to change; of an order that was split or merged, where it went.</summary>
    public static string Closed(ChangeWhat what, IReadOnlyList<OrderKin> kin)
    {
        var about = DataLine.Short(what.Reference, 40);
        if (what.Subject != ChangeSubject.Order) return $"{about} is finished or gone";
        if (kin.FirstOrDefault(one => one.IsMerge && one.Order == what.Reference) is { } merged) return $"{about} became part of {DataLine.Short(merged.Parent, 40)}: ask again for that one";
        return kin.Where(one => !one.IsMerge && one.Parent == what.Reference && one.Open > 0).Select(one => DataLine.Short(one.Order, 40)).ToList() is { Count: > 0 } parts
            ? $"{about} was split into {string.Join(" and ", parts)}: ask again for the part you mean" : $"{about} is shipped or cancelled";
    }

    public static string Places(ChangeImpact impact, DateOnly today) => (impact.From, impact.To) switch
    {
        ({ } from, { } to) when from != to => $", from {DayWords.Of(from, today)} to {DayWords.Of(to, today)}",
        ({ } from, _) => $", planned for {DayWords.Of(from, today)}",
        (_, { } to) => $", on {DayWords.Of(to, today)}",
        _ => "",
    };

    public static string Displaced(ChangeImpact impact)
    {
        if (impact.DisplacedCount == 0) return "nothing";
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
        var (who, note) = (view.Names.Of(one.By), view.HasGuests ? null : one.Note);
        var words = one.Kind switch
        {
            ChangeEventKind.Drafted or ChangeEventKind.Checked => null,
            ChangeEventKind.Sent => $"{who} asked",
            ChangeEventKind.Agreed => $"{who} agrees for {Roles.Words(one.For!.Value)}",
            ChangeEventKind.Objected => $"{who} objects for {Roles.Words(one.For!.Value)}{After(note)}",
            ChangeEventKind.NotConcerned => $"{who}: {Roles.Words(one.For!.Value)} is not concerned",
            ChangeEventKind.Questioned => $"{who} asks{After(note)}",
            ChangeEventKind.Answered => $"{who} answers{After(note)}",
            ChangeEventKind.GivenToDeputy => $"{who} leaves it to {view.Names.Of(view.Deputy)}",
            ChangeEventKind.HalfTime => "no answer until half time",
            ChangeEventKind.Approved => $"{who} approved{As(one)}{After(note)}",
            ChangeEventKind.Recorded => "recorded",
            ChangeEventKind.Rejected => $"{who} rejected{As(one)}{After(note)}",
            ChangeEventKind.Expired => "time ran out",
            ChangeEventKind.Withdrawn => $"{who} withdrew{After(note)}",
            ChangeEventKind.Obsolete => one.Note,
            ChangeEventKind.Urged => $"{who} asks for a decision",
            ChangeEventKind.TakenBack => $"{who} took the decision back{(one.For is { } role ? $" (signature of {Roles.Words(role)})" : "")}",
            ChangeEventKind.Arrived => $"found in the schedule, {one.Note}",
            ChangeEventKind.Chased => $"not in the schedule of {one.Note}; planning asked",
        };
        return words is null ? null : $"{DayWords.Moment(one.At, view.Plant.Calendar)} {DataLine.Short(words, 220)}";
    }

    private static string As(ChangeEvent one) => one.AsDeputy ? " as deputy" : one.Own ? " (their own request)" : "";

    private static string After(string? note) => note is null ? "" : $": {note}";
}
