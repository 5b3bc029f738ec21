using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

/// <summary>A field. Its id must start with <c>in_</c>, because Teams merges inputs over the action's own data.</summary>
public abstract record InputElement : CardElement
{
    private protected InputElement(string id, string label)
    {
        Id = id;
        Label = label;
    }

    [JsonIgnore]
    public string Label { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Shown by the client when the field is required and empty, and by us when the server refuses what was entered.</summary>
    public string? ErrorMessage { get; init; }

    [JsonInclude, JsonPropertyName("label"), JsonPropertyOrder(-1)]
    internal string? LabelOnTheWire => this is ToggleInput ? null : Label;
}

public sealed record TextInput : InputElement
{
    public TextInput(string id, string label)
        : base(id, label)
    {
    }

    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool IsMultiline { get; init; }

    public int? MaxLength { get; init; }
}

public sealed record NumberInput : InputElement
{
    public NumberInput(string id, string label)
        : base(id, label)
    {
    }

    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Placeholder { get; init; }
}

/// <summary>Arrives as <c>yyyy-MM-dd</c> without a zone: it is a day of the plant.</summary>
public sealed record DateInput : InputElement
{
    public DateInput(string id, string label)
        : base(id, label)
    {
    }

    public DateOnly? Value { get; init; }

    public DateOnly? Min { get; init; }

    public DateOnly? Max { get; init; }
}

/// <summary>Arrives as <c>HH:mm</c> without a zone: it is a time of the plant.</summary>
public sealed record TimeInput : InputElement
{
    public TimeInput(string id, string label)
        : base(id, label)
    {
    }

    [JsonConverter(typeof(MinuteConverter))]
    public TimeOnly? Value { get; init; }
}

public sealed record ChoiceInput : InputElement
{
    public ChoiceInput(string id, string label)
        : base(id, label)
    {
    }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The value of a choice; several are joined with commas.</summary>
    public string? Value { get; init; }

    public ChoiceStyle Style { get; init; }

    public bool IsMultiSelect { get; init; }

    public string? Placeholder { get; init; }

    /// <summary>Offers the people of the directory besides <see cref="Choices"/>; arrives as an Entra object id.</summary>
    [JsonIgnore]
    public bool PeoplePicker { get; init; }

    /// <summary>With <see cref="PeoplePicker"/>: only the people of this conversation.</summary>
    [JsonIgnore]
    public bool OnlyThisConversation { get; init; }

    /// <summary>Name of a data set of ours, asked while the person types (<c>application/search</c>).</summary>
    [JsonIgnore]
    public string? Dataset { get; init; }

    [JsonInclude, JsonPropertyName("choices.data")]
    internal ChoicesQuery? QueryOnTheWire =>
        PeoplePicker ? new ChoicesQuery("graph.microsoft.com/users" + (OnlyThisConversation ? "?scope=currentContext" : ""))
        : Dataset is null ? null
        : new ChoicesQuery(Dataset);

    internal sealed record ChoicesQuery(string Dataset)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "Data.Query";
    }
}

public sealed record Choice(string Title, string Value);

/// <summary>Arrives as the text <c>true</c> or <c>false</c>.</summary>
public sealed record ToggleInput : InputElement
{
    public ToggleInput(string id, string label)
        : base(id, label)
    {
    }

    [JsonIgnore]
    public bool Value { get; init; }

    [JsonInclude, JsonPropertyName("title")]
    internal string TitleOnTheWire => Label;

    [JsonInclude, JsonPropertyName("value")]
    internal string ValueOnTheWire => Value ? "true" : "false";
}

internal sealed class MinuteConverter : JsonConverter<TimeOnly>
{
    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are written, not read.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
