using System.Numerics;
using SoeBot.Domain.Plan;

namespace SoeBot.Connectors.Reading.Held;

/// <summary>The rows of a table by their keys, each key once. A copy of a million is made in some milliseconds, keys are not kept.</summary>
internal sealed class RowIndex
{
    private static readonly IPlanRow Taken = new StockLine { Item = "", Location = "", OnHand = 0 };
    private IPlanRow?[] rows;
    private int[] hashes;
    private int filled;

    public RowIndex(int expected = 0)
    {
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 2));
        (rows, hashes) = (new IPlanRow?[places], new int[places]);
    }

    private RowIndex(RowIndex other) => (rows, hashes, filled) = ((IPlanRow?[])other.rows.Clone(), (int[])other.hashes.Clone(), other.filled);

    public RowIndex Copy() => new(this);

    public bool Contains(string key) => rows[Place(key, key.GetHashCode(StringComparison.Ordinal))] is not null;

    /// <summary>False when there is a row of that key.</summary>
    public bool TryAdd(string key, IPlanRow row)
    {
        if (filled * 10 >= rows.Length * 7) Grow();
        var hash = key.GetHashCode(StringComparison.Ordinal);
        var place = Place(key, hash);
        if (rows[place] is not null) return false;
        (rows[place], hashes[place]) = (row, hash);
        filled++;
        return true;
    }

    public void Remove(string key) => rows[Place(key, key.GetHashCode(StringComparison.Ordinal))] = Taken;

    private int Place(string key, int hash)
    {
        var place = hash & (rows.Length - 1);
        while (rows[place] is { } row && (hashes[place] != hash || ReferenceEquals(row, Taken) || row.Key != key)) place = (place + 1) & (rows.Length - 1);
        return place;
    }

    private void Grow()
    {
        var (oldRows, oldHashes) = (rows, hashes);
        (rows, hashes, filled) = (new IPlanRow?[oldRows.Length * 2], new int[oldRows.Length * 2], 0);
        for (var old = 0; old < oldRows.Length; old++)
        {
            if (oldRows[old] is not { } row || ReferenceEquals(row, Taken)) continue;
            var place = oldHashes[old] & (rows.Length - 1);
            while (rows[place] is not null) place = (place + 1) & (rows.Length - 1);
            (rows[place], hashes[place]) = (row, oldHashes[old]);
            filled++;
        }
    }
}
