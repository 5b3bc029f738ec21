using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace SoeBot.Store.Database;

#pragma warning disable EF1001 // There is no public place for this.

/// <summary>
/// Stays open as long as its pooled context lives; <see cref="SqlitePragmas"/> closes it in the end. Opening costs more than most queries:
/// the provider tells SQLite its thirty functions each time, and takes them away when it closes.
/// </summary>
internal sealed class SqliteOpen(RelationalConnectionDependencies dependencies, IRawSqlCommandBuilder sql, IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log)
    : SqliteRelationalConnection(dependencies, sql, log)
{
    protected override void CloseDbConnection() { }

    protected override Task CloseDbConnectionAsync() => Task.CompletedTask;

    /// <summary>In place of the provider's own, which closes.</summary>
    public static DbContextOptionsBuilder<TDb> In<TDb>(DbContextOptionsBuilder<TDb> options)
        where TDb : DbContext =>
        options.ReplaceService<ISqliteRelationalConnection, SqliteOpen>();
}
