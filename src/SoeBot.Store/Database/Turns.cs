using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SoeBot.Store.Database;

/// <summary>
/// Work that only one process may do at a time, and that waits for its turn. The turn of a killed process is free at once:
/// on SQLite it is a locked file beside the database, on PostgreSQL a lock of the session.
/// </summary>
internal static class Turns
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<IAsyncDisposable> TakeFileAsync(string database, string name, CancellationToken cancellation)
    {
        var path = $"{database}.{name.Replace(' ', '-')}.lock";
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Look, cancellation);
            }
        }
    }

    public static async Task<IAsyncDisposable> TakeSessionAsync(SoeDb db, string name, CancellationToken cancellation)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtextextended({name}, 0))", cancellation);
            return new SessionTurn(db, name);
        }
        catch
        {
            await EndAsync(db);
            throw;
        }
    }

    /// <summary>Ends the session, and with it the turn: in the pool it would hold the turn for as long as nobody uses it.</summary>
    private static async ValueTask EndAsync(SoeDb db)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection connection) NpgsqlConnection.ClearPool(connection);
        await db.DisposeAsync();
    }

    private sealed class SessionTurn(SoeDb db, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtextextended({name}, 0))", CancellationToken.None);
            }
            catch
            {
                await EndAsync(db);
                throw;
            }
            await db.DisposeAsync();
        }
    }
}
