using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Routing;

/// <summary>A button of a card was pressed, or a client asks for a fresh view (protocol notes 4.1).</summary>
/// <param name="Activity">Who, where: <see cref="Activity.From"/> is the person; their rights are ours to look up.</param>
/// <param name="Verb">As written into the card.</param>
/// <param name="Input">The action's data and the card's inputs.</param>
/// <param name="IsAutomatic">The client asks by itself: nobody clicked.</param>
public sealed record CardPress(Activity Activity, string Verb, CardInput Input, bool IsAutomatic)
{
    /// <summary>The message that holds the card, where the client said so; at times it is missing or old.</summary>
    public string? MessageId => Activity.ReplyToId;

    internal static CardPress? Read(Activity activity)
    {
        var action = activity.Value.Field("action");
        if (action.Text("verb") is not { Length: > 0 } verb || action.Text("type") is not (null or "Action.Execute"))
        {
            return null;
        }

        var automatic = string.Equals(activity.Value.Text("trigger"), "automatic", StringComparison.OrdinalIgnoreCase);
        return new CardPress(activity, verb, new CardInput(action.Field("data")), automatic);
    }
}
