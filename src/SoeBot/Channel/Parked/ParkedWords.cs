using System.Text;
using SoeBot.Store.Inbox;
using SoeBot.Teams.Activities;

namespace SoeBot.Channel.Parked;

/// <summary>What is said of a parked message: where it was written and why it failed, never what it says.</summary>
internal static class ParkedWords
{
    public static string ErrorId(long id) => $"in-{id}";

    public static Activity? Activity(ParkedMessage parked) => ActivityParser.Parse(Encoding.UTF8.GetBytes(parked.Body)).Activity;

    public static string Where(Activity? activity) => activity switch
    {
        null => "an unreadable post",
        { Kind: ConversationKind.Personal, From.Name: { Length: > 0 } name } => $"the chat with {name}",
        { Kind: ConversationKind.Personal } => "somebody's own chat",
        { Kind: ConversationKind.Channel, ChannelData.Channel.Name: { Length: > 0 } channel } => $"the channel {channel}",
        { Kind: ConversationKind.Channel } => "a channel",
        { Kind: ConversationKind.Meeting } => "a meeting's chat",
        { Kind: ConversationKind.GroupChat } => "a group chat",
        { Kind: var other } => other.ToString(),
    };

    public static string What(Activity? activity) => activity?.Type switch
    {
        ActivityTypes.Message => "a line somebody wrote",
        ActivityTypes.Event => "an event of a meeting",
        null => "no activity",
        _ => "news about members or the app",
    };

    public static string Why(ParkedMessage parked) => parked.KilledItsProcess
        ? "The program ended each time it worked on it."
        : $"It broke each time ({parked.Reason.Split(':')[0]}).";
}
