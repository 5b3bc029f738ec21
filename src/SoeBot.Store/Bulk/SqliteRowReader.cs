using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SoeBot.Store.Bulk;

/// <summary>The rows of one query, read through SQLite's own functions: no objects but those that are wanted.</summary>
internal sealed class SqliteRowReader : IRowSource, IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _query;
    private readonly TextCache _texts = new();
    private int _at;

    public SqliteRowReader(SqliteConnection connection, string sql)
    {
        _db = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, sql, out _query), _db);
    }

    public void Read(Action<IRowSource> row, CancellationToken cancellation)
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

    public string? Text()
    {
        var bytes = raw.sqlite3_column_blob(_query, ++_at);
        return bytes.IsEmpty && IsNull ? null : _texts.Of(bytes);
    }

    public long? Big() => raw.sqlite3_column_int64(_query, ++_at) is var number && number == 0 && IsNull ? null : number;

    public int? Whole() => (int?)Big();

    public bool? Flag() => Big() is { } number ? number != 0 : null;

    public DateOnly? Day()
    {
        var text = raw.sqlite3_column_blob(_query, ++_at);
        return text.IsEmpty ? null : new DateOnly(Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
    }

    public void Skip() => _at++;

    public void Dispose() => _query.Dispose();

    private bool IsNull => raw.sqlite3_column_type(_query, _at) == raw.SQLITE_NULL;

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number * 10 + digit - '0';
        return number;
    }
}
