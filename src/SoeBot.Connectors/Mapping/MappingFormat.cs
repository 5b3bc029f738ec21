using System.Text;

namespace SoeBot.Connectors.Mapping;

/// <summary>How values are written where a column says nothing else.</summary>
internal sealed record MappingFormat
{
    // Others than Unicode come in a part of their own.
    static MappingFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public char? Delimiter { get; init; }
    public Encoding? Encoding { get; init; }
    public IReadOnlyList<string>? Dates { get; init; }
    public char? Decimal { get; init; }
    public char? Thousands { get; init; }
    public IReadOnlyList<string> EmptyWhen { get; init; } = [];

    public static MappingFormat At(JsonPlace place)
    {
        var parts = place.Properties(["delimiter", "encoding", "dates", "decimal", "thousands", "emptyWhen"]);
        return new MappingFormat
        {
            Delimiter = parts.GetValueOrDefault("delimiter")?.Character(),
            Encoding = parts.TryGetValue("encoding", out var encoding) ? EncodingAt(encoding) : null,
            Dates = parts.TryGetValue("dates", out var dates) ? ColumnParsing.DateFormats(dates) : null,
            Decimal = parts.GetValueOrDefault("decimal")?.Character(),
            Thousands = parts.GetValueOrDefault("thousands")?.Character(),
            EmptyWhen = parts.GetValueOrDefault("emptyWhen")?.Texts() ?? [],
        };
    }

    public static Encoding? EncodingAt(JsonPlace place)
    {
        if (place.Text() is not { } name) return null;
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            place.Wrong("there is no such encoding; usual are windows-1252 (western Europe), windows-1250 (central Europe), utf-8.");
            return null;
        }
    }
}
