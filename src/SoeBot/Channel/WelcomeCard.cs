using SoeBot.Teams.Cards;

namespace SoeBot.Channel;

/// <summary>Said once per conversation, however often the install events come.</summary>
internal static class WelcomeCard
{
    public const string Source = "welcome";

    /// <param name="use">Personal, Group, Channel or Meeting.</param>
    public static Card Draw(string use) => new()
    {
        Summary = "SoeBot is here",
        Body =
        [
            TextBlock.Heading("SoeBot is here"),
            new TextBlock(use switch
            {
                "Channel" => "I post the two-week look-ahead and the top ten orders at risk here, and the minutes of the weekly meeting.",
                "Meeting" or "Group" => "I run the weekly meeting here step by step, so that it decides. Mention me and type start.",
                _ => "I ask you about your orders and decisions here, and remind you before the next meeting.",
            }),
            new TextBlock(use == "Personal" ? "Type help for what fits you, or look ahead, at risk, my." : "Mention me and type look ahead, at risk or help."),
        ],
    };
}
