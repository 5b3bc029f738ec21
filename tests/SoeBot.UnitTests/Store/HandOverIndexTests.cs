using Microsoft.Data.Sqlite;
using SoeBot.Store;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>What is due is found by what is due, with ten thousand waiting and as many settled.</summary>
public sealed class HandOverIndexTests
{
    private const int Rows = 20_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task What_is_due_and_a_claim_go_by_an_index(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var numbers = provider == StoreProvider.PostgreSql ? $"generate_series(1, {Rows}) AS n" : $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {Rows}) SELECT n FROM s)";
        var mark = provider == StoreProvider.PostgreSql ? "gen_random_uuid()" : "upper(hex(randomblob(4)) || '-0000-4000-8000-' || hex(randomblob(6)))";
        // Every second waits, each an hour after the one before; five are due. Their orders come again and again.
        await store.ExecuteAsync($"""
            INSERT INTO hand_overs (id, mark, plant, change, number, asked_by, receiver, body, shows, created_at, state, next_at, tries, replays, version)
            SELECT n, {mark}, 'bothell', {mark}, n, 't/sam', CASE WHEN n % 4 < 2 THEN 'ERP' ELSE 'MES' END, 'body', '[]', 0, CASE WHEN n % 2 = 0 THEN 'Accepted' ELSE 'Waiting' END,
                   {Given.Now.UtcTicks} + (n - 9) * {TimeSpan.TicksPerHour}, 0, 0, 1 FROM {numbers}
            """);
        await store.ExecuteAsync($"""
            INSERT INTO hand_over_orders (id, hand_over, plant, receiver, reference, is_open)
            SELECT n, n, 'bothell', CASE WHEN n % 4 < 2 THEN 'ERP' ELSE 'MES' END, 'SO' || (n % 5000), {(provider == StoreProvider.PostgreSql ? "n % 2 = 1" : "n % 2")} FROM {numbers}
            """);
        if (provider == StoreProvider.PostgreSql) await store.ExecuteAsync("VACUUM ANALYZE hand_overs, hand_over_orders");
        var before = await ReadInWholeAsync(store);

        Assert.Equal(["ERP", "MES"], (await store.HandOvers.DueAsync(Given.Now, Stop)).Select(one => one.Receiver).Order());
        Assert.Equal(Given.Now.AddHours(2), await store.HandOvers.NextDueAsync(Given.Now, Stop));
        Assert.Equal([1, 5, 9], (await store.HandOvers.ClaimAsync(Given.Plant, "ERP", Given.Now, TimeSpan.FromMinutes(1), 100, Stop)).Select(one => one.Id));

        Assert.Equal(before, await ReadInWholeAsync(store));
        if (provider != StoreProvider.Sqlite) return;
        Assert.Contains("ix_hand_overs_due", await PlanAsync(store, $"SELECT plant, receiver FROM hand_overs WHERE state = 'Waiting' AND next_at <= {Given.Now.UtcTicks} AND (held_until IS NULL OR held_until <= 5) ORDER BY next_at"), StringComparison.Ordinal);
        var claim = await PlanAsync(store, $"""
            SELECT h.id FROM hand_overs h WHERE h.plant = 'bothell' AND h.receiver = 'ERP' AND h.state = 'Waiting' AND h.next_at <= {Given.Now.UtcTicks} AND NOT EXISTS (
              SELECT 1 FROM hand_over_orders m WHERE m.hand_over = h.id AND EXISTS (
                SELECT 1 FROM hand_over_orders o WHERE o.plant = 'bothell' AND o.receiver = 'ERP' AND o.reference = m.reference AND o.is_open AND o.hand_over < h.id)) ORDER BY h.next_at, h.id LIMIT 4
            """);
        Assert.Contains("ix_hand_overs_lane", claim, StringComparison.Ordinal);
        Assert.Contains("ix_hand_over_orders_reference", claim, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", claim, StringComparison.Ordinal);
    }

    /// <summary>Rows that PostgreSQL read by reading a whole table; SQLite is asked for its plans.</summary>
    private static async Task<long> ReadInWholeAsync(StoreUnderTest store)
    {
        if (store.Provider == StoreProvider.Sqlite) return 0;
        // Each session tells its counts a while after its work, or when it ends.
        Npgsql.NpgsqlConnection.ClearAllPools();
        while (await store.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'") > 0)
            await Task.Delay(20, Stop);
        return await store.AskAsync<long>("SELECT sum(seq_tup_read)::bigint AS \"Value\" FROM pg_stat_user_tables WHERE relname IN ('hand_overs', 'hand_over_orders')");
    }

    private static async Task<string> PlanAsync(StoreUnderTest store, string sql)
    {
        await using var connection = new SqliteConnection(store.Connection);
        await connection.OpenAsync(Stop);
        await using var explain = connection.CreateCommand();
#pragma warning disable CA2100 // Of this test alone.
        explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
#pragma warning restore CA2100
        await using var rows = await explain.ExecuteReaderAsync(Stop);
        var steps = new List<string>();
        while (await rows.ReadAsync(Stop)) steps.Add(rows.GetString(3));
        return string.Join('\n', steps);
    }
}
