using SoeBot.Teams.Activities;
using SoeBot.Teams.Routing;

namespace SoeBot.Teams.Extensions;

/// <summary>Somebody opens or submits the dialog of an action command (<c>composeExtension/fetchTask</c>, <c>.../submitAction</c>; protocol notes 4.5).</summary>
/// <param name="Activity">Who, where. The bot need not be in that chat.</param>
/// <param name="Command">As in the manifest.</param>
/// <param name="Message">The message it was called on; null when it was called from elsewhere.</param>
/// <param name="Input">The button's data and the dialog's inputs; empty while the dialog is being opened.</param>
public sealed record ExtensionAction(Activity Activity, string Command, ActedMessage? Message, CardInput Input)
{
    internal static ExtensionAction? Read(Activity activity) =>
        activity.Value.Text("commandId") is { Length: > 0 } command
            ? new ExtensionAction(activity, command, ActedMessage.Read(activity.Value.Field("messagePayload")), new CardInput(activity.Value.Field("data")))
            : null;
}

/// <summary>A message of other people on which an action is called. All of it is theirs, and it passed through a client.</summary>
/// <param name="Id">Within its conversation.</param>
/// <param name="Text">Plain, without markup.</param>
/// <param name="AuthorName">As shown.</param>
public sealed record ActedMessage(string? Id, string Text, string? AuthorName)
{
    internal static ActedMessage? Read(System.Text.Json.JsonElement? payload)
    {
        if (payload is null)
        {
            return null;
        }

        var body = payload.Field("body");
        var content = body.Text("content") ?? "";
        return new ActedMessage(
            payload.Text("id"),
            string.Equals(body.Text("contentType"), "text", StringComparison.OrdinalIgnoreCase) ? MessageText.Clean(content) : MessageText.OfHtml(content),
            payload.Field("from").Field("user").Text("displayName"));
    }
}
