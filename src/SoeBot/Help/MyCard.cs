using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Help;

/// <summary>What somebody owes: open decisions, and at-risk orders they answer for.</summary>
/// <param name="Name">Of the person.</param>
internal sealed record MyView(
    string Plant, string PlantName, string Name, DateOnly Today,
    IReadOnlyList<MyDecision> Decisions, IReadOnlyList<MyOrder> Orders)
{
    /// <summary>"snoozed until Mon 08:00"; null while the person hears as usual.</summary>
    public string? Wish { get; init; }

    /// <summary>Reminders that come later, the first first.</summary>
    public IReadOnlyList<MyLater> Later { get; init; } = [];
}

/// <param name="What">"D-41", an order, or "your orders at risk".</param>
/// <param name="When">By the plant's clock, and by the reader's own where that differs.</param>
internal sealed record MyLater(string What, string When);

internal sealed record MyDecision(int Number, string Text, DateOnly Due, DecisionStatus Status, int Version);

/// <param name="Words">"40 x Mountain-500, due Fri 9 Jan, 4 days late"; null when the order left the list.</param>
internal sealed record MyOrder(string Order, string? Words, RiskStatus Status, DateOnly? TellBy);

internal static class MyCard
{
    public const string Source = "my";

    /// <summary>Rows with buttons of their own; a person with more than this is overloaded and is told so.</summary>
    private const int Most = 6;

    public static Card Draw(MyView view)
    {
        var title = $"{(view.Name.Length > 0 ? $"{DataLine.Short(view.Name, 40)}, " : "")}{DataLine.Short(view.PlantName, 40)} - {Owed(view)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        var decisions = view.Decisions.OrderBy(decision => decision.Due).ThenBy(decision => decision.Number).ToList();
        body.AddRange(decisions.Take(Most).Select(decision => Decision(view, decision)));
        if (decisions.Count > Most) body.Add(TextBlock.Subtle($"{decisions.Count - Most} more decisions, due later."));
        var orders = view.Orders.OrderBy(order => order.Status != RiskStatus.Unanswered).ThenByDescending(order => order.Status).ToList();
        if (orders.Count > 0) body.Add(TextBlock.Subheading("Orders you answer for"));
        body.AddRange(orders.Take(Most).Select(order => Order(view, order)));
        if (orders.Count > Most) body.Add(TextBlock.Subtle($"{orders.Count - Most} more orders."));
        if (decisions.Count + orders.Count == 0) body.Add(new TextBlock("No open decision and no order at risk is yours."));
        body.AddRange(Waiting(view));
        return new Card { Summary = title, Body = body };
    }

    private static IEnumerable<CardElement> Waiting(MyView view)
    {
        if (view.Wish is null && view.Later.Count == 0) yield break;
        yield return TextBlock.Subheading("Reminders that come later");
        if (view.Wish is { } wish) yield return new TextBlock($"{wish}. Type unquiet to end it.");
        foreach (var one in view.Later.Take(Most)) yield return new TextBlock($"{DataLine.Short(one.What, 60)}: {one.When}") { Spacing = Spacing.None, Size = TextSize.Small };
        if (view.Later.Count > Most) yield return TextBlock.Subtle($"and {view.Later.Count - Most} more.");
    }

    private static string Owed(MyView view)
    {
        if (view.Decisions.Count + view.Orders.Count == 0) return "you owe nothing";
        var over = view.Decisions.Count(decision => decision.Due < view.Today);
        if (over > 0) return $"{PlanWords.Count(over, "decision is", "decisions are")} overdue";
        var unanswered = view.Orders.Count(order => order.Status == RiskStatus.Unanswered);
        if (unanswered > 0) return $"{PlanWords.Count(unanswered, "order waits", "orders wait")} for your answer";
        var decisions = PlanWords.Count(view.Decisions.Count, "open decision", "open decisions");
        var orders = PlanWords.Count(view.Orders.Count, "order", "orders");
        return view.Orders.Count == 0 ? decisions : view.Decisions.Count == 0 ? $"{orders} at risk" : $"{decisions}, {orders} at risk";
    }

    private static Container Decision(MyView view, MyDecision decision)
    {
        var days = decision.Due.DayNumber - view.Today.DayNumber;
        var when = days switch { 0 => "today", 1 => "tomorrow", > 1 => $"in {days} days", -1 => "1 day over", _ => $"{-days} days over" };
        return Row(
            CardText.Of($"**D-{decision.Number}** {DataLine.Short(decision.Text, 120)}"),
            $"due {PlanWords.Day(decision.Due)}, {when}{(decision.Status == DecisionStatus.Proposed ? ", not taken yet" : "")}",
            days < 0 ? TextColor.Attention : TextColor.Default,
            Answer(view, decision, "Done", "decision.done"), Answer(view, decision, "New date", "decision.redate-form"));
    }

    /// <summary>These verbs are another slice's; it answers with its own card.</summary>
    private static ExecuteAction Answer(MyView view, MyDecision decision, string title, string verb) =>
        new(title, verb, new { p = view.Plant, r = decision.Number, v = decision.Version }) { Tooltip = $"{title}: D-{decision.Number}" };

    private static Container Order(MyView view, MyOrder order)
    {
        var status = order.Status switch { RiskStatus.Unanswered => "no answer yet", RiskStatus.Green => "green", RiskStatus.Amber => "amber", RiskStatus.Red => "red" };
        var tell = order.TellBy is { } day ? $", tell the customer by {PlanWords.Day(day)}" : "";
        return Row(
            CardText.Of($"**{DataLine.Short(order.Order, 30)}** {DataLine.Short(order.Words ?? "no longer at risk", 120)}"),
            $"{status}{tell}",
            order.Status switch { RiskStatus.Red => TextColor.Attention, RiskStatus.Green => TextColor.Good, RiskStatus.Amber or RiskStatus.Unanswered => TextColor.Default },
            new ExecuteAction("Update", MyVerbs.Order, new { p = view.Plant, r = DataLine.Short(order.Order, 60), v = (object)0 }) { Tooltip = $"Update {DataLine.Short(order.Order, 30)}" });
    }

    private static Container Row(CardText what, CardText when, TextColor colour, params IReadOnlyList<CardAction> actions) =>
        new([new TextBlock(what), new TextBlock(when) { Spacing = Spacing.None, Size = TextSize.Small, Color = colour }, Buttons(actions)]) { Separator = true };

    /// <summary>Side by side also on a phone, which would put the buttons of one set below each other.</summary>
    private static ColumnSet Buttons(IReadOnlyList<CardAction> actions) =>
        new([.. actions.Select(action => new Column(ColumnWidth.Stretch, new ActionSet(action)))]) { Spacing = Spacing.Small };
}

/// <summary>The buttons of this slice, as they stand on the wire. All only read and answer with a personal view.</summary>
internal static class MyVerbs
{
    /// <summary>The owner's form of an order.</summary>
    public const string Order = "my.order";

    /// <summary>What one of the examples of help shows.</summary>
    public const string Try = "help.try";
}
