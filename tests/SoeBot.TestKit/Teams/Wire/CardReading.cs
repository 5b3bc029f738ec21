using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SoeBot.TestKit.Teams.Wire;

/// <summary>Reads the JSON of a card as a client would, knowing the wire's words and none of the product's types.</summary>
public static partial class CardReading
{
    private static readonly string[] Children = ["body", "items", "columns", "rows", "cells", "card", "actions", "selectAction"];

    public static JsonObject? CardOf(JsonObject activity) => activity["attachments"]?.AsArray()
        .Select(one => one as JsonObject)
        .FirstOrDefault(one => (string?)one?["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"] as JsonObject;

    /// <summary>Every element and action of the card in reading order, those behind other buttons too.</summary>
    public static IEnumerable<JsonObject> Everything(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            return list.SelectMany(Everything);
        }

        return node is JsonObject one ? Children.SelectMany(name => Everything(one[name])).Prepend(one) : [];
    }

    public static IEnumerable<JsonObject> Actions(JsonObject card) =>
        Everything(card).Where(one => TypeOf(one).StartsWith("Action.", StringComparison.Ordinal));

    public static IEnumerable<JsonObject> Inputs(JsonObject card) =>
        Everything(card).Where(one => TypeOf(one).StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>The inputs that a client sends with the action: those of the card it is on and of the cards around it, not of those behind other buttons.</summary>
    public static IEnumerable<JsonObject> InputsFor(JsonObject card, JsonObject action)
    {
        var closed = Everything(card).Where(one => TypeOf(one) == "Action.ShowCard" && !Everything(one).Any(inner => inner == action || JsonNode.DeepEquals(inner, action)))
            .SelectMany(one => Everything(one["card"])).ToHashSet();
        return Inputs(card).Where(one => !closed.Contains(one));
    }

    /// <summary>By title, verb or id; the only one of that name.</summary>
    public static JsonObject FindAction(JsonObject card, string name)
    {
        var actions = Actions(card).ToList();
        var found = actions.Where(one => Is(one, "title", name)).ToList();
        found = found.Count > 0 ? found : actions.Where(one => Is(one, "verb", name) || Is(one, "id", name)).ToList();
        var offered = string.Join(", ", actions.Select(one => $"\"{one["title"]}\" ({one["verb"]})"));
        return found.Count == 1
            ? found[0]
            : throw new InvalidOperationException($"{found.Count} buttons are called \"{name}\"; the card has {offered}. It reads:\n{PlainText(card)}");
    }

    public static string PlainText(JsonObject card) => string.Join('\n', Lines(card).Where(line => line.Length > 0));

    public static string WithoutMarkdown(string markdown)
    {
        var text = Escaped().Replace(markdown, match => ((char)(match.Groups[1].Value[0] + 0xE000)).ToString());
        text = Link().Replace(text, "$1");
        text = Emphasis().Replace(text, "");
        text = Tag().Replace(text, "").Replace("&lt;", "<", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        return string.Concat(text.Select(letter => letter is >= '\uE000' and < '\uE100' ? (char)(letter - 0xE000) : letter));
    }

    private static IEnumerable<string> Lines(JsonObject one)
    {
        if ((bool?)one["isVisible"] == false)
        {
            return [];
        }

        return TypeOf(one) switch
        {
            "TextBlock" or "Badge" => [WithoutMarkdown((string?)one["text"] ?? "")],
            "FactSet" => one["facts"]!.AsArray().Select(fact => $"{WithoutMarkdown((string)fact!["title"]!)}: {WithoutMarkdown((string)fact["value"]!)}"),
            "TableRow" or "ColumnSet" => [string.Join(" | ", (one["cells"] ?? one["columns"])!.AsArray()
                .Select(cell => string.Join(' ', cell!["items"]!.AsArray().SelectMany(item => Lines(item!.AsObject())))))],
            "Image" => [$"({one["altText"]})"],
            var type when type.StartsWith("Input.", StringComparison.Ordinal) => [$"[{one["label"] ?? one["title"]}: {one["value"]}]"],
            var type when type.StartsWith("Action.", StringComparison.Ordinal) => [$"[{one["title"]}]"],
            _ => Children.Where(name => name != "card").SelectMany(name => one[name] switch
            {
                JsonArray list => list.OfType<JsonObject>().SelectMany(Lines),
                JsonObject inner => Lines(inner),
                _ => [],
            }),
        };
    }

    private static string TypeOf(JsonObject one) => (string?)one["type"] ?? "";

    private static bool Is(JsonObject one, string name, string value) => one[name] is JsonValue text && text.ToString() == value;

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*\*|\*|__|_|`")]
    private static partial Regex Emphasis();

    [GeneratedRegex("</?at>")]
    private static partial Regex Tag();
}
