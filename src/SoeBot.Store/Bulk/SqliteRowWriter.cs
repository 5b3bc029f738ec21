using System.Buffers.Text;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SoeBot.Store.Bulk;

/// <summary>One prepared insert, row after row. Bound through SQLite's own functions: a parameter of the driver costs as much as storing its value.</summary>
internal sealed class SqliteRowWriter : IRowSink, IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _insert;
    private byte[] _text = new byte[1024];
    private int _at;

    public SqliteRowWriter(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        _db = connection.Handle!;
        var sql = $"INSERT INTO {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_db, sql, out _insert), _db);
    }

    public void EndRow()
    {
        var result = raw.sqlite3_step(_insert);
        raw.sqlite3_reset(_insert);
        _at = 0;
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _db);
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(_insert, ++_at);
            return;
        }
        if (_text.Length < Encoding.UTF8.GetMaxByteCount(value.Length)) _text = new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        raw.sqlite3_bind_text(_insert, ++_at, _text.AsSpan(0, Encoding.UTF8.GetBytes(value, _text)));
    }

    public void Big(long? value)
    {
        if (value is { } number) raw.sqlite3_bind_int64(_insert, ++_at, number);
        else raw.sqlite3_bind_null(_insert, ++_at);
    }

    public void Whole(int? value) => Big(value);

    public void Flag(bool? value) => Big(value is { } flag ? flag ? 1 : 0 : null);

    /// <summary>As text, yyyy-MM-dd.</summary>
    public void Day(DateOnly? value)
    {
        if (value is not { } day)
        {
            raw.sqlite3_bind_null(_insert, ++_at);
            return;
        }
        Span<byte> text = stackalloc byte[10];
        Utf8Formatter.TryFormat(day.Year, text, out _, new('D', 4));
        Utf8Formatter.TryFormat(day.Month, text[5..], out _, new('D', 2));
        Utf8Formatter.TryFormat(day.Day, text[8..], out _, new('D', 2));
        text[4] = text[7] = (byte)'-';
        raw.sqlite3_bind_text(_insert, ++_at, text);
    }

    public void Dispose() => _insert.Dispose();
}
