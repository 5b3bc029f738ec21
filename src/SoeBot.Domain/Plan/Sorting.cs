using System.Buffers;

namespace SoeBot.Domain.Plan;

/// <summary>Sorts by numbers, which takes a tenth of the time of comparing rows.</summary>
internal static class Sorting
{
    public delegate void Work<T>(Span<T> rows);

    /// <param name="rows">What is sorted in place.</param>
    /// <param name="keyOf">What it is sorted by.</param>
    /// <param name="among">Sorts those of the same key, two or more.</param>
    public static void By<T>(Span<T> rows, Func<T, long> keyOf, Work<T> among)
    {
        if (rows.Length < 2) return;
        var rented = ArrayPool<long>.Shared.Rent(rows.Length);
        var keys = rented.AsSpan(0, rows.Length);
        for (var i = 0; i < keys.Length; i++) keys[i] = keyOf(rows[i]);
        keys.Sort(rows);
        int from = 0, to;
        for (; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from];) to++;
            if (to - from > 1) among(rows[from..to]);
        }
        ArrayPool<long>.Shared.Return(rented);
    }
}
