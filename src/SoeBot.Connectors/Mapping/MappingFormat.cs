namespace SoeBot.Connectors.Mapping;

/// <summary>How values are written where a column says nothing else.</summary>
internal sealed record MappingFormat
{
    public char? Delimiter { get; init; }
    public IReadOnlyList<string>? Dates { get; init; }
    public char? Decimal { get; init; }
    public char? Thousands { get; init; }
    public IReadOnlyList<string> EmptyWhen { get; init; } = [];

    public static MappingFormat At(JsonPlace place)
    {
        var parts = place.Properties(["delimiter", "dates", "decimal", "thousands", "emptyWhen"]);
        return new MappingFormat
        {
            Delimiter = parts.GetValueOrDefault("delimiter")?.Character(),
            Dates = parts.TryGetValue("dates", out var dates) ? ColumnParsing.DateFormats(dates) : null,
            Decimal = parts.GetValueOrDefault("decimal")?.Character(),
            Thousands = parts.GetValueOrDefault("thousands")?.Character(),
            EmptyWhen = parts.GetValueOrDefault("emptyWhen")?.Texts() ?? [],
        };
    }
}
