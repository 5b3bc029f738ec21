using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SoeBot.Store.Bulk;

namespace SoeBot.Store.Database;

internal sealed class SqliteSoeDb(DbContextOptions<SqliteSoeDb> options) : SoeDb(options)
{
    public override string AppendOnlySql => """
        CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
        CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
        """;

    public static IDbContextFactory<SoeDb> Contexts(string connection, ILoggerFactory loggers) =>
        new Pool<SqliteSoeDb>(new DbContextOptionsBuilder<SqliteSoeDb>()
            .UseSqlite(connection)
            .AddInterceptors(new SqlitePragmas())
            .AsOurs(loggers).Options);

    /// <summary>SQLite has nothing to wait for.</summary>
    public override Task AppendAsync(string table, IReadOnlyList<string> columns, int rows, Action<int, IRowSink> write, CancellationToken cancellation)
    {
        using var writer = new SqliteRowWriter((SqliteConnection)Database.GetDbConnection(), table, columns);
        for (var row = 0; row < rows; row++)
        {
            write(row, writer);
            writer.EndRow();
        }
        return Task.CompletedTask;
    }

    public override async Task ReadAsync(string sql, Action<IRowSource> row, CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        using var reader = new SqliteRowReader((SqliteConnection)Database.GetDbConnection(), sql);
        reader.Read(row, cancellation);
    }
}
