using System.Text.Json.Nodes;
using SoeBot.Teams.Cards;

namespace SoeBot.Teams.Conversations;

/// <summary>
/// A message of ours: a card or a text, never both, because Teams splits the two and loses the id (protocol notes 3.6).
/// It can be kept as JSON and sent later.
/// </summary>
public sealed class OutgoingActivity
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private readonly JsonObject _body;

    private OutgoingActivity(JsonObject body) => _body = body;

    /// <param name="card">Its summary becomes the message's.</param>
    /// <param name="alert">Appears in the activity feed of everybody who sees it: for what must be noticed.</param>
    public static OutgoingActivity Of(Card card, bool alert = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(card.Summary);
        var body = Message(alert);
        body["summary"] = card.Summary;
        body["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = CardJson.Write(card) });
        return new OutgoingActivity(body);
    }

    /// <param name="text">Not empty.</param>
    /// <param name="mentions">Everybody whom the text names by <see cref="CardText.Mention"/>: they are notified.</param>
    public static OutgoingActivity Of(CardText text, params IReadOnlyList<CardMention> mentions)
    {
        if (text.IsEmpty)
        {
            throw new ArgumentException("Teams refuses a message without text.", nameof(text));
        }

        var body = Message(alert: false);
        body["textFormat"] = "markdown";
        body["text"] = text.Markdown;
        if (mentions.Count > 0)
        {
            body["entities"] = new JsonArray([.. mentions.Select(CardJson.WriteMention)]);
        }

        return new OutgoingActivity(body);
    }

    /// <summary>The writing indicator; vanishes by itself.</summary>
    public static OutgoingActivity Typing() => new(new JsonObject { ["type"] = "typing" });

    public static OutgoingActivity FromJson(string json) => new(JsonNode.Parse(json)!.AsObject());

    public string ToJson() => _body.ToJsonString(CardJson.Relaxed);

    /// <summary>A copy of the wire's body.</summary>
    internal JsonObject ToBody() => (JsonObject)_body.DeepClone();

    private static JsonObject Message(bool alert)
    {
        var body = new JsonObject { ["type"] = "message" };
        if (alert)
        {
            body["channelData"] = new JsonObject { ["notification"] = new JsonObject { ["alert"] = true } };
        }

        return body;
    }
}
