using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Decisions;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.TestKit.Postgres;

namespace SoeBot.Benchmarks.Reminders;

/// <summary>A store full of open decisions with the steps of their ladders, none of them due. Filled by the database itself in one transaction.</summary>
internal sealed class DueStore : IAsyncDisposable
{
    private const int Owners = 20_000;
    private static readonly string[] Kinds = ["decision-due-soon", "decision-due", "decision-overdue", "decision-escalate"];

    private readonly StoreProvider _provider;
    private readonly string _connection;
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;

    private DueStore(StoreProvider provider, string connection, DirectoryInfo folder)
    {
        (_provider, _connection, _folder) = (provider, connection, folder);
        _services = new ServiceCollection().AddSingleton<ILoggerFactory>(Statements).AddSoeStore(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Provider"] = provider.ToString(), ["Store:ConnectionString"] = connection,
        }).Build()).BuildServiceProvider();
    }

    public StatementCount Statements { get; } = new();
    public OccurrenceStore Occurrences => _services.GetRequiredService<OccurrenceStore>();

    public required int Open { get; init; }

    public static async Task<DueStore> StartAsync(StoreProvider provider, int plants, int decisions)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-due-");
        var connection = provider == StoreProvider.Sqlite ? $"Data Source={Path.Combine(folder.FullName, "soebot.db")}" : await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        var store = new DueStore(provider, connection, folder) { Open = decisions };
        await store._services.GetRequiredService<StoreSchema>().MigrateAsync(CancellationToken.None);
        await store.FillAsync(plants, decisions);
        return store;
    }

    /// <summary>The steps of the due day of so many decisions, of all plants alike, are due since a minute, and in nobody's hands.</summary>
    public async Task MakeDueAsync(int count)
    {
        var past = TimeProvider.System.GetUtcNow().AddMinutes(-1).UtcTicks;
        await ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            UPDATE occurrences SET held_until = NULL, held_by = NULL, tries = 0, due_at = {past} WHERE id <= {count * Kinds.Length} AND kind = 'decision-due'
            """));
        if (_provider == StoreProvider.PostgreSql) await ExecuteAsync("VACUUM occurrences");
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_provider == StoreProvider.PostgreSql) await (await PostgresCluster.SharedAsync()).DropDatabaseAsync(_connection);
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task FillAsync(int plants, int decisions)
    {
        var (plant, owner) = (new PlantId("p0"), PersonKey.Of("tenant", "owner0"));
        var first = new NewDecision(new DecisionId(Guid.CreateVersion7()), plant, "Expedite the castings", DecisionSubject.None, owner, new DateOnly(2031, 1, 6), owner, null, null);
        await _services.GetRequiredService<DecisionStore>().RecordAsync(first, TimeProvider.System.GetUtcNow(), _ => Effect.None, CancellationToken.None);
        var numbers = _provider == StoreProvider.PostgreSql ? $"generate_series(1, {decisions}) AS n" : $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {decisions}) SELECT n FROM s)";
        var columns = await ColumnsAsync();
        var values = columns.Select(column => column switch
        {
            "id" => _provider == StoreProvider.PostgreSql ? "gen_random_uuid()" : "printf('%08X-0000-7000-8000-000000000000', n)",
            "plant" => $"'p' || (n % {plants})",
            "number" => "n + 1",
            "owner" => $"'tenant/owner' || (n % {Owners})",
            _ => $"d.{column}",
        });
        var fill = $"INSERT INTO decisions ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {numbers}, (SELECT * FROM decisions LIMIT 1) d";
        var ahead = TimeProvider.System.GetUtcNow().AddDays(2).UtcTicks;
        var steps = $"(SELECT '{string.Join("' AS kind UNION ALL SELECT '", Kinds)}') AS k";
        // Over half a year, so that the instants are as far apart as those of people.
        fill += string.Create(CultureInfo.InvariantCulture, $"""
            ; INSERT INTO occurrences (plant, kind, key, due_at, state, tries)
            SELECT 'p' || (n % {plants}), k.kind, 'D-' || n || '@2031-01-06', {ahead} + (n % 4000) * {TimeSpan.TicksPerHour}, 'Pending', 0 FROM {numbers}, {steps} ORDER BY n
            """);
        await ExecuteAsync(fill);
        if (_provider == StoreProvider.PostgreSql) await ExecuteAsync("VACUUM ANALYZE");
    }

    private async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        await using var connection = await OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = _provider == StoreProvider.PostgreSql ? "SELECT column_name FROM information_schema.columns WHERE table_name = 'decisions'" : "SELECT name FROM pragma_table_info('decisions')";
        await using var rows = await ask.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Of this benchmark alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        await using var transaction = sql.StartsWith("VACUUM", StringComparison.Ordinal) ? null : await connection.BeginTransactionAsync();
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync();
        if (transaction is not null) await transaction.CommitAsync();
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = _provider == StoreProvider.PostgreSql ? new NpgsqlConnection(_connection) : new SqliteConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }
}

/// <summary>Counts the statements that the stores have said.</summary>
internal sealed class StatementCount : ILoggerFactory, ILogger
{
    private int _count;

    public int Count { get => Volatile.Read(ref _count); set => Volatile.Write(ref _count, value); }

    public void AddProvider(ILoggerProvider provider) { }

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name?.EndsWith("CommandExecuted", StringComparison.Ordinal) == true) Interlocked.Increment(ref _count);
    }

    public void Dispose() { }
}
