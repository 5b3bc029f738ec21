using System.Text.Json;
using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

// The first value of each is the wire's default and is left out.

[JsonConverter(typeof(JsonStringEnumConverter<Spacing>))]
public enum Spacing { Default, None, ExtraSmall, Small, Medium, Large, ExtraLarge, Padding }

[JsonConverter(typeof(JsonStringEnumConverter<TextSize>))]
public enum TextSize { Default, Small, Medium, Large, ExtraLarge }

[JsonConverter(typeof(JsonStringEnumConverter<TextWeight>))]
public enum TextWeight { Default, Lighter, Bolder }

[JsonConverter(typeof(JsonStringEnumConverter<TextColor>))]
public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

[JsonConverter(typeof(CamelCaseWords<TextStyle>))]
public enum TextStyle { Default, ColumnHeader, Heading }

[JsonConverter(typeof(JsonStringEnumConverter<Alignment>))]
public enum Alignment { Left, Center, Right }

[JsonConverter(typeof(CamelCaseWords<ContainerStyle>))]
public enum ContainerStyle { Default, Emphasis, Accent, Good, Attention, Warning }

[JsonConverter(typeof(CamelCaseWords<ActionStyle>))]
public enum ActionStyle { Default, Positive, Destructive }

[JsonConverter(typeof(CamelCaseWords<ActionMode>))]
public enum ActionMode { Primary, Secondary }

[JsonConverter(typeof(CamelCaseWords<AssociatedInputs>))]
public enum AssociatedInputs { Auto, None }

[JsonConverter(typeof(CamelCaseWords<ChoiceStyle>))]
public enum ChoiceStyle { Compact, Expanded, Filtered }

[JsonConverter(typeof(JsonStringEnumConverter<ImageSize>))]
public enum ImageSize { Auto, Stretch, Small, Medium, Large }

[JsonConverter(typeof(JsonStringEnumConverter<BadgeStyle>))]
public enum BadgeStyle { Default, Subtle, Informative, Accent, Good, Attention, Warning }

[JsonConverter(typeof(JsonStringEnumConverter<BadgeAppearance>))]
public enum BadgeAppearance { Filled, Tint }

[JsonConverter(typeof(JsonStringEnumConverter<ProgressColor>))]
public enum ProgressColor { Accent, Good, Warning, Attention }

[JsonConverter(typeof(CamelCaseWords<ChartColor>))]
public enum ChartColor
{
    Automatic, Good, Warning, Attention, Neutral,
    CategoricalBlue, CategoricalRed, CategoricalPurple, CategoricalLavender, CategoricalLime, CategoricalTeal, CategoricalMarigold,
}

[JsonConverter(typeof(JsonStringEnumConverter<BarDisplay>))]
public enum BarDisplay { AbsoluteWithAxis, AbsoluteNoAxis, PartToWhole }

[JsonConverter(typeof(JsonStringEnumConverter<GaugeFormat>))]
public enum GaugeFormat { Percentage, Fraction }

internal sealed class CamelCaseWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
