using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <summary>What the owner's form is drawn from (C3). The fields hold what is stored, or what was just entered and refused.</summary>
/// <param name="Form">Tells this posted form from another of the same order, so that only its own submit edits it; empty for a personal view.</param>
/// <param name="Version">Of the stored answer that the fields were filled from.</param>
/// <param name="Problems">What the server refused, by input id.</param>
/// <param name="UseTellBy">Offered in place of a tell-by date that was refused.</param>
internal sealed record RiskFormView(
    string Plant,
    string PlantName,
    RankedOrder Order,
    string? Owner,
    RiskAnswer Answer,
    int Version,
    DateOnly Today,
    DataLine Data,
    string Form = "",
    IReadOnlyDictionary<string, string>? Problems = null,
    DateOnly? UseTellBy = null);

/// <summary>C3: the owner says how it stands, what is at risk, what is done about it, and by when the customer has to know (R48 to R50).</summary>
internal static class RiskFormCard
{
    public const string Source = "risk-form";
    public const int MostText = 500;

    public static Card Draw(RiskFormView view)
    {
        var order = view.Order;
        var title = $"{(view.Owner is { } owner ? $"{DataLine.Short(owner, 40)}: how" : "How")} does {DataLine.Short(order.Order, 30)} stand? {DataLine.Short(view.PlantName, 40)}";
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new TextBlock(CardText.Of($"{(order.Rank is > 0 and <= 10 ? $"No. {order.Rank} of the top ten. " : "")}{PlanWords.Quantity(order.OpenQuantity)} x {DataLine.Short(order.ItemName.Length > 0 ? order.ItemName : order.Item, 60)}. Due **{PlanWords.Day(order.Commitment)}**.")),
        };
        if (order.Chain.Count + order.Drivers.Count > 0)
            body.Add(new TextBlock(CardText.Of($"**Why:** {Why(order)}")));
        foreach (var words in view.Problems?.Values ?? [])
            body.Add(new TextBlock(words) { Color = TextColor.Attention, Weight = TextWeight.Bolder });
        body.AddRange(Fields(view));
        body.AddRange(view.Data.Draw());
        return new Card { Summary = title, Body = body, Actions = [.. Actions(view)] };
    }

    private static string Why(RankedOrder order)
    {
        var lines = order.Chain.Count > 0 ? order.Chain : [.. order.Drivers.Select(driver => driver.Words)];
        return string.Join("; ", lines.Take(3).Select(line => DataLine.Short(line, 120)));
    }

    private static IEnumerable<CardElement> Fields(RiskFormView view)
    {
        var answer = view.Answer;
        yield return new ChoiceInput("in_status", "Status")
        {
            Style = ChoiceStyle.Expanded, IsRequired = true, ErrorMessage = "Choose one.",
            Choices = [new("Green: will be in time", "green"), new("Amber: at risk, being worked on", "amber"), new("Red: will be late without a decision", "red")],
            // A late order is red until its owner says otherwise: one tap less on a phone, and what is chosen is seen above Save.
            Value = answer.Status != RiskStatus.Unanswered ? answer.Status.ToString().ToLowerInvariant() : view.Order.IsLate ? "red" : null,
        };
        yield return new TextInput("in_risk", "Risk (needed for amber and red)")
        {
            Value = answer.Risk, IsMultiline = true, MaxLength = MostText, Placeholder = "castings not before Friday", ErrorMessage = view.Problems?.GetValueOrDefault("in_risk"),
        };
        yield return new TextInput("in_mitigation", "What is being done") { Value = answer.Mitigation, IsMultiline = true, MaxLength = MostText, Placeholder = "second supplier asked" };
        yield return new DateInput("in_newdate", "New expected date (may stay empty)") { Value = answer.NewDate };
        yield return new DateInput("in_tellby", "Tell the customer by") { Value = answer.TellBy, ErrorMessage = view.Problems?.GetValueOrDefault("in_tellby") };
    }

    private static IEnumerable<CardAction> Actions(RiskFormView view)
    {
        var data = new { p = view.Plant, r = DataLine.Key(view.Order.Order), v = (object)view.Version, f = view.Form };
        if (view.UseTellBy is { } day)
            yield return new ExecuteAction($"Save with {PlanWords.Day(day)}", RiskVerbs.Save, new { p = view.Plant, r = DataLine.Key(view.Order.Order), v = (object)view.Version, f = view.Form, t = RiskDays.OnTheWire(day) }) { Style = ActionStyle.Positive };
        yield return new ExecuteAction("Save", RiskVerbs.Save, data) { Style = view.UseTellBy is null ? ActionStyle.Positive : ActionStyle.Default };
        yield return new ExecuteAction("Not my order", RiskVerbs.NotMine, data) { AssociatedInputs = AssociatedInputs.None };
        yield return new ExecuteAction("Remind me tomorrow", RiskVerbs.RemindTomorrow, data) { AssociatedInputs = AssociatedInputs.None };
        yield return new ShowCardAction(
            "Customer was told",
            [
                new DateInput("in_told", "Told on") { Value = view.Today, Max = view.Today },
                new DateInput("in_promised", "New date promised") { Value = view.Answer.NewDate ?? view.Order.Projected },
            ],
            [new ExecuteAction("Record", RiskVerbs.Told, data)]);
    }
}
