using System.Text.Json;
using SoeBot.Teams.Activities;

namespace SoeBot.Teams.Extensions;

/// <summary>
/// Somebody searches in the message extension (<c>composeExtension/query</c>, protocol notes 4.5). It comes from any chat, also from
/// one in which the bot is not: nothing may be sent there, and <see cref="Activity.From"/> is all that is known of the person.
/// </summary>
/// <param name="Activity">Who, where.</param>
/// <param name="Command">As in the manifest.</param>
/// <param name="Text">What was typed, trimmed; empty at first.</param>
/// <param name="IsInitialRun">The list was opened and nothing is typed yet.</param>
/// <param name="Skip">Results that the person has seen already.</param>
/// <param name="Count">1 to <see cref="MostResults"/>.</param>
public sealed record ExtensionQuery(Activity Activity, string Command, string Text, bool IsInitialRun, int Skip, int Count)
{
    public const int MostResults = 25;
    public const int MostText = 200;
    private const int FarthestSkip = 10_000;

    internal static ExtensionQuery? Read(Activity activity)
    {
        if (activity.Value.Text("commandId") is not { Length: > 0 } command)
        {
            return null;
        }

        var parameters = activity.Value.Field("parameters").Items().Take(10).ToList();
        var typed = parameters.FirstOrDefault(one => one.Text("name") is not (null or "initialRun"));
        var text = (typed.ValueKind == JsonValueKind.Object ? typed.Text("value") : null)?.Trim() ?? "";
        var options = activity.Value.Field("queryOptions");
        return new ExtensionQuery(
            activity,
            command,
            text.Cut(MostText),
            text.Length == 0 || parameters.Any(one => one.Text("name") == "initialRun"),
            Math.Clamp(options.Field("skip").Whole() ?? 0, 0, FarthestSkip),
            Math.Clamp(options.Field("count").Whole() ?? MostResults, 1, MostResults));
    }
}
