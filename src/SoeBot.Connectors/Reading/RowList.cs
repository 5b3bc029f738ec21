using SoeBot.Connectors.Tables;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading;

/// <summary>Rows of one table in an array of their own type, so that nobody has to copy them into one.</summary>
internal sealed class RowList(TableShape shape, int expected = 64)
{
    private IPlanRow[] rows = shape.NewRows(expected);

    public int Count { get; private set; }

    public void Add(IPlanRow row)
    {
        if (Count == rows.Length) rows = Of(Math.Max(64, Count * 2));
        rows[Count++] = row;
    }

    public int PlaceOf(string key) => Array.FindIndex(rows, 0, Count, row => row.Key == key);

    /// <summary>Nothing is added any more.</summary>
    public IPlanRow[] All() => rows = rows.Length == Count ? rows : Of(Count);

    private IPlanRow[] Of(int length)
    {
        var made = shape.NewRows(length);
        Array.Copy(rows, made, Count);
        return made;
    }
}
