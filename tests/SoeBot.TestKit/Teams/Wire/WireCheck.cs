using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams.Wire;

/// <summary>What the documented wire refuses or loses. Each finding is a bug of the bot.</summary>
public static class WireCheck
{
    private const int MaxCardBytes = 28 * 1024;
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> Activity(JsonObject activity)
    {
        if ((string?)activity["type"] == "typing")
        {
            yield break;
        }

        if ((string?)activity["type"] != "message")
        {
            yield return $"The activity type '{activity["type"]}' cannot be sent.";
        }

        var attachments = activity["attachments"] as JsonArray ?? [];
        var hasText = !string.IsNullOrWhiteSpace((string?)activity["text"]);
        if (!hasText && attachments.Count == 0)
        {
            yield return "The message has neither text nor an attachment.";
        }

        if (hasText && attachments.Count > 0)
        {
            yield return "Text and card in one message: Teams makes two of it and the id is lost.";
        }

        if (attachments.Count > 0 && string.IsNullOrWhiteSpace((string?)activity["summary"]))
        {
            yield return "A card without a summary: people read 'Sent a card'.";
        }

        foreach (var finding in Mentions(activity["entities"] as JsonArray, (string?)activity["text"] ?? ""))
        {
            yield return finding;
        }

        foreach (var attachment in attachments)
        {
            foreach (var finding in attachment?["content"] is JsonObject card ? Card(card) : ["An attachment has no content."])
            {
                yield return finding;
            }
        }
    }

    public static IEnumerable<string> Card(JsonObject card)
    {
        if ((string?)card["type"] != "AdaptiveCard" || (string?)card["version"] != "1.5")
        {
            yield return $"The card is a {card["type"]} of version {card["version"]}, not an AdaptiveCard of 1.5.";
        }

        var size = Encoding.UTF8.GetByteCount(card.ToJsonString(Relaxed));
        if (size > MaxCardBytes)
        {
            var begin = CardReading.PlainText(card);
            yield return $"The card has {size} bytes: {begin[..Math.Min(200, begin.Length)]}";
        }

        foreach (var finding in CardReading.Everything(card).SelectMany(Element))
        {
            yield return finding;
        }

        var ids = CardReading.Everything(card).Select(one => (string?)one["id"]).OfType<string>().ToList();
        foreach (var id in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return $"The id {id.Key} stands twice in the card.";
        }

        var userIds = card["refresh"]?["userIds"] as JsonArray;
        if (userIds?.Count > 60 || userIds?.Any(id => !((string)id!).StartsWith("29:", StringComparison.Ordinal)) == true)
        {
            yield return "refresh.userIds has more than 60 or others than 29: ids.";
        }

        foreach (var finding in Mentions(card["msteams"]?["entities"] as JsonArray, card["body"]?.ToJsonString(Relaxed) ?? ""))
        {
            yield return finding;
        }
    }

    private static IEnumerable<string> Element(JsonObject one) => (string?)one["type"] switch
    {
        null => ["An element has no type."],
        "AdaptiveCard" when one["body"] is not JsonArray { Count: > 0 } => ["A card has an empty body."],
        "AdaptiveCard" when (one["actions"] as JsonArray)?.Count > 6 => ["A card has more than six actions."],
        "Action.Execute" when string.IsNullOrEmpty((string?)one["verb"]) => [$"The button {one["title"]} has no verb: Teams sends nothing."],
        "ActionSet" when one["actions"] is not JsonArray { Count: > 0 } => ["An action set is empty."],
        "ActionSet" when one["actions"] is JsonArray { Count: > 6 } => ["An action set has more than six actions."],
        "FactSet" when one["facts"] is not JsonArray { Count: > 0 } => ["A fact set is empty."],
        "ColumnSet" when one["columns"] is not JsonArray { Count: > 0 } => ["A column set is empty."],
        "Container" when one["items"] is not JsonArray { Count: > 0 } => ["A container is empty."],
        "Table" when one["rows"] is not JsonArray { Count: > 0 } => ["A table is empty."],
        "TextBlock" when one["text"] is null => ["A text block has no text."],
        "Image" when string.IsNullOrEmpty((string?)one["url"]) => ["An image has no url."],
        var type when type.StartsWith("Input.", StringComparison.Ordinal) && string.IsNullOrEmpty((string?)one["id"]) => ["An input has no id."],
        _ => [],
    };

    private static IEnumerable<string> Mentions(JsonArray? entities, string text) =>
        (entities ?? []).OfType<JsonObject>().Where(one => (string?)one["type"] == "mention").SelectMany(one =>
            string.IsNullOrEmpty((string?)one["mentioned"]?["id"]) ? ["A mention names nobody."]
            : !text.Contains((string?)one["text"] ?? "\0", StringComparison.Ordinal) ? [$"The mention {one["text"]} stands nowhere in the text."]
            : Array.Empty<string>());

    /// <summary>The answer to a press of a button.</summary>
    public static IEnumerable<string> PressAnswer(int status, JsonObject? body)
    {
        if (status != 200 || body is null)
        {
            return [$"A press was answered with HTTP {status} and {(body is null ? "no body" : "a body")}."];
        }

        var names = body.Select(property => property.Key).Order(StringComparer.Ordinal).ToList();
        if (!names.SequenceEqual(["statusCode", "type", "value"]))
        {
            return [$"The answer to a press has the properties {string.Join(", ", names)}."];
        }

        return (string?)body["type"] switch
        {
            "application/vnd.microsoft.card.adaptive" => body["value"] is JsonObject card ? Card(card) : ["The card of an answer is not an object."],
            "application/vnd.microsoft.activity.message" when string.IsNullOrWhiteSpace((string?)body["value"]) =>
                ["An empty message: Teams says that it cannot reach the app and asks again."],
            "application/vnd.microsoft.activity.message" => [],
            "application/vnd.microsoft.error" when body["value"]?["code"] is null || body["value"]?["message"] is null => ["An error without code or message."],
            "application/vnd.microsoft.error" => [],
            var type => [$"The answer to a press has the type {type}."],
        };
    }
}
