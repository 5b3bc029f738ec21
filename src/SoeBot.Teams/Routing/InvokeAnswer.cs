using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SoeBot.Teams.Cards;

namespace SoeBot.Teams.Routing;

/// <summary>The HTTP answer to an invoke, made only here so that every form of it is right (protocol notes 4).</summary>
public sealed record InvokeAnswer
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private static ReadOnlySpan<byte> CardEnvelope => "{\"statusCode\":200,\"type\":\"application/vnd.microsoft.card.adaptive\",\"value\":"u8;

    private readonly JsonObject? _body;

    // The usual answer is a card, and it goes to the wire without nodes in between.
    private readonly Card? _card;
    private readonly WrittenCard? _written;

    private InvokeAnswer(int status, JsonObject? body) => (Status, _body) = (status, body);

    private InvokeAnswer(Card card) => (Status, _card) = (200, card);

    private InvokeAnswer(WrittenCard written) => (Status, _card, _written) = (200, written.Card, written);

    public int Status { get; }

    public bool HasBody => _card is not null || _body is not null;

    public JsonObject? Body => _card is null ? _body : Enveloped(200, CardType, CardJson.Write(_card));

    /// <summary>Nothing was done, or nobody knows what: a repeat has to try again.</summary>
    internal bool IsBroken { get; init; }

    /// <summary>Nobody here knows the name of the invoke.</summary>
    public static InvokeAnswer NotImplemented { get; } = new(501, null);

    /// <summary>Done, nothing to show: closes a dialog.</summary>
    public static InvokeAnswer Done { get; } = new(200, null);

    public static InvokeAnswer Press(PressAnswer answer) => answer switch
    {
        { Written: { } written } => new InvokeAnswer(written),
        { Card: { } card } => new InvokeAnswer(card),
        { Code: { } code } => Error(400, code, answer.Message!),
        _ => Envelope(200, "application/vnd.microsoft.activity.message", answer.Message!),
    };

    /// <param name="status">400 for what was asked, 500 for what broke; the HTTP status is 200 all the same.</param>
    /// <param name="code">A word for support.</param>
    /// <param name="message">A sentence for the person.</param>
    public static InvokeAnswer Error(int status, string code, string message) =>
        Envelope(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });

    /// <summary>Answers <c>application/search</c>: what a typing person may choose. Fifteen are shown.</summary>
    public static InvokeAnswer Search(IEnumerable<Choice> results) => Envelope(
        200,
        "application/vnd.microsoft.search.searchResponse",
        new JsonObject
        {
            ["results"] = new JsonArray([.. results.Select(one => (JsonNode)new JsonObject { ["title"] = one.Title, ["value"] = one.Value })]),
        });

    /// <summary>Opens or continues a dialog; its buttons are <see cref="SubmitAction"/>.</summary>
    public static InvokeAnswer Dialog(string title, Card card, string height = "medium", string width = "medium") => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["height"] = height,
        ["width"] = width,
        ["card"] = Attachment(card),
    });

    /// <summary>Closes a dialog with a line.</summary>
    public static InvokeAnswer DialogMessage(string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return Task("message", message);
    }

    /// <summary>Answers <c>composeExtension/query</c>.</summary>
    /// <param name="results">The card that is inserted, and the title and text of its line in the list.</param>
    public static InvokeAnswer Results(IEnumerable<(Card Card, string Title, string Text)> results) => Extension(new JsonObject
    {
        ["type"] = "result",
        ["attachmentLayout"] = "list",
        ["attachments"] = new JsonArray([.. results.Select(one => (JsonNode)Preview(one.Card, one.Title, one.Text))]),
    });

    public static InvokeAnswer ResultsMessage(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Extension(new JsonObject { ["type"] = "message", ["text"] = text });
    }

    /// <returns>Bytes written.</returns>
    internal long WriteTo(IBufferWriter<byte> output)
    {
        if (_written is not null)
        {
            output.Write(CardEnvelope);
            output.Write(_written.Json);
            output.Write("}"u8);
            return CardEnvelope.Length + _written.Json.Length + 1;
        }

        using var writer = new Utf8JsonWriter(output, CardJson.Writing);
        if (_card is null)
        {
            _body!.WriteTo(writer);
        }
        else
        {
            writer.WriteStartObject();
            writer.WriteNumber("statusCode", 200);
            writer.WriteString("type", CardType);
            writer.WritePropertyName("value");
            CardJson.Write(writer, _card);
            writer.WriteEndObject();
        }

        writer.Flush();
        return writer.BytesCommitted;
    }

    internal static InvokeAnswer Former(FormerAnswer former) =>
        new(former.Status, former.Body is null ? null : JsonNode.Parse(former.Body)!.AsObject());

    internal FormerAnswer ToFormer()
    {
        if (!HasBody)
        {
            return new FormerAnswer(Status, null);
        }

        var output = new ArrayBufferWriter<byte>(8 * 1024);
        WriteTo(output);
        return new FormerAnswer(Status, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static JsonObject Preview(Card card, string title, string text)
    {
        var attachment = Attachment(card);
        attachment["preview"] = new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.thumbnail",
            ["content"] = new JsonObject { ["title"] = title, ["text"] = text },
        };
        return attachment;
    }

    private static JsonObject Attachment(Card card) => new() { ["contentType"] = CardType, ["content"] = CardJson.Write(card) };

    private static InvokeAnswer Task(string type, JsonNode value) =>
        new(200, new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });

    private static InvokeAnswer Extension(JsonObject value) => new(200, new JsonObject { ["composeExtension"] = value });

    private static InvokeAnswer Envelope(int status, string type, JsonNode value) =>
        new(200, Enveloped(status, type, value));

    private static JsonObject Enveloped(int status, string type, JsonNode value) =>
        new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
