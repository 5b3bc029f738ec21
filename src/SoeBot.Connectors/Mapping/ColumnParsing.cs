using System.Globalization;
using System.Text.Json;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Mapping;

/// <summary>Reads the mapping of one column, and what rows and columns have in common.</summary>
internal static class ColumnParsing
{
    private static readonly string[] Known =
    [
        "from", "constant", "join", "with", "lookup", "codes", "emptyWhen", "dates", "decimal", "thousands", "scale", "knownFrom", "else",
    ];

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
            Lookup = parts.TryGetValue("lookup", out var lookup) ? LookupAt(lookup) : null,
            Codes = parts.GetValueOrDefault("codes")?.Properties().ToDictionary(p => p.Key, p => p.Value.Text() ?? "", StringComparer.OrdinalIgnoreCase),
            EmptyWhen = parts.GetValueOrDefault("emptyWhen")?.Texts() ?? format.EmptyWhen,
            Dates = parts.TryGetValue("dates", out var dates) ? DateFormats(dates) : format.Dates,
            Decimal = parts.GetValueOrDefault("decimal")?.Character() ?? format.Decimal,
            Thousands = parts.GetValueOrDefault("thousands")?.Character() ?? format.Thousands,
            Scale = parts.GetValueOrDefault("scale")?.Number(),
            KnownFrom = parts.TryGetValue("knownFrom", out var known) ? KnownFrom(known) : null,
            Else = parts.TryGetValue("else", out var other) ? Column(other, shape, format) : null,
        };
        if (column.KnownFrom is not null && shape.Required)
            parts["knownFrom"].Wrong($"{shape.Name} needs a value in every row, so it cannot be unknown; give knownFrom to the table, and the row is left out.");
        if (column.Scale is not null && shape.Kind is not (ColumnKind.Number or ColumnKind.Whole))
            parts["scale"].Wrong($"{shape.Name} is no number.");
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

    private static Lookup? LookupAt(JsonPlace place)
    {
        var parts = place.Properties(["file", "key", "value"]);
        place.Need(parts, "file", "key", "value");
        return parts.Count == 3 && parts["file"].Text() is { } file && parts["key"].Text() is { } key && parts["value"].Text() is { } value
            ? new Lookup(file, key, value) : null;
    }
}
