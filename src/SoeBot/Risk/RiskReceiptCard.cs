using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <param name="SavedAt">"10:02", plant time; null when nobody has answered.</param>
/// <param name="Version">Of the stored answer.</param>
/// <param name="Note">Said on top to the one who pressed: somebody else was quicker, told on the day itself.</param>
internal sealed record RiskReceiptView(
    string Plant, string PlantName, string Order, string? Owner, string? AnsweredBy, string? SavedAt,
    RiskAnswer Answer, DateOnly? ToldOn, DateOnly? Promised, int Version, string? Note = null);

/// <summary>What the form becomes for everybody after Save.</summary>
internal static class RiskReceiptCard
{
    public const string Source = "risk-receipt";

    public static Card Draw(RiskReceiptView view)
    {
        var answer = view.Answer;
        var title = $"{DataLine.Short(view.Order, 30)}, {DataLine.Short(view.PlantName, 40)}: {RiskWords.Of(answer.Status).ToLowerInvariant()}{(view.Owner is { } owner ? $", {DataLine.Short(owner, 40)} answers for it" : ", no owner")}";
        var facts = new List<Fact>();
        if (answer.Risk is { Length: > 0 } risk) facts.Add(new Fact("Risk", DataLine.Short(risk, 500)));
        if (answer.Mitigation is { Length: > 0 } mitigation) facts.Add(new Fact("Being done", DataLine.Short(mitigation, 500)));
        if (answer.NewDate is { } day) facts.Add(new Fact("New date", PlanWords.Day(day)));
        if (view.ToldOn is { } told) facts.Add(new Fact("Customer told", $"{PlanWords.Day(told)}{(view.Promised is { } promised ? $", promised {PlanWords.Day(promised)}" : "")}"));
        else if (answer.TellBy is { } by) facts.Add(new Fact("Tell customer by", PlanWords.Day(by)));
        var body = new List<CardElement> { TextBlock.Heading(title) };
        if (view.Note is { } note) body.Add(new TextBlock(DataLine.Short(note, 200)) { Weight = TextWeight.Bolder });
        if (view.SavedAt is { } at)
            body.Add(new TextBlock(CardText.Of($"Saved {at}{(view.AnsweredBy is { } by2 && by2 != view.Owner ? $" by {DataLine.Short(by2, 40)}" : "")}. **{RiskWords.Of(answer.Status)}.**")) { Color = TopTenCard.Colour(answer.Status) });
        if (facts.Count > 0) body.Add(new FactSet(facts));
        if (view.SavedAt is not null) body.Add(TextBlock.Subtle("You will be asked again only if the data changes."));
        return new Card
        {
            Summary = title, Body = body,
            Actions =
            [
                new ExecuteAction("Change", RiskVerbs.Form, new { p = view.Plant, r = DataLine.Key(view.Order), v = (object)view.Version }),
                new ExecuteAction("Why", RiskVerbs.Why, new { p = view.Plant, r = DataLine.Key(view.Order), v = (object)view.Version }),
            ],
        };
    }
}
