using System.Text.Json;
using System.Text.Json.Serialization;
using SoeBot.Teams.Cards.PlainText;

namespace SoeBot.Teams.Cards;

/// <summary>
/// Text for a card. A string becomes escaped text: names, files and other systems' texts are hostile and must neither format
/// nor link nor mention. Trusted formatting is written with <see cref="Of"/>, whose holes are escaped again.
/// </summary>
[JsonConverter(typeof(CardTextConverter))]
public readonly struct CardText : IEquatable<CardText>
{
    private readonly string? _markdown;

    private CardText(string markdown) => _markdown = markdown;

    public static CardText Empty => default;

    public string Markdown => _markdown ?? "";

    /// <summary>The text as people read it where nothing is formatted: terminal, toast, print.</summary>
    public string Plain => MarkdownText.ToPlain(Markdown);

    public bool IsEmpty => string.IsNullOrWhiteSpace(_markdown);

    /// <summary>The literal parts are trusted markdown; every hole is escaped unless it is a <see cref="CardText"/> itself.</summary>
    public static CardText Of(CardTextHandler text) => new(text.ToMarkdown());

    /// <summary>Markdown that this code wrote. Never for text that came from outside.</summary>
    public static CardText Trusted(string markdown) => new(markdown);

    /// <summary>Names a person so that Teams notifies them; the card must list the same <see cref="CardMention"/>.</summary>
    public static CardText Mention(CardMention mention) => new(mention.Text);

    public static CardText Link(CardText text, Uri address) => new($"[{text.Markdown}]({MarkdownText.EscapeAddress(address.AbsoluteUri)})");

    public static CardText Join(string separator, IEnumerable<CardText> parts) =>
        new(string.Join(MarkdownText.Escape(separator), parts.Select(part => part.Markdown)));

    /// <summary>A bulleted list inside one text block.</summary>
    public static CardText Bullets(IEnumerable<CardText> items) =>
        new(string.Join("\r", items.Select(item => "- " + item.Markdown)));

    public static CardText FromString(string? text) => new(MarkdownText.Escape(text ?? ""));

    public static implicit operator CardText(string? text) => FromString(text);

    public static bool operator ==(CardText left, CardText right) => left.Equals(right);

    public static bool operator !=(CardText left, CardText right) => !left.Equals(right);

    public bool Equals(CardText other) => string.Equals(Markdown, other.Markdown, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is CardText other && Equals(other);

    public override int GetHashCode() => Markdown.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Plain;
}

internal sealed class CardTextConverter : JsonConverter<CardText>
{
    public override CardText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        CardText.Trusted(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, CardText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Markdown);
}
