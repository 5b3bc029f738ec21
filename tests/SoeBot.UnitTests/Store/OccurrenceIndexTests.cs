using SoeBot.Store;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>What is due is found by what is due, however much stands in the table or was settled.</summary>
public sealed class OccurrenceIndexTests
{
    private const int Rows = 20_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task The_tick_and_a_claim_go_by_the_index_of_what_is_due(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var numbers = provider == StoreProvider.PostgreSql ? $"generate_series(1, {Rows}) AS n" : $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {Rows}) SELECT n FROM s)";
        await store.ExecuteAsync($"""
            INSERT INTO occurrences (plant, kind, key, due_at, state, tries)
            SELECT 'bothell', 'decision-due', 'D-' || n, {Given.Now.UtcTicks} + (n - 5) * {TimeSpan.TicksPerDay}, CASE WHEN n % 2 = 0 THEN 'Done' ELSE 'Pending' END, 0 FROM {numbers}
            """);
        if (provider == StoreProvider.PostgreSql) await store.ExecuteAsync("VACUUM ANALYZE occurrences");
        var before = await ReadInWholeAsync(store);

        Assert.Equal("decision-due", Assert.Single(await store.Occurrences.DueAsync(Given.Now, Stop)).Kind);
        await store.Occurrences.RecoverAsync(Stop);
        Assert.Equal(3, (await store.Occurrences.ClaimDueAsync(Given.Plant, "decision-due", Given.Now, Given.Now, TimeSpan.FromMinutes(1), 100, Stop)).Count);

        Assert.Equal(before, await ReadInWholeAsync(store));
        if (provider == StoreProvider.Sqlite)
        {
            var plan = await PlanAsync(store, $"SELECT plant, kind, due_at FROM occurrences WHERE state = 'Pending' AND due_at <= {Given.Now.UtcTicks} ORDER BY due_at");
            Assert.Contains("ix_occurrences_due", plan, StringComparison.Ordinal);
            plan = await PlanAsync(store, $"SELECT id FROM occurrences WHERE plant = 'bothell' AND kind = 'decision-due' AND state = 'Pending' AND due_at <= {Given.Now.UtcTicks} ORDER BY due_at LIMIT 9");
            Assert.Contains("ix_occurrences_pending", plan, StringComparison.Ordinal);
        }
    }

    /// <summary>How often PostgreSQL read the whole table; SQLite is asked for its plans.</summary>
    private static async Task<long> ReadInWholeAsync(StoreUnderTest store)
    {
        if (store.Provider == StoreProvider.Sqlite) return 0;
        await store.AskAsync<string>("SELECT pg_stat_force_next_flush()::text AS \"Value\"");
        return await store.AskAsync<long>("SELECT seq_scan AS \"Value\" FROM pg_stat_user_tables WHERE relname = 'occurrences'");
    }

    private static async Task<string> PlanAsync(StoreUnderTest store, string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(store.Connection);
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
