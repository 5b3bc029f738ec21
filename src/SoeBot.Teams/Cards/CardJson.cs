using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SoeBot.Teams.Cards;

/// <summary>Writes a card as Adaptive Card 1.5.</summary>
public static partial class CardJson
{
    private const int FallbackLength = 400;
    private const int FallbackWidth = 200;

    // The data of an action is whatever the slice hands over, so its type is met at run time.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        TypeInfoResolver = JsonTypeInfoResolver.Combine(CardJsonContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>For bodies to Teams: non-ASCII letters stay letters, because an escape costs six bytes of a small budget.</summary>
    internal static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Write(Card card)
    {
        var root = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "https://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["fallbackText"] = card.FallbackText ?? Shorten(CardPlainText.Render(card, FallbackWidth)),
        };
        if (card.Lang is not null)
        {
            root["lang"] = card.Lang;
        }

        if (card.Refresh is not null)
        {
            root["refresh"] = WriteRefresh(card.Refresh);
        }

        root["body"] = JsonSerializer.SerializeToNode(card.Body, Options);
        if (card.Actions.Count > 0)
        {
            root["actions"] = JsonSerializer.SerializeToNode(card.Actions, Options);
        }

        if (WriteTeams(card) is { Count: > 0 } teams)
        {
            root["msteams"] = teams;
        }

        return root;
    }

    public static byte[] WriteUtf8(Card card) => Encoding.UTF8.GetBytes(WriteText(card));

    public static string WriteText(Card card, bool indented = false) =>
        Write(card).ToJsonString(new JsonSerializerOptions(Relaxed) { WriteIndented = indented });

    private static JsonObject WriteRefresh(CardRefresh refresh)
    {
        CardAction action = new ExecuteAction("Refresh", refresh.Verb, refresh.Data);
        return new JsonObject
        {
            ["action"] = JsonSerializer.SerializeToNode(action, Options),
            ["userIds"] = new JsonArray([.. refresh.UserIds.Select(id => (JsonNode)id)]),
        };
    }

    private static JsonObject WriteTeams(Card card)
    {
        var teams = new JsonObject();
        if (card.FullWidth)
        {
            teams["width"] = "Full";
        }

        if (card.Mentions.Count > 0)
        {
            teams["entities"] = new JsonArray([.. card.Mentions.Select(WriteMention)]);
        }

        return teams;
    }

    internal static JsonNode WriteMention(CardMention mention) => new JsonObject
    {
        ["type"] = "mention",
        ["text"] = mention.Text,
        ["mentioned"] = new JsonObject { ["id"] = mention.Id, ["name"] = mention.Name },
    };

    // Rules under headings and columns in line are for a terminal; here they would only cost bytes.
    private static string Shorten(string rendering)
    {
        var text = string.Join('\n', rendering.Split('\n').Where(line => line.Length == 0 || line.Trim('-', '=', ' ').Length > 0));
        text = Gaps().Replace(text, "  ");
        return text.Length <= FallbackLength ? text : text[..FallbackLength].TrimEnd() + " ...";
    }

    [GeneratedRegex(" {3,}")]
    private static partial Regex Gaps();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IReadOnlyList<CardElement>))]
[JsonSerializable(typeof(IReadOnlyList<CardAction>))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
