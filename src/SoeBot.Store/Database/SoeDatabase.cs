using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SoeBot.Domain.HandOver;
using SoeBot.Store.Effects;
using SoeBot.Store.HandOver;
using SoeBot.Store.Inbox;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reading;

namespace SoeBot.Store.Database;

/// <summary>
/// The one road to the contexts. A write is a function that looks, decides and adds; when it loses a race (a version moved on,
/// a unique key was taken, a deadlock was broken) it runs again on a fresh context and finds the winner.
/// </summary>
internal sealed class SoeDatabase(IOptions<StoreOptions> options, OutboxSignal outbox, InboxSignal inbox, HandOverSignal handOvers, ILoggerFactory? loggers = null) : IDisposable
{
    private const int Attempts = 20;

    private readonly IDbContextFactory<SoeDb> _contexts = options.Value.Provider switch
    {
        StoreProvider.Sqlite => SqliteSoeDb.Contexts(options.Value.ConnectionString, loggers ?? NullLoggerFactory.Instance),
        StoreProvider.PostgreSql => PostgresSoeDb.Contexts(options.Value.ConnectionString, loggers ?? NullLoggerFactory.Instance),
    };

    /// <summary>SQLite has one writer: waiting here in order is better than polling its lock. Null on PostgreSQL.</summary>
    private readonly SemaphoreSlim? _lane = options.Value.Provider == StoreProvider.Sqlite ? new(1, 1) : null;

    /// <summary>Full path; null on PostgreSQL.</summary>
    private string? SqliteFile { get; } = options.Value.Provider == StoreProvider.Sqlite
        ? Path.GetFullPath(new SqliteConnectionStringBuilder(options.Value.ConnectionString).DataSource) : null;

    /// <summary>Writes wait for each other, whatever they write.</summary>
    public bool HasOneWriter => _lane is not null;

    /// <summary>For work on several tables at once: one more than this machine has processors would only wait.</summary>
    public static ParallelOptions InParallel(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount), CancellationToken = cancellation };

    public ILogger Log { get; } = (loggers ?? NullLoggerFactory.Instance).CreateLogger("SoeBot.Store");

    public Task<SoeDb> OpenAsync(CancellationToken cancellation) => _contexts.CreateDbContextAsync(cancellation);

    public async Task<T> ReadAsync<T>(Func<SoeDb, Task<T>> read, CancellationToken cancellation)
    {
        await using var db = await OpenAsync(cancellation);
        return await read(db);
    }

    public Task<T> WriteAsync<T>(Func<SoeDb, Task<T>> write, CancellationToken cancellation) => AgainAsync(() => TryWriteAsync(write, cancellation), cancellation);

    private async Task<T> AgainAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await write();
            }
            catch (Exception lost) when (attempt < Attempts && LostRace.Is(lost))
            {
                Store.Log.RaceLost(Log, attempt, lost.GetType().Name);

                // Many presses on one card at the same moment must not keep meeting each other.
                await Task.Delay(Random.Shared.Next(5 * attempt), cancellation);
            }
        }
    }

    public Task WriteAsync(Func<SoeDb, Task> write, CancellationToken cancellation) =>
        WriteAsync(async db => { await write(db); return true; }, cancellation);

    /// <summary>A change that is one command: it is done as a whole or not at all without a transaction around it.</summary>
    /// <param name="write">On SQLite one statement, or several of which each may be done without the others.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<T> WriteAtOnceAsync<T>(Func<SoeDb, Task<T>> write, CancellationToken cancellation) =>
        AgainAsync(() => InLaneAsync(write, cancellation), cancellation);

    /// <summary>A change that is nothing but its effect.</summary>
    public Task WriteAsync(Effect effect, CancellationToken cancellation) =>
        WriteAsync(db => EffectWriter.WriteAsync(db, effect, cancellation), cancellation);

    /// <summary>Waits until nobody else does the work of that name; dispose ends the turn.</summary>
    public async Task<IAsyncDisposable> TakeTurnAsync(string name, CancellationToken cancellation) =>
        SqliteFile is { } file
            ? await Turns.TakeFileAsync(file, name, cancellation)
            : await Turns.TakeSessionAsync(await OpenAsync(cancellation), name, cancellation);

    /// <summary>The file is yet to be made. A server cannot say so without being asked.</summary>
    public bool IsMissing => SqliteFile is not null && !File.Exists(SqliteFile);

    public void MakeFolder()
    {
        if (Path.GetDirectoryName(SqliteFile) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
    }

    public void WakeSender() => outbox.Pulse();

    public void WakeWorker() => inbox.Pulse();

    /// <summary>An activity to work is committed. Whoever does not hear of it looks by itself soon.</summary>
    public async Task ActivityCameAsync(CancellationToken cancellation)
    {
        var isBehind = inbox.IsBehind;
        inbox.Pulse();
        if (isBehind)
            await ReadAsync(async db => { await db.AnnounceAsync(messages: false, activities: true, cancellation); return true; }, cancellation);
    }

    /// <inheritdoc cref="OutboxSignal.IsHere"/>
    public void Serves(string tenant, bool serves) => outbox.Serves(tenant, serves);

    private async Task<T> TryWriteAsync<T>(Func<SoeDb, Task<T>> write, CancellationToken cancellation)
    {
        var (messages, activities, waiting) = (false, false, false);
        var result = await InLaneAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var result = await write(db);
            await db.SaveChangesAsync(cancellation);
            var toSend = db.ChangeTracker.Entries<OutboxRow>().Select(row => row.Entity).Where(row => row is { State: OutboxState.Pending, RetryAt: null }).ToList();
            messages = toSend.Count > 0;
            activities = db.ChangeTracker.Entries<InboxRow>().Any();
            waiting = db.ChangeTracker.Entries<ChangeHandOver>().Any(row => row.Entity is { State: HandOverState.Waiting, HeldBy: null });

            // Only when somebody else is to do it: on PostgreSQL transactions that announce something commit one after the other.
            await db.AnnounceAsync(
                messages: toSend.Any(row => row.Tenant is { } tenant && !outbox.IsHere(tenant)),
                activities: activities && inbox.IsBehind && db.ChangeTracker.Entries<InboxRow>().Any(row => row.Entity.State == InboxState.Pending),
                cancellation);
            await transaction.CommitAsync(cancellation);
            return result;
        }, cancellation);
        if (messages) outbox.Pulse();
        if (activities) inbox.Pulse();
        if (waiting) handOvers.Pulse();
        return result;
    }

    private async Task<T> InLaneAsync<T>(Func<SoeDb, Task<T>> write, CancellationToken cancellation)
    {
        ReadOnce.Forget();
        if (_lane is not null) await _lane.WaitAsync(cancellation);
        try
        {
            await using var db = await OpenAsync(cancellation);
            return await write(db);
        }
        finally
        {
            _lane?.Release();
        }
    }

    public void Dispose()
    {
        _lane?.Dispose();
        (_contexts as IDisposable)?.Dispose();
    }
}
