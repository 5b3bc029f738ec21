namespace SoeBot.Domain.Pegging;

/// <summary>Row numbers grouped by item, in two arrays however many rows there are.</summary>
internal sealed class RowsByItem
{
    private readonly int[] _first;
    private readonly int[] _rows;

    /// <param name="itemOf">The item of each row; -1 leaves the row out.</param>
    public RowsByItem(int items, int[] itemOf)
    {
        _first = new int[items + 1];
        foreach (var item in itemOf)
            if (item >= 0) _first[item + 1]++;
        for (var i = 1; i <= items; i++) _first[i] += _first[i - 1];
        _rows = new int[_first[items]];
        var next = _first.AsSpan(0, items).ToArray();
        for (var row = 0; row < itemOf.Length; row++)
            if (itemOf[row] >= 0) _rows[next[itemOf[row]]++] = row;
    }

    public Span<int> Of(int item) => _rows.AsSpan(_first[item].._first[item + 1]);
}
