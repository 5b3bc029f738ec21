using SoeBot.Cards;
using SoeBot.Domain.People;
using SoeBot.Teams.Cards;

namespace SoeBot.Risk;

/// <param name="Likely">People with a role in the plant; the picker offers everybody else.</param>
internal sealed record RiskOwnerView(string Plant, string PlantName, string Order, string? Owner, IReadOnlyList<Person> Likely, int Version, bool Picker = true);

/// <summary>"Not my order": then whose? One named person, so that the order never stands without an owner by itself (R47, R97).</summary>
internal static class RiskOwnerCard
{
    public const string Source = "risk-owner";

    public static Card Draw(RiskOwnerView view)
    {
        var title = $"{DataLine.Short(view.Order, 30)}, {DataLine.Short(view.PlantName, 40)}: who answers for it?";
        return new Card
        {
            Summary = title,
            Body =
            [
                TextBlock.Heading(title),
                new TextBlock(view.Owner is { } owner ? $"So far {DataLine.Short(owner, 40)}." : "So far nobody."),
                new ChoiceInput("in_owner", "One person")
                {
                    Choices = [.. view.Likely.Select(person => new Choice(DataLine.Short(person.Name, 60), person.Key.ObjectId))],
                    PeoplePicker = view.Picker, IsRequired = true, ErrorMessage = "Choose one person.",
                },
            ],
            Actions = [new ExecuteAction("Hand over", RiskVerbs.Give, new { p = view.Plant, r = DataLine.Key(view.Order), v = (object)view.Version }) { Style = ActionStyle.Positive }],
        };
    }
}
