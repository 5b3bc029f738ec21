using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SoeBot.Store.Bulk;

namespace SoeBot.Store.Database;

internal sealed class SqliteSoeDb(DbContextOptions<SqliteSoeDb> options) : SoeDb(options)
{
    /// <summary>So many rows are passed over in the time in which one is found by an index.</summary>
    private const int DearerByIndex = 4;

    public override string AppendOnlySql => """
        CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
        CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END;
        """;

    public static IDbContextFactory<SoeDb> Contexts(string connection, ILoggerFactory loggers)
    {
        var pragmas = new SqlitePragmas();
        return new Pool<SqliteSoeDb>(
            SqliteBatches.In(SqliteOpen.In(new DbContextOptionsBuilder<SqliteSoeDb>().UseSqlite(connection).AddInterceptors(pragmas).AsOurs(loggers))).Options, pragmas);
    }

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

    /// <summary>Its planner takes an index whenever one begins with the plant, and then looks every row up by itself.</summary>
    public override async Task<string> ForManyAsync(string table, int rows, CancellationToken cancellation)
    {
        long last = 0;
        await ReadAsync($"SELECT max(id) FROM {table}", source => last = source.Big() ?? 0, cancellation);
        return rows >= last / DearerByIndex ? $"{table} NOT INDEXED" : table;
    }

    public override async Task ReadAsync(string sql, Action<IRowSource> row, CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        using var reader = new SqliteRowReader((SqliteConnection)Database.GetDbConnection(), sql);
        reader.Read(row, cancellation);
    }
}
