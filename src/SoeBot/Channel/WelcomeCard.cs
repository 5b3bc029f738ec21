using SoeBot.Domain.Plan;
using SoeBot.Teams.Cards;

namespace SoeBot.Channel;

/// <summary>Said once per conversation, however often the install events come.</summary>
internal static class WelcomeCard
{
    public const string Source = "welcome";

    /// <param name="use">Personal, Group, Channel or Meeting.</param>
    public static Card Draw(PlantId plant, string use) => new()
    {
        Summary = "SoeBot is here",
        FullWidth = false,
        Body =
        [
            TextBlock.Heading("SoeBot is here"),
            new TextBlock(use switch
            {
                "Channel" => "I post the two-week look-ahead and the top ten orders at risk here, and the minutes of the weekly meeting.",
                "Meeting" or "Group" => "I run the weekly meeting here step by step, so that it decides.",
                _ => "I ask you about your orders and decisions here, and remind you before the next meeting.",
            }),
            new TextBlock(use switch
            {
                "Channel" => CardText.Of($"Press a button, or mention me with a line: **@SoeBot at risk**, **@SoeBot help**."),
                "Meeting" or "Group" => CardText.Of($"Mention me with a line: **@SoeBot start** opens the meeting, **@SoeBot help** says what else."),
                _ => CardText.Of($"Press a button, or type a line: **look ahead**, **at risk**, **my**, **help**."),
            }),
        ],
        Actions = [Try(plant, "Look ahead", "look-ahead"), Try(plant, "Top ten", "top-ten"), .. use == "Personal" ? [Try(plant, "My things", "my")] : Array.Empty<CardAction>()],
    };

    /// <summary>The same button as on the card of help, which answers it.</summary>
    private static ExecuteAction Try(PlantId plant, string title, string card) => new(title, "help.try", new { p = plant.Value, r = card, v = (object)0 });
}
