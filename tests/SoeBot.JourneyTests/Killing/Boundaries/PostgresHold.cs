using System.Diagnostics;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.JourneyTests.Killing.Boundaries;

/// <summary>
/// Before the commit: a trigger waits for a lock that the test has. After it: a trigger asks for a confirmation by a second server, which
/// the tests' cluster waits for in vain; the transaction is committed and the client is not told.
/// </summary>
internal sealed class PostgresHold(StoreRows rows) : IHold, IAsyncDisposable
{
    private const int Key = 4711;
    private static readonly string Standing =
        $"SELECT DISTINCT activity.pid FROM pg_stat_activity activity LEFT JOIN pg_locks locks ON locks.pid = activity.pid AND locks.locktype = 'advisory' AND locks.objid = {Key} AND NOT locks.granted "
        + "WHERE activity.datname = current_database() AND (locks.pid IS NOT NULL OR activity.wait_event = 'SyncRep')";
    private IAsyncDisposable? _lock;
    private Spot? _spot;

    public async Task SetAsync(Spot spot)
    {
        _spot = spot;
        _lock ??= await rows.KeepAsync($"SELECT pg_advisory_lock({Key})");
        var body = spot.Told ? "PERFORM set_config('synchronous_commit', 'on', true)" : $"PERFORM pg_advisory_xact_lock_shared({Key})";
        await rows.ExecuteAsync($"CREATE OR REPLACE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN {body.Replace("'", "''", StringComparison.Ordinal)}; RETURN NULL; END'");
        await rows.ExecuteAsync($"CREATE TRIGGER stand_still AFTER {spot.On} ON {spot.Table} FOR EACH ROW WHEN ({spot.When}) EXECUTE FUNCTION stand_still()");
    }

    public async Task ReachedAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while ((await rows.TextAsync(Standing)).Count == 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience.Most, $"The process never came to {_spot}.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    public async Task ReleaseAsync()
    {
        // The server does not notice a dead client while it waits; a wait for confirmation ends committed, one for the lock ends undone.
        foreach (var process in await rows.TextAsync(Standing)) await rows.ExecuteAsync($"SELECT pg_terminate_backend({process})");
        await rows.UntilEmptyAsync(Standing);
        if (_spot is { } spot) await rows.ExecuteAsync($"DROP TRIGGER stand_still ON {spot.Table}");
        _spot = null;
    }

    public ValueTask DisposeAsync() => _lock?.DisposeAsync() ?? ValueTask.CompletedTask;
}
