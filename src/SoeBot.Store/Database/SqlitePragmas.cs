using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SoeBot.Store.Database;

/// <summary>
/// What SQLite keeps per connection. <c>synchronous=FULL</c>: in WAL mode NORMAL may lose the last commits when the power fails,
/// and an approval that somebody saw confirmed must be there afterwards; the price is one flush per commit.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
