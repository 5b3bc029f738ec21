using SoeBot.Cards;
using SoeBot.Teams.Cards;
using SoeBot.Words;

namespace SoeBot.Decisions;

/// <summary>Two open decisions about the same thing: both shown, and only a press lets the newer take the older one's place.</summary>
internal static class ReplaceCard
{
    public const string Source = "decision-replace";

    public static Card Draw(DecisionView newer, DecisionView older)
    {
        var title = $"{newer.Decision.Name} replaces {older.Decision.Name} (same {Kind(newer)}, same question)?";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title), .. Lines(newer), .. Lines(older),
                TextBlock.Subtle($"{DataLine.Short(newer.PlantName, 40)}. About {newer.Decision.Subject.Reference}. Nothing is replaced without this press; both stay in the log."),
            ],
            Actions =
            [
                new ExecuteAction($"Replace {older.Decision.Name}", Verbs.Replace, new { p = newer.Plant, r = newer.Decision.Number, v = newer.Decision.Version, o = older.Decision.Number }),
                new ExecuteAction("Keep both", Verbs.KeepBoth, new { p = newer.Plant, r = newer.Decision.Number, v = newer.Decision.Version, o = older.Decision.Number }),
            ],
        };
    }

    private static string Kind(DecisionView view) => view.Decision.Subject.Kind.ToString().ToLowerInvariant();

    private static IEnumerable<CardElement> Lines(DecisionView view)
    {
        yield return new TextBlock(CardText.Of($"**{view.Decision.Name}** {DataLine.Short(view.Decision.Text, 200)}")) { Separator = true };
        yield return TextBlock.Subtle($"{view.Names.Owner(view.Decision)}, due {DayWords.Of(view.Decision.Due, view.Today)}, decided {view.DecidedAt}");
    }
}
