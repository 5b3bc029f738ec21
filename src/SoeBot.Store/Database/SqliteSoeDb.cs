using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

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

    public override async Task AppendAsync(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var command = (SqliteCommand)Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(name => $"\"{name}\""))}) VALUES ({string.Join(", ", columns.Select((_, at) => $"$p{at}"))})";
        var parameters = columns.Select((_, at) => command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{at}" })).ToArray();
        foreach (var row in rows)
        {
            for (var at = 0; at < parameters.Length; at++) parameters[at].Value = row[at] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
