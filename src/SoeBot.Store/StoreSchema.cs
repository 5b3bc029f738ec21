using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SoeBot.Store.Database;

namespace SoeBot.Store;

/// <summary>Brings the database to the form this build expects.</summary>
public sealed class StoreSchema
{
    private readonly SoeDatabase _database;

    internal StoreSchema(SoeDatabase database) => _database = database;

    /// <summary>Run at start, before anything else. Processes that start together come one after the other.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        _database.MakeFolder();
        await using var turn = await _database.TakeTurnAsync("migrate", cancellation);
        await using var db = await _database.OpenAsync(cancellation);
        if (db.Database.IsSqlite()) await PrepareSqliteAsync(db, cancellation);
        // Asking a table that is not there yet would be logged as a failure, twice.
        else await db.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellation);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).Count();
        await db.Database.MigrateAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync(db.AppendOnlySql, cancellation);
        Log.Migrated(_database.Log, db.Database.ProviderName ?? "", pending);
    }

    /// <summary>For a check before the start: changes nothing, makes no file.</summary>
    /// <exception cref="System.Data.Common.DbException">The database cannot be reached, or not with these credentials.</exception>
    public async Task<StoreState> LookAsync(CancellationToken cancellation)
    {
        await using var db = await _database.OpenAsync(cancellation);
        var known = db.Database.GetMigrations().ToList();
        if (_database.IsMissing) return new(Exists: false, known.Count, IsNewer: false);
        await db.Database.OpenConnectionAsync(cancellation);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        return new(Exists: true, known.Except(applied).Count(), applied.Except(known).Any());
    }

    /// <summary>For readiness.</summary>
    public Task<bool> CanConnectAsync(CancellationToken cancellation) =>
        _database.ReadAsync(db => db.Database.CanConnectAsync(cancellation), cancellation);

    /// <summary>
    /// EF guards a migration of SQLite with a row of its own and waits for ever for the row of a process that was killed.
    /// We hold the turn, so whatever row is there is nobody's.
    /// </summary>
    private async Task PrepareSqliteAsync(SoeDb db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
        var guarded = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (guarded > 0 && await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellation) > 0) Log.ClearedMigrationLock(_database.Log);
    }
}

/// <param name="Pending">Migrations that the next start runs.</param>
/// <param name="IsNewer">A later version of the bot wrote it.</param>
public sealed record StoreState(bool Exists, int Pending, bool IsNewer);
