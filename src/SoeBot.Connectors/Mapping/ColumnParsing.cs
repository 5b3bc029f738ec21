using System.Globalization;
using System.Text.Json;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Mapping;

/// <summary>Reads the mapping of one column, and what rows and columns have in common.</summary>
internal static class ColumnParsing
{
    private static readonly string[] Known =
    [
        "from", "constant", "join", "with", "lookup", "codes", "emptyWhen", "dates", "decimal", "thousands", "scale", "productionDay", "knownFrom", "else",
    ];

    private const decimal MostScale = 1_000_000_000m;

    public static ColumnMapping? Column(JsonPlace place, ColumnShape shape, MappingFormat format)
    {
        if (place.Element.ValueKind == JsonValueKind.String)
            return new ColumnMapping { From = place.Text(), Dates = format.Dates, Decimal = format.Decimal, Thousands = format.Thousands, EmptyWhen = format.EmptyWhen };
        var parts = place.Properties(Known);
        if (parts.Keys.Count(name => name is "from" or "constant" or "join") != 1)
        {
            place.Wrong("exactly one of from, constant and join is expected here.");
            return null;
        }
        var column = new ColumnMapping
        {
            From = parts.GetValueOrDefault("from")?.Text(),
            Constant = parts.GetValueOrDefault("constant")?.Text(),
            Join = parts.GetValueOrDefault("join")?.Texts(),
            With = parts.GetValueOrDefault("with")?.Text() ?? "/",
            Lookups = parts.TryGetValue("lookup", out var lookup) ? LookupsAt(lookup) : [],
            Codes = parts.GetValueOrDefault("codes")?.Properties().ToDictionary(p => p.Key, p => p.Value.Text() ?? "", StringComparer.OrdinalIgnoreCase),
            EmptyWhen = parts.GetValueOrDefault("emptyWhen")?.Texts() ?? format.EmptyWhen,
            Dates = parts.TryGetValue("dates", out var dates) ? DateFormats(dates) : format.Dates,
            Decimal = parts.GetValueOrDefault("decimal")?.Character() ?? format.Decimal,
            Thousands = parts.GetValueOrDefault("thousands")?.Character() ?? format.Thousands,
            Scale = parts.TryGetValue("scale", out var scale) ? ScaleAt(scale) : null,
            ProductionDay = parts.GetValueOrDefault("productionDay")?.Flag() ?? false,
            KnownFrom = parts.TryGetValue("knownFrom", out var known) ? KnownFrom(known) : null,
            Else = parts.TryGetValue("else", out var other) ? Column(other, shape, format) : null,
        };
        if (column.KnownFrom is not null && shape.Required)
            parts["knownFrom"].Wrong($"{shape.Name} needs a value in every row, so it cannot be unknown; give knownFrom to the table, and the row is left out.");
        if (column.Scale is not null && shape.Kind is not (ColumnKind.Number or ColumnKind.Whole))
            parts["scale"].Wrong($"{shape.Name} is no number.");
        if (column.Scale is { } factor && (factor.Times == 0 || Math.Abs(factor.Times) > MostScale || factor.Over > MostScale || factor.Over < 1 / MostScale))
            parts["scale"].Wrong("a scale lies between 0 and 1,000,000,000.");
        if (column.ProductionDay && shape.Kind != ColumnKind.Day) parts["productionDay"].Wrong($"{shape.Name} is no day.");
        return column;
    }

    public static KnownFrom? KnownFrom(JsonPlace place)
    {
        if (place.Element.ValueKind == JsonValueKind.String) return new KnownFrom(place.Text()!, 0);
        var parts = place.Properties(["column", "plus"]);
        if (parts.GetValueOrDefault("column")?.Text() is { } column) return new KnownFrom(column, parts.GetValueOrDefault("plus")?.Whole() ?? 0);
        if (!parts.ContainsKey("column")) place.Wrong("column is missing: the column with the day.");
        return null;
    }

    public static IReadOnlyList<string> DateFormats(JsonPlace place)
    {
        var formats = place.Texts();
        foreach (var format in formats.Where(f => !Works(f)))
            place.Wrong($"\"{format}\" is no date format; write yyyy, MM and dd, e.g. dd.MM.yyyy.");
        return formats;

        static bool Works(string format)
        {
            var day = new DateTime(2031, 12, 24);
            try
            {
                return DateTime.TryParseExact(
                    day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back) && back == day;
            }
            catch (FormatException)
            {
                return false;
            }
        }
    }

    private static Scale? ScaleAt(JsonPlace place)
    {
        if (place.Element.ValueKind == JsonValueKind.Number) return place.Number() is { } times ? new Scale(times, 1) : null;
        if (place.Text() is not { } text) return null;
        var parts = text.Split('/');
        if (parts.Length == 2 && Plain(parts[0]) is { } over && Plain(parts[1]) is > 0 and { } under) return new Scale(over, under);
        place.Wrong("a scale is a number, or two numbers with a stroke between them: \"1/3600\".");
        return null;

        static decimal? Plain(string part) =>
            decimal.TryParse(part, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static IReadOnlyList<Lookup> LookupsAt(JsonPlace place)
    {
        var places = place.Element.ValueKind == JsonValueKind.Array ? place.Items() : [place];
        if (places.Count == 0) place.Wrong("at least one lookup is expected here.");
        return [.. places.Select(LookupAt).OfType<Lookup>()];
    }

    private static Lookup? LookupAt(JsonPlace place)
    {
        var parts = place.Properties(["file", "key", "value", "keep"]);
        place.Need(parts, "file", "key", "value");
        var keep = parts.TryGetValue("keep", out var at) ? ConditionParsing.Condition(at) : null;
        return parts.GetValueOrDefault("file")?.Text() is { } file && parts.GetValueOrDefault("key")?.Text() is { } key
            && parts.GetValueOrDefault("value")?.Text() is { } value
            ? new Lookup(file, key, value, keep) : null;
    }
}
