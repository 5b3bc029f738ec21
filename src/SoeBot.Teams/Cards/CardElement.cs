using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

/// <summary>An element of a card. The set is closed: what is not here, SoeBot does not send.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Image), "Image")]
[JsonDerivedType(typeof(Badge), "Badge")]
[JsonDerivedType(typeof(ProgressBar), "ProgressBar")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(LineChart), "Chart.Line")]
[JsonDerivedType(typeof(VerticalBarChart), "Chart.VerticalBar")]
[JsonDerivedType(typeof(HorizontalBarChart), "Chart.HorizontalBar")]
[JsonDerivedType(typeof(DonutChart), "Chart.Donut")]
[JsonDerivedType(typeof(GaugeChart), "Chart.Gauge")]
public abstract record CardElement
{
    private protected CardElement()
    {
    }

    [JsonPropertyOrder(-2)]
    public string? Id { get; init; }

    [JsonIgnore]
    public bool IsVisible { get; init; } = true;

    [JsonPropertyOrder(10)]
    public bool Separator { get; init; }

    [JsonPropertyOrder(10)]
    public Spacing Spacing { get; init; }

    [JsonInclude, JsonPropertyName("isVisible"), JsonPropertyOrder(10)]
    internal bool? VisibleOnTheWire => IsVisible ? null : false;
}

/// <summary>Not known to every client under version 1.5; one that cannot draw it leaves it out.</summary>
public abstract record NewerElement : CardElement
{
    private protected NewerElement()
    {
    }

    [JsonInclude, JsonPropertyName("fallback"), JsonPropertyOrder(11)]
    internal string FallbackOnTheWire { get; } = "drop";
}
