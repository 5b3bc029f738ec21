using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace SoeBot.Store.Database;

/// <summary>
/// What SQLite keeps per connection, said once to each: the pool gives a connection back as it was. <c>synchronous=FULL</c>: in WAL mode
/// NORMAL may lose the last commits when the power fails, and an approval that somebody saw confirmed must be there afterwards; the
/// price is one flush per commit. Knows what is open, so that the last one closed leaves a file without its log beside it.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor, IDisposable
{
    private const string Sql = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    private readonly ConditionalWeakTable<sqlite3, object> _told = [];
    private readonly ConcurrentDictionary<DbConnection, bool> _open = new(ReferenceEqualityComparer.Instance);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        _open[connection] = true;
        if (connection is not SqliteConnection { Handle: { } handle } || !_told.TryAdd(handle, this)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite has nothing to wait for.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public override void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => _open.TryRemove(connection, out _);

    public override Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        ConnectionDisposed(connection, eventData);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        foreach (var connection in _open.Keys)
            try
            {
                connection.Close();
            }
            catch (SqliteException)
            {
                // Somebody still reads from it while the app ends; it goes with its reader.
            }
    }
}
