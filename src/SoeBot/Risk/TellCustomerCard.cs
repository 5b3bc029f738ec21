using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <param name="NewDate">What the owner expects, else what the plan projects; null when neither knows a day.</param>
/// <param name="Told">When the customer was told, in words; null when not yet.</param>
internal sealed record TellCustomerView(
    string Plant, string PlantName, RankedOrder Order, string? Owner, DateOnly? NewDate, string? Told, int Version, DateOnly Today, DataLine Data)
{
    /// <summary>Words that somebody wrote in place of the proposal.</summary>
    public string? Text { get; init; }

    /// <summary>The last time nobody was reached: "Clara Costa, Mon 6 Jan: phone twice"; null when nobody tried since.</summary>
    public string? NotReached { get; init; }
}

/// <summary>C15: tell the customer today, with old and new date, the reason in the customer's words and a draft to copy (R53, R54).</summary>
internal static class TellCustomerCard
{
    public const string Source = "tell-customer";

    public static Card Draw(TellCustomerView view)
    {
        var order = view.Order;
        var name = DataLine.Short(order.Order, 30);
        var title = view.Told is null ? $"{name}, {DataLine.Short(view.PlantName, 40)}: tell the customer today" : $"{name}, {DataLine.Short(view.PlantName, 40)}: the customer is {view.Told}";
        var facts = new List<Fact>();
        if (order.Customer is { Length: > 0 } customer) facts.Add(new Fact("Customer", DataLine.Short(customer, 60)));
        facts.Add(new Fact("Promised", PlanWords.Day(order.Commitment)));
        facts.Add(new Fact("New date", view.NewDate is { } day ? PlanWords.Day(day) : "not known yet"));
        facts.Add(new Fact("Owner", DataLine.Short(view.Owner ?? "none", 40)));
        if (view is { Told: null, NotReached: { } tried }) facts.Add(new Fact("Not reached", DataLine.Short(tried, 200)));
        var body = new List<CardElement> { TextBlock.Heading(title), new FactSet(facts) };
        if (view.Told is null)
        {
            body.Add(TextBlock.Subheading("What you may write"));
            body.Add(new TextBlock(view.Text is { } text ? DataLine.Short(text, 1000) : Draft(view)));
        }
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [.. Actions(view)] };
    }

    private static string Draft(TellCustomerView view)
    {
        var order = view.Order;
        var what = $"{PlanWords.Quantity(order.OpenQuantity)} x {DataLine.Short(order.ItemName.Length > 0 ? order.ItemName : order.Item, 60)}";
        var when = view.NewDate is { } day && day > order.Commitment ? $"We expect to ship on {PlanWords.Day(day)}." : "We will name you the new date as soon as we know it.";
        return $"Your order {DataLine.Short(order.Order, 30)}, {what}, will not be ready on {PlanWords.Day(order.Commitment)} as promised{Reason(order.Cause)}. {when} We are sorry for the trouble.";
    }

    /// <summary>In the words of somebody outside: no supplier, no machine.</summary>
    private static string Reason(LateCause cause) => cause switch
    {
        LateCause.AwaitingSupply or LateCause.LeadTime => ", because material reaches us late",
        LateCause.Capacity or LateCause.Fence => ", because our production is full",
        LateCause.Quality => ", because we do not ship what has not passed our checks",
        LateCause.CustomerChange => ", since the order was changed",
        LateCause.None => "",
    };

    private static IEnumerable<CardAction> Actions(TellCustomerView view)
    {
        var data = new { p = view.Plant, r = DataLine.Key(view.Order.Order), v = (object)view.Version };
        if (view.Told is null)
            yield return new ShowCardAction(
                "Told",
                [
                    new DateInput("in_told", "Told on") { Value = view.Today, Max = view.Today }, new DateInput("in_promised", "New date promised") { Value = view.NewDate },
                    new ChoiceInput("in_how", "How") { Choices = [new("By phone", "by phone"), new("By mail", "by mail"), new("In person", "in person")], Value = "by phone" },
                ],
                [new ExecuteAction("Record", RiskVerbs.Told, data)]);
        if (view.Told is null)
        {
            yield return new ShowCardAction(
                "Cannot reach",
                [new TextInput("in_tried", "How did you try?") { MaxLength = 300, Placeholder = "phone twice, no answer", ErrorMessage = "Write it in a few words." }],
                [new ExecuteAction("Save", RiskVerbs.CannotReach, data)]);
            yield return new ShowCardAction(
                "Change text",
                [new TextInput("in_customer_text", "What you will write") { Value = view.Text ?? Draft(view), IsMultiline = true, MaxLength = 1000 }],
                [new ExecuteAction("Save", RiskVerbs.ChangeText, data)]);
        }
        yield return new ExecuteAction("Update", RiskVerbs.Form, data) { AssociatedInputs = AssociatedInputs.None };
        yield return new ExecuteAction("Why", RiskVerbs.Why, data) { AssociatedInputs = AssociatedInputs.None };
    }
}
