using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle Style { get; init; }

    public bool ShowBorder { get; init; }

    public bool RoundedCorners { get; init; }

    public bool Bleed { get; init; }

    public CardAction? SelectAction { get; init; }
}

public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement
{
    public ColumnSet(params Column[] columns)
        : this((IReadOnlyList<Column>)columns)
    {
    }

    public ContainerStyle Style { get; init; }
}

/// <param name="Width">At least one column of a set must stretch or carry a weight, or phones clip the text.</param>
/// <param name="Items">What stands in the column.</param>
public sealed record Column([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ColumnWidth Width, IReadOnlyList<CardElement> Items)
{
    public Column(ColumnWidth width, params CardElement[] items)
        : this(width, (IReadOnlyList<CardElement>)items)
    {
    }

    [JsonInclude, JsonPropertyOrder(-1)]
    internal string Type { get; } = "Column";

    public ContainerStyle Style { get; init; }
}

/// <summary>Width of a column on the wire: <c>auto</c>, <c>stretch</c>, a weight or pixels.</summary>
[JsonConverter(typeof(ColumnWidthConverter))]
public readonly record struct ColumnWidth
{
    private ColumnWidth(int weight, int pixels, bool auto) => (WeightOf, PixelsOf, IsAuto) = (weight, pixels, auto);

    public static ColumnWidth Auto => new(0, 0, true);

    public static ColumnWidth Stretch => default;

    internal int WeightOf { get; }

    internal int PixelsOf { get; }

    internal bool IsAuto { get; }

    public static ColumnWidth Weight(int weight) => new(weight, 0, false);

    public static ColumnWidth Pixels(int pixels) => new(0, pixels, false);
}

internal sealed class ColumnWidthConverter : JsonConverter<ColumnWidth>
{
    public override ColumnWidth Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are written, not read.");

    public override void Write(Utf8JsonWriter writer, ColumnWidth value, JsonSerializerOptions options)
    {
        if (value.WeightOf > 0)
        {
            writer.WriteNumberValue(value.WeightOf);
        }
        else
        {
            writer.WriteStringValue(
                value.IsAuto ? "auto" : value.PixelsOf > 0 ? value.PixelsOf.ToString(CultureInfo.InvariantCulture) + "px" : "stretch");
        }
    }
}
