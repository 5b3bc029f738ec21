using System.Globalization;
using SoeBot.Cards;
using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Channel.Parked;

/// <param name="When">In words, plant time.</param>
internal sealed record ParkedItem(long Id, string When, string What, string Where, string Why);

/// <summary>What failed too often, one of it to choose.</summary>
internal static class ParkedCard
{
    private const int Most = 10;

    public static Card Draw(PlantId plant, IReadOnlyList<ParkedItem> items)
    {
        if (items.Count == 0) return new Card { Summary = "Nothing is parked", FullWidth = false, Body = [new TextBlock("Nothing is parked: everything that was written to me was worked.")] };
        var title = items.Count == 1 ? "1 message is parked" : $"{items.Count} messages are parked";
        var shown = items.Take(Most).ToList();
        var data = new { p = plant.Value };
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                TextBlock.Subtle("They failed five times. The log has each under its error."),
                .. shown.Select(item => new Container(
                [
                    new TextBlock(CardText.Of($"**{Error(item)}** {DataLine.Capital(item.What, 60)} in {DataLine.Short(item.Where, 80)}, {item.When}")),
                    TextBlock.Subtle(DataLine.Short(item.Why, 160)) with { Spacing = Spacing.None },
                ]) { Separator = true }),
                .. items.Count > Most ? [TextBlock.Subtle(string.Create(CultureInfo.InvariantCulture, $"and {items.Count - Most} more"))] : Array.Empty<CardElement>(),
                new ChoiceInput("in_which", "Which one?")
                {
                    Choices = [.. shown.Select(item => new Choice($"{Error(item)}, {item.When}", item.Id.ToString(CultureInfo.InvariantCulture)))],
                    Value = shown[0].Id.ToString(CultureInfo.InvariantCulture), IsRequired = true, ErrorMessage = "Choose one of them.",
                },
            ],
            Actions =
            [
                new ExecuteAction("Try again", ParkedSlice.TryAgain, data) { Style = ActionStyle.Positive },
                new ExecuteAction("Drop", ParkedSlice.Drop, data),
            ],
        };
    }

    private static string Error(ParkedItem item) => ParkedWords.ErrorId(item.Id);
}
