using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <summary>A typed line as it was understood. Nothing is recorded before "Yes".</summary>
/// <param name="Form">Tells this question from another of the same order.</param>
/// <param name="Note">Something to say with it, such as a tell-by date that was moved; null when nothing.</param>
internal sealed record RiskReadView(string Plant, string PlantName, string Order, RiskAnswer Answer, string Typed, int Version, string Form = "", string? Note = null);

internal static class RiskReadCard
{
    public const string Source = "risk-read";

    public static Card Draw(RiskReadView view)
    {
        var answer = view.Answer;
        var title = $"{DataLine.Short(view.Order, 30)}, {DataLine.Short(view.PlantName, 40)}: is this right?";
        var facts = new List<Fact> { new("Status", RiskWords.Of(answer.Status)) };
        if (answer.Risk is { Length: > 0 } risk) facts.Add(new Fact("Risk", DataLine.Short(risk, 500)));
        if (answer.NewDate is { } day) facts.Add(new Fact("New date", PlanWords.Day(day)));
        if (answer.TellBy is { } by) facts.Add(new Fact("Tell customer by", PlanWords.Day(by)));
        var body = new List<CardElement>
        {
            TextBlock.Heading(title),
            new TextBlock(CardText.Of($"You wrote: {DataLine.Short(view.Typed, 200)}")) { IsSubtle = true },
            new FactSet(facts),
        };
        if (view.Note is { } note) body.Add(new TextBlock(DataLine.Short(note, 200)) { IsSubtle = true });
        var data = new
        {
            p = view.Plant, r = DataLine.Key(view.Order), v = (object)view.Version, f = view.Form, s = answer.Status.ToString().ToLowerInvariant(),
            risk = DataLine.Short(answer.Risk, RiskFormCard.MostText), newdate = RiskDays.OnTheWire(answer.NewDate), tellby = RiskDays.OnTheWire(answer.TellBy),
        };
        return new Card
        {
            Summary = title, Body = body,
            Actions = [new ExecuteAction("Yes", RiskVerbs.Yes, data) { Style = ActionStyle.Positive }, new ExecuteAction("Change", RiskVerbs.Form, data)],
        };
    }
}
