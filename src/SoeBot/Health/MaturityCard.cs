using SoeBot.Cards;
using SoeBot.Domain.Health;
using SoeBot.Teams.Cards;

namespace SoeBot.Health;

internal sealed record MaturityView(string Plant, string PlantName, Maturity Maturity, int? Version);

/// <summary>The maturity level with its evidence and what the next level lacks (R144).</summary>
internal static class MaturityCard
{
    public static Card Draw(MaturityView view)
    {
        var (maturity, name) = (view.Maturity, DataLine.Short(view.PlantName, 40));
        var title = $"{name}, maturity level {HealthWords.Level(maturity.Level)}";
        var body = new List<CardElement> { TextBlock.Heading(title) };
        body.Add(new TextBlock(maturity.Missing.Count == 0 ? "Nothing is missing: this is the highest level." : $"Level {HealthWords.Level(maturity.Level + 1)} lacks {(maturity.Missing.Count == 1 ? "one thing" : $"{maturity.Missing.Count} things")}."));
        foreach (var level in maturity.Evidence.GroupBy(one => one.Level))
        {
            body.Add(new TextBlock($"Level {HealthWords.Level(level.Key)}") { Weight = TextWeight.Bolder, Separator = true });
            body.AddRange(level.Select(one => new TextBlock(CardText.Of($"**{(one.IsMet ? "Yes" : "No")}:** {one.What}. {DataLine.Capital(one.Seen, 120)}.")) { Spacing = Spacing.None, Color = one.IsMet ? TextColor.Good : TextColor.Attention }));
        }
        body.Add(TextBlock.Subtle("Counted over the last four weeks. A level is reached when it and all below it have all they ask for."));
        return new Card { Summary = title, Body = body, Actions = [new ExecuteAction("Health", HealthVerbs.Page, new { p = view.Plant, r = "meetings:0", v = view.Version ?? 1 }) { AssociatedInputs = AssociatedInputs.None }] };
    }
}
