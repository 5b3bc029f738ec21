using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Mapping;

/// <summary>One of our tables and the file it is read from.</summary>
/// <param name="Optional">When the file is not there the table is absent; otherwise that is a problem.</param>
internal sealed record TableMapping(TableShape Shape, string File, bool Optional, IReadOnlyDictionary<string, ColumnMapping> Columns)
{
    /// <summary>Of its file, and of the files it looks values up in.</summary>
    public TextForm Form { get; init; } = new(null, null);

    /// <summary>Of the days that conditions look at.</summary>
    public IReadOnlyList<string>? Dates { get; init; }
    public KnownFrom? KnownFrom { get; init; }
    public RowCondition? Keep { get; init; }

    /// <summary>Our own layout: the same names, dates as yyyy-MM-dd, a point for decimals.</summary>
    public static TableMapping Native(TableShape shape) => new(
        shape, shape.File, Optional: true,
        shape.Columns.ToDictionary(c => c.Name, c => new ColumnMapping { From = c.Name }, StringComparer.Ordinal))
    {
        MissingColumnsAllowed = true,
    };

    /// <summary>What tells it from every other mapping: of mappings with one print each row becomes the same.</summary>
    public string Print { get; init; } = "";

    /// <summary>What becomes of a row depends on the day of the reading.</summary>
    public bool LooksAtToday => KnownFrom is not null || Keep is { LooksAtToday: true } || Columns.Values.Any(column => column.LooksAtToday);

    /// <summary>Optional columns may be left out of the file.</summary>
    public bool MissingColumnsAllowed { get; init; }
}
