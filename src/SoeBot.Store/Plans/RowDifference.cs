using SoeBot.Domain.Plan;
using SoeBot.Store.Bulk;

namespace SoeBot.Store.Plans;

/// <summary>
/// Tells by their hashes which rows of an import are in the version before already. Equal once both are stored: a quantity with more decimals than are
/// kept is not a change.
/// </summary>
internal sealed class RowDifference<T>
    where T : class, IPlanRow
{
    private const int Doubtful = -1;
    private readonly Dictionary<long, int> _places;
    private readonly bool[] _stays;
    private readonly HashSet<string> _closed = new(StringComparer.Ordinal);
    private readonly RowForm<T> _form;
    private readonly RowHash _hash = new();

    /// <exception cref="ArgumentException">Two rows have the same key.</exception>
    public RowDifference(string table, IReadOnlyList<T> rows, RowForm<T> form)
    {
        (Rows, Hashes, _stays, _places) = (rows, new long[rows.Count], new bool[rows.Count], new(rows.Count));
        _form = form;
        var keys = new HashSet<long>(rows.Count);
        for (var at = 0; at < rows.Count; at++)
        {
            _hash.Text(rows[at].Key);
            if (!keys.Add(_hash.Take()) && rows.Take(at).Any(row => row.Key == rows[at].Key))
                throw new ArgumentException($"{table} has two rows {rows[at].Key}.", nameof(rows));
            Hashes[at] = HashOf(rows[at]);
            // Two different rows with one hash: both are written anew rather than one taken for the other.
            if (!_places.TryAdd(Hashes[at], at)) _places[Hashes[at]] = Doubtful;
        }
    }

    public IReadOnlyList<T> Rows { get; }
    public long[] Hashes { get; }

    /// <summary>Keys of rows that no longer hold as they are.</summary>
    public IReadOnlyCollection<string> Closed => _closed;

    /// <summary>A row that holds in the version before.</summary>
    /// <param name="hash">Of its values.</param>
    /// <param name="key">The source with its key as the next column.</param>
    public void Held(long hash, IRowSource key)
    {
        if (Stays(hash)) key.Skip();
        else _closed.Add(key.Text()!);
    }

    /// <summary>The same for a row at hand.</summary>
    public void Held(T row)
    {
        if (!Stays(HashOf(row))) _closed.Add(row.Key);
    }

    /// <summary>Places of the rows that are to be written, once all held ones are told.</summary>
    public List<int> Added()
    {
        var added = new List<int>();
        for (var at = 0; at < _stays.Length; at++)
            if (!_stays[at]) added.Add(at);
        return added;
    }

    public int Replaced(List<int> added) => _closed.Count == 0 ? 0 : added.Count(at => _closed.Contains(Rows[at].Key));

    private bool Stays(long hash) => _places.TryGetValue(hash, out var at) && at != Doubtful && !_stays[at] && (_stays[at] = true);

    private long HashOf(T row)
    {
        _form.Write(row, _hash);
        return _hash.Take();
    }
}
