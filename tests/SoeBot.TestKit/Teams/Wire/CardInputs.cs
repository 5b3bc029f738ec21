using System.Text.Json.Nodes;

namespace SoeBot.TestKit.Teams.Wire;

/// <summary>Does to inputs what a client does when a button is pressed.</summary>
internal static class CardInputs
{
    /// <returns>The action as it is sent: with the card's values and what was entered merged over its own data.</returns>
    public static JsonObject Merge(JsonObject card, JsonObject action, JsonObject entered)
    {
        var inputs = CardReading.InputsFor(card, action).ToDictionary(input => (string)input["id"]!);
        if (entered.FirstOrDefault(one => !inputs.ContainsKey(one.Key)).Key is { } stranger)
        {
            throw new InvalidOperationException($"The card has no input {stranger}, but {string.Join(", ", inputs.Keys)}. It reads:\n{CardReading.PlainText(card)}");
        }

        var sent = new JsonObject { ["type"] = action["type"]?.DeepClone(), ["title"] = action["title"]?.DeepClone() };
        foreach (var name in new[] { "id", "verb" }.Where(name => action[name] is not null))
        {
            sent[name] = action[name]!.DeepClone();
        }

        var content = action["data"]?.DeepClone() as JsonObject ?? [];
        if ((string?)action["associatedInputs"] != "none")
        {
            foreach (var (id, input) in inputs)
            {
                var value = Text(entered[id]) ?? Text(input["value"]);
                if (string.IsNullOrEmpty(value) && (bool?)input["isRequired"] == true)
                {
                    throw new InvalidOperationException($"The client asks for \"{input["label"]}\" ({id}) before it sends anything.");
                }

                if (!string.IsNullOrEmpty(value))
                {
                    content[id] = value;
                }
            }
        }

        if (content.Count > 0)
        {
            sent["data"] = content;
        }

        return sent;
    }

    // A client sends every value as text, days as yyyy-MM-dd, times as HH:mm.
    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonArray several => string.Join(',', several.Select(Text)),
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.True => "true",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.False => "false",
        _ => value.ToString(),
    };
}
