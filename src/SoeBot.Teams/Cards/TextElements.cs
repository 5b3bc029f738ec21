using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

public sealed record TextBlock([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CardText Text) : CardElement
{
    public TextSize Size { get; init; }

    public TextWeight Weight { get; init; }

    public TextColor Color { get; init; }

    public bool IsSubtle { get; init; }

    public bool Wrap { get; init; } = true;

    public int? MaxLines { get; init; }

    public TextStyle Style { get; init; }

    public Alignment HorizontalAlignment { get; init; }

    /// <summary>A title that screen readers announce as one.</summary>
    public static TextBlock Heading(CardText text) =>
        new(text) { Style = TextStyle.Heading, Size = TextSize.Large, Weight = TextWeight.Bolder };

    public static TextBlock Subheading(CardText text) =>
        new(text) { Style = TextStyle.Heading, Size = TextSize.Medium, Weight = TextWeight.Bolder };

    public static TextBlock Subtle(CardText text) => new(text) { IsSubtle = true, Size = TextSize.Small };
}

public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement
{
    public FactSet(params Fact[] facts)
        : this((IReadOnlyList<Fact>)facts)
    {
    }
}

public sealed record Fact(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CardText Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] CardText Value);

/// <param name="Url">Public https, or a data URI (which counts into the card's size).</param>
/// <param name="AltText">What a screen reader says; the linter refuses an image without.</param>
public sealed record Image([property: JsonIgnore] Uri Url, string AltText) : CardElement
{
    public ImageSize Size { get; init; }

    [JsonInclude, JsonPropertyName("url")]
    internal string UrlOnTheWire => Url.OriginalString;
}

/// <summary>Drawn on newer clients only: say the same in words somewhere else.</summary>
public sealed record Badge(string Text) : NewerElement
{
    public BadgeStyle Style { get; init; }

    public BadgeAppearance Appearance { get; init; }

    /// <summary>Name of a Fluent icon.</summary>
    public string? Icon { get; init; }

    public string? Tooltip { get; init; }
}

public sealed record ProgressBar([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double Value) : NewerElement
{
    public double Max { get; init; } = 100;

    public ProgressColor Color { get; init; }
}
