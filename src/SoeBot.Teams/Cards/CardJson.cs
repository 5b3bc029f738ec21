using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SoeBot.Teams.Cards;

/// <summary>Writes a card as Adaptive Card 1.5.</summary>
public static class CardJson
{
    private const int FallbackLength = 400;
    private const int FallbackWidth = 200;
    private const int UsualSize = 8 * 1024;

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

    internal static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonObject Write(Card card) => JsonNode.Parse(WriteUtf8(card))!.AsObject();

    public static byte[] WriteUtf8(Card card) => WriteTo(card, Writing).WrittenSpan.ToArray();

    public static string WriteText(Card card, bool indented = false) =>
        Encoding.UTF8.GetString(WriteTo(card, Writing with { Indented = indented }).WrittenSpan);

    internal static void Write(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "AdaptiveCard");
        writer.WriteString("$schema", "https://adaptivecards.io/schemas/adaptive-card.json");
        writer.WriteString("version", "1.5");
        writer.WriteString("fallbackText", card.FallbackText ?? CardPlainText.Beginning(card, FallbackWidth, FallbackLength));
        if (card.Lang is not null)
        {
            writer.WriteString("lang", card.Lang);
        }

        if (card.Refresh is not null)
        {
            WriteRefresh(writer, card.Refresh);
        }

        writer.WritePropertyName("body");
        JsonSerializer.Serialize(writer, card.Body, Options);
        if (card.Actions.Count > 0)
        {
            writer.WritePropertyName("actions");
            JsonSerializer.Serialize(writer, card.Actions, Options);
        }

        if (card.FullWidth || card.Mentions.Count > 0)
        {
            WriteTeams(writer, card);
        }

        writer.WriteEndObject();
    }

    private static ArrayBufferWriter<byte> WriteTo(Card card, JsonWriterOptions options)
    {
        var output = new ArrayBufferWriter<byte>(UsualSize);
        using var writer = new Utf8JsonWriter(output, options);
        Write(writer, card);
        writer.Flush();
        return output;
    }

    private static void WriteRefresh(Utf8JsonWriter writer, CardRefresh refresh)
    {
        writer.WriteStartObject("refresh");
        writer.WritePropertyName("action");
        JsonSerializer.Serialize<CardAction>(writer, new ExecuteAction("Refresh", refresh.Verb, refresh.Data), Options);
        writer.WriteStartArray("userIds");
        foreach (var id in refresh.UserIds)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTeams(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject("msteams");
        if (card.FullWidth)
        {
            writer.WriteString("width", "Full");
        }

        if (card.Mentions.Count > 0)
        {
            writer.WriteStartArray("entities");
            foreach (var mention in card.Mentions)
            {
                WriteMention(mention).WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static JsonNode WriteMention(CardMention mention) => new JsonObject
    {
        ["type"] = "mention",
        ["text"] = mention.Text,
        ["mentioned"] = new JsonObject { ["id"] = mention.Id, ["name"] = mention.Name },
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(IReadOnlyList<CardElement>))]
[JsonSerializable(typeof(IReadOnlyList<CardAction>))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
