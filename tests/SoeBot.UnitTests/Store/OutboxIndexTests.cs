using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SoeBot.Store;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>
/// Sending costs the same with a long past and a long queue. <c>SOEBOT_OUTBOX_ROWS=100000</c> settles so many and lets a tenth wait, and says the time.
/// </summary>
public sealed class OutboxIndexTests
{
    private static readonly int Settled = int.Parse(Environment.GetEnvironmentVariable("SOEBOT_OUTBOX_ROWS") ?? "20000", CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_every_statement_of_sending_goes_by_an_index()
    {
        using var log = new Statements();
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite, log);
        await FillAsync(store);
        log.Said.Clear();

        await SendAsync(store);

        var statements = log.Said.Where(sql => sql.Contains("outbox", StringComparison.Ordinal) && !sql.StartsWith("INSERT", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(statements.Count > 10, $"Only {statements.Count} statements were seen.");
        await using var db = await store.Database.OpenAsync(Stop);
        await db.Database.OpenConnectionAsync(Stop);
        // Several go as one command.
        foreach (var sql in statements.SelectMany(said => said.Split(';')).Where(one => !string.IsNullOrWhiteSpace(one)).Distinct())
        {
            await using var explain = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // What the product itself has said.
            explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
#pragma warning restore CA2100
            foreach (var name in sql.Split(['@', '(', ')', ',', ' ', '\n', ';', '"']).Where((word, at) => sql.Contains("@" + word, StringComparison.Ordinal) && word.Length > 0).Distinct())
            {
                var value = explain.CreateParameter();
                (value.ParameterName, value.Value) = ("@" + name, "[]");
                explain.Parameters.Add(value);
            }
            await using var plan = await explain.ExecuteReaderAsync(Stop);
            while (await plan.ReadAsync(Stop))
            {
                var step = plan.GetString(3);
                Assert.False(step.StartsWith("SCAN o", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal), $"{step}\n{sql}");
            }
        }
    }

    [Fact]
    public async Task On_PostgreSQL_nothing_of_sending_reads_the_whole_table()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.PostgreSql);
        await FillAsync(store);
        await store.ExecuteAsync("VACUUM ANALYZE outbox");
        var before = await ReadInWholeAsync(store);

        await SendAsync(store);

        Assert.Equal(before, await ReadInWholeAsync(store));
    }

    /// <summary>A round of everything that the sender and a press ask.</summary>
    private static async Task SendAsync(StoreUnderTest store)
    {
        var started = Stopwatch.GetTimestamp();
        Assert.Equal([Given.Tenant], (await store.Leases.OpenAsync([], Given.Now, Stop)).Free);
        var lease = (await store.Leases.TakeAsync(Given.Tenant, TimeSpan.FromSeconds(15), Given.Now, Stop))!.Lease;
        var heads = await store.Outbox.HeadsAsync(Given.Tenant, Given.Now, Stop);
        var looked = Stopwatch.GetElapsedTime(started);
        Assert.Equal(100, heads.Count);
        var claiming = Stopwatch.GetTimestamp();
        for (var at = 0; at < 20; at++)
        {
            var message = (await store.Outbox.ClaimAsync(lease, [new(heads[at].Lane, heads[at].IsAnswer)], Given.Now, Stop))[0]!;
            await store.Outbox.WayAsync(message, Stop);
            var fate = at % 2 == 0
                ? (MessageFate)new Settlement(OutboxState.Sent, Given.Now) { Conversation = "19:x", ActivityId = $"new {at}", Attempts = [new(message.Lane, Given.Now)] }
                : new Postponement(Given.Now.AddSeconds(9), "429") { Attempts = [new(message.Lane, Given.Now)] };
            var done = await store.Outbox.SettleAsync(lease, message, fate, new(heads[at + 20].Lane, Answers: false), Given.Now, Stop);
            Assert.True(done is { IsWritten: true, Next: not null });
        }
        await store.Leases.RenewAsync(lease, TimeSpan.FromSeconds(15), Given.Now, Stop);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Settled} settled, {Settled / 10} waiting: looked in {looked.TotalMilliseconds:0.0} ms, claimed and settled 20 in {Stopwatch.GetElapsedTime(claiming).TotalMilliseconds:0.0} ms");
        await store.Outbox.AddAsync(Given.Says(Given.Message("newer", chain: "chain 7"), Given.Message("other")), Stop);
        await store.Outbox.SeenAsync(Given.Tenant, "19:unknown", "pressed", Stop);
        await store.Leases.ForgetAsync(Given.Now, Stop);
    }

    /// <summary>A long past of many lanes, and a hundred lanes in which a tenth as many wait.</summary>
    private static async Task FillAsync(StoreUnderTest store)
    {
        var numbers = store.Provider == StoreProvider.PostgreSql
            ? $"SELECT n FROM generate_series(1, {Settled + (Settled / 10)}) AS n"
            : $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Settled + (Settled / 10)}) SELECT n FROM numbers";
        await store.ExecuteAsync($$"""
            INSERT INTO outbox (plant, key, target, card_source, card_about, kind, chain, track_as, tenant, lane, state, tries, repeats, settled_at, activity_id)
            SELECT 'bothell', 'key ' || n, 'chat:{{Given.Tenant}}/19:' || (n % 100), 'reminder', '', 'Reminder', 'chain ' || n, 'card ' || n, '{{Given.Tenant}}',
                'chat:{{Given.Tenant}}/19:' || (n % 100),
                CASE WHEN n <= {{Settled}} THEN 'Sent' ELSE 'Pending' END, 0, 0,
                CASE WHEN n <= {{Settled}} THEN {{Given.Now.UtcTicks}} - n END, CASE WHEN n <= {{Settled}} THEN 'activity ' || n END
            FROM ({{numbers}}) AS numbered
            """);
        await store.Outbox.AddAsync(Given.Says(Given.Message("lost", new MessageTarget.Conversation(Given.Tenant, "19:unknown"), MessageKind.Record, trackAs: "lost")), Stop);
        await store.ExecuteAsync($"UPDATE outbox SET state = 'Unknown', claimed_at = {Given.Now.UtcTicks} WHERE key = 'lost'");
        await store.ExecuteAsync("ANALYZE");
    }

    private static async Task<long> ReadInWholeAsync(StoreUnderTest store)
    {
        // Each session tells its counts a while after its work, or when it ends.
        Npgsql.NpgsqlConnection.ClearAllPools();
        await using var db = await store.Database.OpenAsync(Stop);
        while (await store.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'") > 0)
            await Task.Delay(20, Stop);
        return await store.AskAsync<long>("SELECT seq_tup_read AS \"Value\" FROM pg_stat_user_tables WHERE relname = 'outbox'");
    }

    /// <summary>What Entity Framework says to the database.</summary>
    private sealed class Statements : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name?.EndsWith("CommandExecuted", StringComparison.Ordinal) != true) return;
            var text = formatter(state, exception);
            Said.Enqueue(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim());
        }

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }
    }
}
