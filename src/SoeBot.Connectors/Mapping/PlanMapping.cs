using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Mapping;

/// <summary>How the columns of somebody's files become our tables. The language is described in MAPPING.md.</summary>
public sealed class PlanMapping
{
    private static readonly Lazy<PlanMapping> adventureWorks = new(() => BuiltIn("adventureworks.json"));
    private static readonly Lazy<PlanMapping> frepple = new(() => BuiltIn("frepple.json"));

    private PlanMapping(string name, IReadOnlyList<TableMapping> tables) => (Name, Tables) = (name, tables);

    /// <summary>Our own layout: <c>orders.csv</c>, <c>schedule.csv</c> ... with our column names; files that are not there give absent tables.</summary>
    public static PlanMapping Native { get; } = new("our own layout", [.. PlanTables.All.Select(TableMapping.Native)]);

    /// <summary>The mapping of the AdventureWorks sample data, replayed as of the day of the reading.</summary>
    public static PlanMapping AdventureWorks => adventureWorks.Value;

    /// <summary>The mapping of frePPLe's manufacturing demo, one CSV file per model.</summary>
    public static PlanMapping Frepple => frepple.Value;

    /// <summary>What the ten tables are called: "orders", "work centres" ...</summary>
    public static IReadOnlyList<string> TableWords { get; } = [.. PlanTables.All.Select(table => table.Word)];

    /// <summary>What people call it.</summary>
    public string Name { get; }
    internal IReadOnlyList<TableMapping> Tables { get; }

    /// <summary>Either the mapping or what is wrong with it, each naming the place in the JSON.</summary>
    public static MappingParse Parse(string json)
    {
        var problems = new List<string>();
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false,
            });
            var mapping = Whole(new JsonPlace(document.RootElement, "$", problems), Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
            return problems.Count > 0 ? new MappingParse(null, problems) : new MappingParse(mapping, []);
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $"line {line + 1}, character {e.BytePositionInLine + 1}" : "a property stands there twice";
            return new MappingParse(null, [$"$: the mapping is no JSON ({where})."]);
        }
    }

    private static PlanMapping BuiltIn(string resource)
    {
        using var stream = typeof(PlanMapping).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var parse = Parse(reader.ReadToEnd());
        return parse.Mapping ?? throw new InvalidOperationException(string.Join(' ', parse.Problems));
    }

    private static PlanMapping? Whole(JsonPlace place, string print)
    {
        var parts = place.Properties(["name", "format", "tables"]);
        if (!parts.TryGetValue("tables", out var tables))
        {
            place.Wrong("tables is missing.");
            return null;
        }
        var format = parts.TryGetValue("format", out var at) ? MappingFormat.At(at) : new MappingFormat();
        var found = tables.Properties([.. PlanTables.All.Select(t => t.Word)], "table");
        if (found.Count == 0 && place.Problems.Count == 0) tables.Wrong("at least one table is expected here.");
        return new PlanMapping(
            parts.GetValueOrDefault("name")?.Text() ?? "a mapping",
            [.. PlanTables.All.Where(t => found.ContainsKey(t.Word)).Select(t => Table(found[t.Word], t, format)).OfType<TableMapping>().Select(table => table with { Print = print })]);
    }

    private static TableMapping? Table(JsonPlace place, TableShape shape, MappingFormat format)
    {
        var parts = place.Properties(["file", "delimiter", "encoding", "optional", "columns", "knownFrom", "keep"]);
        place.Need(parts, "file", "columns");
        if (!parts.TryGetValue("file", out var file) || !parts.TryGetValue("columns", out var columns)) return null;

        var shapes = shape.Columns.ToDictionary(c => c.Name, StringComparer.Ordinal);
        var places = columns.Properties(shapes.Keys, $"column in {shape.Word}");
        foreach (var needed in shape.Columns.Where(c => c.Required && !places.ContainsKey(c.Name)))
            columns.Wrong($"{needed.Name} is missing: every row of {shape.Word} needs it.");
        var mapped = new Dictionary<string, ColumnMapping>(StringComparer.Ordinal);
        foreach (var (name, at) in places)
            if (ColumnParsing.Column(at, shapes[name], format) is { } column) mapped[name] = column;
        return new TableMapping(shape, file.Text() ?? "", parts.GetValueOrDefault("optional")?.Flag() ?? false, mapped)
        {
            Form = new(parts.GetValueOrDefault("delimiter")?.Character() ?? format.Delimiter, parts.TryGetValue("encoding", out var encoding) ? MappingFormat.EncodingAt(encoding) : format.Encoding),
            Dates = format.Dates,
            KnownFrom = parts.TryGetValue("knownFrom", out var known) ? ColumnParsing.KnownFrom(known) : null,
            Keep = parts.TryGetValue("keep", out var keep) ? ConditionParsing.Condition(keep) : null,
        };
    }
}

/// <param name="Mapping">Null when there are problems.</param>
/// <param name="Problems">Each as people read it, beginning with the JSON path: <c>$.tables.orders.columns.item: ...</c></param>
public sealed record MappingParse(PlanMapping? Mapping, IReadOnlyList<string> Problems);
