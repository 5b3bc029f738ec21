using System.Text.Json.Serialization;

namespace SoeBot.Teams.Cards;

/// <summary>At most four columns: a phone has no horizontal scroll (protocol notes 7.7).</summary>
public sealed record Table(
    [property: JsonIgnore] IReadOnlyList<TableColumn> Columns,
    [property: JsonIgnore] IReadOnlyList<TableRow> Rows) : CardElement
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool ShowGridLines { get; init; } = true;

    [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    internal bool FirstRowAsHeaders => HasHeader;

    [JsonIgnore]
    internal bool HasHeader => Columns.Any(column => !column.Title.IsEmpty);

    [JsonInclude, JsonPropertyName("columns")]
    internal IEnumerable<WireColumn> ColumnsOnTheWire =>
        Columns.Select(column => new WireColumn(column.Weight, column.HorizontalAlignment));

    [JsonInclude, JsonPropertyName("rows")]
    internal IEnumerable<WireRow> RowsOnTheWire =>
        (HasHeader ? Rows.Prepend(Header) : Rows).Select(row => new WireRow(row.Style, row.Cells.Select(cell => new WireCell(cell.Items, cell.Style))));

    private TableRow Header => new(
        Columns.Select(column => new TableCell([new TextBlock(column.Title) { Weight = TextWeight.Bolder, HorizontalAlignment = column.HorizontalAlignment }])).ToList());

    internal sealed record WireColumn(int Width, [property: JsonPropertyName("horizontalCellContentAlignment")] Alignment Alignment);

    internal sealed record WireRow(ContainerStyle Style, IEnumerable<WireCell> Cells)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "TableRow";
    }

    internal sealed record WireCell(IReadOnlyList<CardElement> Items, ContainerStyle Style)
    {
        [JsonPropertyOrder(-1)]
        public string Type { get; } = "TableCell";
    }
}

/// <param name="Title">The header cell; if no column has one, the table has no header row.</param>
/// <param name="Weight">Share of the width.</param>
public sealed record TableColumn(CardText Title, int Weight = 1)
{
    public Alignment HorizontalAlignment { get; init; }
}

public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public TableRow(params TableCell[] cells)
        : this((IReadOnlyList<TableCell>)cells)
    {
    }

    public ContainerStyle Style { get; init; }
}

public sealed record TableCell(IReadOnlyList<CardElement> Items)
{
    public ContainerStyle Style { get; init; }

    public static TableCell FromText(CardText text) => new([new TextBlock(text)]);

    public static implicit operator TableCell(CardText text) => FromText(text);

    public static implicit operator TableCell(string? text) => FromText(text);
}
