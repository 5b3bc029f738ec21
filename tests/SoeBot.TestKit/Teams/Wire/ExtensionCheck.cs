using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams.Wire;

/// <summary>The documented forms of the answers that message extensions, dialogs and searched choices take (protocol notes 4.4 to 4.6).</summary>
internal static class ExtensionCheck
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public static IEnumerable<string> Results(int status, JsonObject? body)
    {
        if (status != 200 || body?["composeExtension"] is not JsonObject answer)
        {
            return [$"A search was answered with HTTP {status} and {body?.ToJsonString() ?? "no body"}."];
        }

        return (string?)answer["type"] switch
        {
            "message" => string.IsNullOrWhiteSpace((string?)answer["text"]) ? ["A message in the result list is empty."] : [],
            "result" when (string?)answer["attachmentLayout"] is not ("list" or "grid") => ["The results have no layout."],
            "result" => answer["attachments"] is JsonArray attachments ? attachments.SelectMany(one => Result(one as JsonObject)) : ["The results have no attachments."],
            var type => [$"A search was answered with the type {type}."],
        };
    }

    public static IEnumerable<string> Dialog(int status, JsonObject? body)
    {
        if (status != 200 || body?["task"] is not JsonObject task)
        {
            return [$"A dialog was answered with HTTP {status} and {body?.ToJsonString() ?? "no body"}."];
        }

        return (string?)task["type"] switch
        {
            "message" => string.IsNullOrWhiteSpace((string?)task["value"]) ? ["The last line of a dialog is empty."] : [],
            "continue" when task["value"] is JsonObject value => Continued(value),
            var type => [$"A dialog was answered with the type {type}."],
        };
    }

    public static IEnumerable<string> Choices(int status, JsonObject? body)
    {
        if (status != 200 || (int?)body?["statusCode"] != 200 || (string?)body["type"] != "application/vnd.microsoft.search.searchResponse"
            || body["value"]?["results"] is not JsonArray results)
        {
            return [$"A searched choice was answered with HTTP {status} and {body?.ToJsonString() ?? "no body"}."];
        }

        return results.Any(one => string.IsNullOrEmpty((string?)one?["title"]) || string.IsNullOrEmpty((string?)one["value"])) ? ["A choice has no title or no value."] : [];
    }

    private static IEnumerable<string> Result(JsonObject? one)
    {
        if ((string?)one?["contentType"] != CardType || one["content"] is not JsonObject card)
        {
            return ["A result has no card."];
        }

        var preview = one["preview"];
        return WireCheck.Card(card).Concat(
            (string?)preview?["contentType"] == "application/vnd.microsoft.card.thumbnail" && !string.IsNullOrWhiteSpace((string?)preview["content"]?["title"])
                ? []
                : ["A result has no line in the list."]);
    }

    private static IEnumerable<string> Continued(JsonObject value)
    {
        if (string.IsNullOrWhiteSpace((string?)value["title"]))
        {
            yield return "A dialog has no title.";
        }

        if ((string?)value["card"]?["contentType"] != CardType || value["card"]?["content"] is not JsonObject card)
        {
            yield return "A dialog has no card.";
            yield break;
        }

        foreach (var finding in WireCheck.Card(card))
        {
            yield return finding;
        }

        if (CardReading.Actions(card).Any(action => (string?)action["type"] == "Action.Execute"))
        {
            yield return "A dialog has a button of the type Action.Execute, which does nothing there.";
        }
    }
}
