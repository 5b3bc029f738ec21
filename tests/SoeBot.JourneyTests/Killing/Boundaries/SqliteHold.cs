using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SoeBot.TestKit;
using SQLitePCL;
using Xunit;

namespace SoeBot.JourneyTests.Killing.Boundaries;

/// <summary>A trigger that counts for hours keeps the process within its transaction; nobody else can write meanwhile, which is how it is seen.</summary>
internal sealed class SqliteHold(StoreRows rows, BotProcess bot, string file) : IHold
{
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(300);
    private Spot? _spot;

    public async Task SetAsync(Spot spot)
    {
        Assert.False(spot.Told, "Between a commit and the next line of code nothing stops a process on SQLite.");
        _spot = spot;
        await rows.ExecuteAsync("CREATE VIEW IF NOT EXISTS for_ever AS WITH RECURSIVE counting(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting WHERE n < 1000000000000) SELECT max(n) AS n FROM counting");
        await rows.ExecuteAsync($"CREATE TRIGGER stand_still AFTER {spot.On} ON {spot.Table} WHEN {spot.When} BEGIN SELECT n FROM for_ever; END");
    }

    public async Task ReachedAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var started = Stopwatch.GetTimestamp();
        (long Written, TimeSpan Worked)? counting = null;
        while (true)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience.Most, $"The process never came to {_spot}.");
            if (raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE") == raw.SQLITE_OK)
            {
                raw.sqlite3_exec(connection.Handle, "ROLLBACK");
                counting = null;
            }
            else
            {
                // A slow disk keeps others from writing too, but it does not make work, and in the end something is written.
                (long Written, TimeSpan Worked) now = (new FileInfo($"{file}-wal").Length, await bot.WorkedAsync());
                if (counting is not { } begun || begun.Written != now.Written) counting = now;
                else if (now.Worked - begun.Worked > Enough) return;
            }
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async Task ReleaseAsync()
    {
        await rows.ExecuteAsync("DROP TRIGGER IF EXISTS stand_still");
        _spot = null;
    }
}
