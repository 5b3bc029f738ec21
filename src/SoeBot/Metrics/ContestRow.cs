using SoeBot.Cards;
using SoeBot.Domain.Metrics;
using SoeBot.Teams.Cards;

namespace SoeBot.Metrics;

/// <summary>"Contested by Petra: scrap booked twice", beside the number until it is resolved, and the form that says so.</summary>
internal static class ContestRow
{
    /// <param name="contests">Open ones.</param>
    /// <param name="number">The number they stand beside.</param>
    /// <param name="most">How many are shown; a card with many numbers shows two each.</param>
    /// <param name="length">How much of each reason.</param>
    public static IEnumerable<CardElement> Draw(IReadOnlyList<ContestLine> contests, string number, int most = 2, int length = 100)
    {
        var about = contests.Where(contest => contest.Number == number).ToList();
        foreach (var contest in about.Take(most))
            yield return new TextBlock($"{(contest.Week is { } week ? $"Week {week} contested" : "Contested")} by {DataLine.Short(contest.By, 30)}: {DataLine.Short(contest.Reason, length)}")
            {
                Color = TextColor.Attention, Weight = TextWeight.Bolder, Spacing = Spacing.None,
            };
        if (about.Count > most) yield return TextBlock.Subtle($"And {about.Count - most} more.");
    }

    /// <param name="plant">For the buttons.</param>
    /// <param name="version">For the buttons.</param>
    /// <param name="contests">Open ones.</param>
    /// <param name="numbers">Key and title of the numbers on the card.</param>
    public static IEnumerable<CardAction> Actions(string plant, int version, IReadOnlyList<ContestLine> contests, IReadOnlyList<(string Key, string Title)> numbers)
    {
        var choice = new ChoiceInput("in_contested", "Which number?") { Choices = [.. numbers.Select(number => new Choice(number.Title, number.Key))], Value = numbers[0].Key };
        var open = numbers.Any(number => contests.Any(contest => contest.Number == number.Key));
        yield return new ShowCardAction(
            "Contest",
            [choice, new TextInput("in_reason", "What is wrong with it?") { MaxLength = Contest.MostText, IsMultiline = true, Placeholder = "scrap booked twice" }],
            [
                new ExecuteAction("Contest this number", NumberVerbs.Contest, new { p = plant, r = "", v = version }),
                .. open ? [new ExecuteAction("It is resolved", NumberVerbs.Resolve, new { p = plant, r = "", v = version })] : (CardAction[])[],
            ]);
    }
}
