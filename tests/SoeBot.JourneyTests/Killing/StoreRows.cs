using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using Xunit;

namespace SoeBot.JourneyTests.Killing;

/// <param name="Target">"person:tenant/id", "chat:tenant/id", "channel:plant".</param>
internal sealed record OutboxLine(string Key, string Kind, string State, int Repeats, string Target, string? ActivityId)
{
    /// <summary>The id of the conversation it goes to, without a thread's mark.</summary>
    public string PlaceIn(FakeTeams teams)
    {
        var name = Target[(Target.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return Target.Split(':')[0] switch
        {
            "channel" => teams.Channel("S&OE").Id,
            "person" => KilledWeek.People.Select(teams.Person).First(person => person.AadObjectId == name).PersonalChatId,
            _ => name.Split(';')[0],
        };
    }

    public override string ToString() => $"{Key} ({Kind}, {Target}): {State}, repeats {Repeats}, {ActivityId}";
}

/// <summary>A store of a test's own, read from beside the process that writes it, in plain SQL and not by the product's code.</summary>
internal sealed class StoreRows(Func<DbConnection> connect, IReadOnlyDictionary<string, string> settings)
{
    public IReadOnlyDictionary<string, string> Settings => settings;

    public static async Task<StoreRows> NewAsync(StoreKind store, DirectoryInfo folder)
    {
        var text = await ReadyStore.NewAsync(store, folder);
        return new(
            () => store == StoreKind.Sqlite ? new SqliteConnection($"{text};Pooling=False") : new NpgsqlConnection(text),
            new Dictionary<string, string> { ["Store__Provider"] = store.ToString(), ["Store__ConnectionString"] = text, ["Outbox__Multiplier"] = "100" });
    }

    public static StoreRows Of(string postgres, int multiplier) => new(
        () => new NpgsqlConnection(postgres),
        new Dictionary<string, string> { ["Store__Provider"] = "PostgreSql", ["Store__ConnectionString"] = postgres, ["Outbox__Multiplier"] = $"{multiplier}" });

    public Task<IReadOnlyList<OutboxLine>> OutboxAsync() => ReadAsync(
        "SELECT key, kind, state, repeats, target, activity_id FROM outbox ORDER BY id",
        row => new OutboxLine(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)));

    /// <summary>What is still to be worked or sent, and what was given up.</summary>
    private async Task<IReadOnlyList<string>> UnfinishedAsync() =>
    [
        .. await TextAsync("SELECT 'inbox ' || id || ' ' || state || ' ' || coalesce(reason, '') || ' ' || body FROM inbox WHERE state <> 'Done'"),
        .. await TextAsync("SELECT 'outbox ' || key || ' ' || state || ' ' || coalesce(reason, '') FROM outbox WHERE state IN ('Pending', 'Sending', 'Failed') AND lane NOT LIKE 'shut:%'"),
        .. await TextAsync("SELECT 'occurrence ' || kind || ' ' || key || ' ' || state || ' ' || coalesce(detail, '') FROM occurrences WHERE state = 'Failed' OR (state = 'Pending' AND tries > 0)"),
    ];

    /// <summary>Until everything is worked and sent; what was given up stays, and is told.</summary>
    public Task UntilFinishedAsync(TimeSpan? atMost = null) => UntilNoneAsync(UnfinishedAsync, atMost);

    /// <summary>Until nothing more is to be worked or sent, whatever became of it.</summary>
    public Task UntilQuietAsync(TimeSpan? atMost = null) => UntilEmptyAsync(
        "SELECT 'inbox ' || id FROM inbox WHERE state IN ('Pending', 'Working') UNION ALL SELECT 'outbox ' || id || ' ' || coalesce(reason, '') FROM outbox WHERE state IN ('Pending', 'Sending') AND lane NOT LIKE 'shut:%'", atMost);

    /// <summary>Looks again and again until the query gives nothing any more.</summary>
    public Task UntilEmptyAsync(string sql, TimeSpan? atMost = null) => UntilNoneAsync(() => TextAsync(sql), atMost);

    private static async Task UntilNoneAsync(Func<Task<IReadOnlyList<string>>> look, TimeSpan? atMost)
    {
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<string> left;
        while ((left = await look()).Count > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < (atMost ?? Patience.Most), $"{left.Count} stay:\n{string.Join('\n', left.Take(50))}");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Runs the statement in a session that stays until it is disposed of.</summary>
    public async Task<IAsyncDisposable> KeepAsync(string sql)
    {
        var connection = connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await ReadAsync(connection, sql, _ => 0);
        return connection;
    }

    public Task ExecuteAsync(string sql) => ReadAsync(sql, _ => 0);

    public Task<IReadOnlyList<string>> TextAsync(string sql) => ReadAsync(sql, row => Convert.ToString(row.GetValue(0), CultureInfo.InvariantCulture)!);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var connection = connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return await ReadAsync(connection, sql, read);
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        // Fixed texts of these tests.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
