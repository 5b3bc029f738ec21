using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SoeBot.Store.Bulk;

/// <summary>The rows of one query, read through SQLite's own functions: no objects but those that are wanted.</summary>
internal sealed class SqliteRowReader : IRowSource, IDisposable
{
    /// <summary>The one that the package brings.</summary>
    private const string Library = "e_sqlite3";
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _query;

    /// <summary>Of the same query, which is disposed with this: the package counts who uses it with each value, twice for a text.</summary>
    private readonly nint _row;
    private readonly TextCaches _texts = new();
    private int _at;

    public SqliteRowReader(SqliteConnection connection, string sql)
    {
        _db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, sql, out _query), _db);
        _row = _query.DangerousGetHandle();
    }

    public void Read(Action<IRowSource> row, CancellationToken cancellation)
    {
        // Each look at a value takes this lock; for who holds it already that is a count and no more.
        var turn = sqlite3_db_mutex(_db.DangerousGetHandle());
        sqlite3_mutex_enter(turn);
        try
        {
            int result;
            while ((result = raw.sqlite3_step(_query)) == raw.SQLITE_ROW)
            {
                cancellation.ThrowIfCancellationRequested();
                _at = -1;
                row(this);
            }
            if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _db);
        }
        finally
        {
            sqlite3_mutex_leave(turn);
        }
    }

    public string? Text()
    {
        var value = Next();
        var bytes = Bytes(value);
        return bytes.IsEmpty && IsNull(value) ? null : _texts.Of(_at, bytes);
    }

    public long? Big()
    {
        var value = Next();
        return sqlite3_value_int64(value) is var number && number == 0 && IsNull(value) ? null : number;
    }

    public int? Whole() => (int?)Big();

    public bool? Flag() => Big() is { } number ? number != 0 : null;

    public DateOnly? Day()
    {
        var text = Bytes(Next());
        return text.IsEmpty ? null : new DateOnly(Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
    }

    public void Skip() => _at++;

    public void Dispose() => _query.Dispose();

    /// <summary>The value itself: what asks a column for anything takes the connection's lock each time, what asks its value takes none, and nobody else uses this connection.</summary>
    private nint Next() => sqlite3_column_value(_row, ++_at);

    private static bool IsNull(nint value) => sqlite3_value_type(value) == raw.SQLITE_NULL;

    /// <summary>Valid until the next row.</summary>
    private static ReadOnlySpan<byte> Bytes(nint value)
    {
        var first = sqlite3_value_blob(value);
        return first == 0 ? default : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), first), sqlite3_value_bytes(value));
    }

    // Each takes some nanoseconds and waits for nothing, so the collector need not be told of the way out and back.
    [DllImport(Library), SuppressGCTransition]
    private static extern nint sqlite3_column_value(nint row, int column);

    [DllImport(Library), SuppressGCTransition]
    private static extern nint sqlite3_value_blob(nint value);

    [DllImport(Library), SuppressGCTransition]
    private static extern int sqlite3_value_bytes(nint value);

    [DllImport(Library), SuppressGCTransition]
    private static extern long sqlite3_value_int64(nint value);

    [DllImport(Library), SuppressGCTransition]
    private static extern int sqlite3_value_type(nint value);

    [DllImport(Library)]
    private static extern nint sqlite3_db_mutex(nint connection);

    [DllImport(Library)]
    private static extern void sqlite3_mutex_enter(nint mutex);

    [DllImport(Library)]
    private static extern void sqlite3_mutex_leave(nint mutex);

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
