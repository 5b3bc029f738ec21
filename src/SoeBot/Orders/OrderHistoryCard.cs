using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Orders;

/// <summary>What happened to an order at risk, the newest first: who said what, when it came and went and why, what the customer was told (R54, R56).</summary>
internal static class OrderHistoryCard
{
    public const string Source = "order-history";
    private const int Most = 15;

    public static Card Draw(OrderView view)
    {
        var title = $"{DataLine.Short(view.Order, 30)}, {DataLine.Short(view.PlantName, 40)}: what happened";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.History.Count == 0) body.Add(new TextBlock("It was never on the at-risk list, and nobody said anything about it."));
        body.AddRange(view.History.Reverse().Take(Most).Select(one => new TextBlock(CardText.Of($"**{one.At}** {DataLine.Short(one.Words, 250)}{(one.By is { } by ? $" ({DataLine.Short(by, 40)})" : "")}")) { Spacing = Spacing.Small }));
        if (view.History.Count > Most) body.Add(TextBlock.Subtle($"{view.History.Count - Most} earlier ones."));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [OrderCard.Action(view, "The order", OrderVerbs.Show)] };
    }

    /// <param name="nameOf">A person's name by key as stored.</param>
    public static string Words(RiskEvent what, Func<string?, string> nameOf) => what.Kind switch
    {
        RiskEventKind.Listed => $"came onto the list{(what.Day is { } due ? $", due {PlanWords.Day(due)}" : "")}",
        RiskEventKind.Left => $"left the list: {Words(what.Reason)}",
        RiskEventKind.Given => $"owner: {nameOf(what.Note)}",
        RiskEventKind.Answered => $"{OrderWords.Of(what.Status ?? RiskStatus.Unanswered)}{(what.Note is { Length: > 0 } said ? $": {said}" : "")}",
        RiskEventKind.Told => $"customer told{(what.Note is { Length: > 0 } how ? $" {how}" : "")}{(what.Day is { } on ? $" {PlanWords.Day(on)}" : "")}{(what.Promised is { } day ? $", promised {PlanWords.Day(day)}" : "")}{(what.IsFailure ? ". On the day itself or later: counts as told late" : "")}",
        RiskEventKind.NotReached => $"customer not reached: {what.Note}",
        RiskEventKind.PromiseAsked => $"the lead was asked whether {(what.Promised is { } wanted ? PlanWords.Day(wanted) : "a day")} may be promised, before the schedule can do it",
        RiskEventKind.PromiseRefused => $"not promised{(what.Promised is { } refused ? $" for {PlanWords.Day(refused)}" : "")}",
        RiskEventKind.TextChanged => "words for the customer changed",
        RiskEventKind.PutOn => $"put on the list: {what.Note}",
        RiskEventKind.TakenOff => $"taken off the list: {what.Note}",
        RiskEventKind.OverrideEnded => "back to the ranking",
        RiskEventKind.OwnerGone => $"inherited from {nameOf(what.Note)}, who is not there any more",
        RiskEventKind.Inherited => $"took over owner and answer of {what.Note}",
    };

    private static string Words(LeaveReason? reason) => reason switch
    {
        LeaveReason.Shipped => "shipped",
        LeaveReason.RiskRemoved or null => "no longer at risk",
        LeaveReason.RePromised => "promised for a later date",
        LeaveReason.Cancelled => "cancelled",
        LeaveReason.TakenOff => "taken off by people",
        LeaveReason.Merged => "became part of another order",
        LeaveReason.Gone => "not in the plan any more",
    };
}
