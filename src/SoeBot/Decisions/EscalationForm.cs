using System.Text.Json;
using SoeBot.Cards;
using SoeBot.Domain.Decisions;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>What is escalated: a decision that exists, or something about an order that nobody has decided yet.</summary>
/// <param name="Number">Null when it is yet to be recorded.</param>
/// <param name="Id">Of the decision that the submit records, when <paramref name="Number"/> is null.</param>
internal sealed record EscalationDraft(int? Number, Guid Id, string About)
{
    public string TrackAs => $"{EscalationForm.Source}:{Id:N}";
    public string ToJson() => JsonSerializer.Serialize(this);
    public static EscalationDraft FromJson(string json) => JsonSerializer.Deserialize<EscalationDraft>(json)!;
}

/// <param name="Text">Of the decision; null when it is yet to be written.</param>
/// <param name="To">Name of who is asked.</param>
/// <param name="Level">"plant manager".</param>
internal sealed record EscalationFormView(string Plant, string PlantName, EscalationDraft Draft, string? Text, string To, string Level, DateOnly DecideBy, DateOnly Today);

/// <summary>What goes up carries options and a recommendation; raw numbers stay below (R110).</summary>
internal static class EscalationForm
{
    public const string Source = "decision-escalate";
    public const int MostOptions = 4, MostText = 120;

    public static Card Draw(EscalationFormView view)
    {
        var title = $"What is {DataLine.Short(view.To, 40)} ({view.Level}) to decide?";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                view.Text is { } text ? new TextBlock(text) : new TextInput("in_text", "What has to be decided")
                {
                    IsMultiline = true, IsRequired = true, MaxLength = 500, ErrorMessage = "Write what has to be decided.", Placeholder = "Who gets the 60 castings?",
                },
                new TextInput("in_options", "Options with what each costs, one a line")
                {
                    IsMultiline = true, IsRequired = true, MaxLength = 500, ErrorMessage = "Write two options at least, one a line.", Placeholder = "Overtime on Saturday, 6 h\nShip half, rest on Tuesday",
                },
                new TextInput("in_recommendation", "What you recommend, and why") { IsRequired = true, MaxLength = 300, ErrorMessage = "Say what you would do.", Placeholder = "Overtime: the customer's line would stop" },
                new DateInput("in_due", "Decide by") { Value = view.DecideBy, Min = view.Today, IsRequired = true, ErrorMessage = "By when is the answer needed?" },
                TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}.{(view.Draft.About.Length > 0 ? $" About {DataLine.Short(view.Draft.About, 40)}." : "")} Whoever is asked decides by one press."),
            ],
            Actions = [new ExecuteAction("Escalate", Verbs.Escalate, new { p = view.Plant, r = (object)(view.Draft.Number ?? 0), v = (object)0, id = view.Draft.Id.ToString("N"), about = view.Draft.About }) { Style = ActionStyle.Positive }],
        };
    }

    /// <summary>One a line, without the bullets and numbers that people write before them.</summary>
    public static IReadOnlyList<string> Options(string? typed) =>
        [.. (typed ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => DataLine.Short(line.TrimStart('-', '*', '.', ' '), MostText)).Where(line => line.Length > 0).Take(MostOptions)];
}

/// <summary>The question as it stands before whoever is asked, and the list of all that wait above (R100).</summary>
internal static class EscalationCard
{
    public const string Source = "escalation";
    public const string List = "decisions-needed";

    /// <param name="order">How the order it is about stands; null when it is about none.</param>
    public static Card Draw(DecisionView view, Escalation up, string? order)
    {
        var decision = view.Decision;
        var asked = decision.WaitsFor is { } person ? view.Names.Of(person) : null;
        var title = asked is null ? $"{decision.Name}: {view.Names.Of(up.ChosenBy)} decided" : $"{asked}, decide by {DayWords.Of(up.DecideBy, view.Today)}: {decision.Name}";
        var body = new List<CardElement> { TextBlock.Heading(title), new TextBlock(decision.Text) { Weight = TextWeight.Bolder } };
        if (order is not null) body.Add(new TextBlock(order));
        body.Add(new TextBlock(CardText.Bullets(up.Options.Select((option, at) => at == up.Chosen ? CardText.Of($"**{Letter(at)}. {option}: chosen**") : CardText.Of($"{Letter(at)}. {option}")))));
        body.Add(new TextBlock(CardText.Of($"**Recommended:** {up.Recommendation}")));
        body.Add(TextBlock.Subtle($"{DataLine.Short(view.PlantName, 40)}. Asked by {view.Names.Of(up.By)} of the {Roles(up)}. {view.Names.Owner(decision)} carries it out."));
        return new Card { Summary = title, Body = body, Actions = asked is null || !decision.IsOpen ? [] : [.. Actions(view, up)] };
    }

    public static Card DrawList(string plantName, DateOnly today, IReadOnlyList<DecisionView> waiting)
    {
        var title = waiting.Count == 0 ? "Nothing waits for a decision above" : $"Decisions needed from above: {waiting.Count}";
        var body = new List<CardElement> { TextBlock.Heading(title), TextBlock.Subtle(DataLine.Short(plantName, 40)) };
        foreach (var view in waiting.Take(10))
            if (view.Decision.Escalation is { } up)
                body.Add(new Container(
                [
                    new TextBlock(CardText.Of($"**{view.Decision.Name}** {DataLine.Short(view.Decision.Text, 120)}")),
                    new TextBlock($"waits for {view.Names.Of(view.Decision.WaitsFor)} ({Roles(up)}), by {DayWords.Of(up.DecideBy, today)}") { Spacing = Spacing.None, Color = up.DecideBy < today ? TextColor.Attention : TextColor.Default },
                    TextBlock.Subtle($"Recommended: {DataLine.Short(up.Recommendation, 150)}"),
                ]) { Separator = true });
        if (waiting.Count > 10) body.Add(TextBlock.Subtle($"{waiting.Count - 10} more."));
        return new Card { Summary = $"{title} ({plantName})", Body = body };
    }

    private static IEnumerable<CardAction> Actions(DecisionView view, Escalation up)
    {
        for (var at = 0; at < up.Options.Count; at++)
            yield return new ExecuteAction($"Take {Letter(at)}", Verbs.Choose, new { p = view.Plant, r = view.Decision.Number, v = view.Decision.Version, o = (object)at }) { Tooltip = $"Take {Letter(at)}: {up.Options[at]}" };
        yield return DecisionCard.Action(view, "Call me", Verbs.CallMe);
        yield return DecisionCard.Action(view, "Delegate", Verbs.DelegateForm);
    }

    private static string Roles(Escalation up) => SoeBot.People.Roles.Words(up.Level);

    private static char Letter(int at) => (char)('A' + at);
}
