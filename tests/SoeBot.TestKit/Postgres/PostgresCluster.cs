using System.Collections.Concurrent;
using Npgsql;

namespace SoeBot.TestKit.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own: started once per test process from the system's binaries, on the
/// loopback address and a free port, in a temporary folder, gone with the process.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly Lazy<Task<PostgresCluster>> Once = new(() => StartAsync("", Settings));

    // A test's data is worth nothing after a power cut, so nothing waits for the disk. Who asks for it all the same waits for a second
    // server that there is not: committed and never told.
    private const string Settings = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=64MB -c listen_addresses=127.0.0.1 -c synchronous_standby_names=nobody";

    private readonly ConcurrentDictionary<string, Lazy<Task>> templates = new();
    // Of a server that is torn down in the middle of its work: what was committed is there afterwards, as the product is promised.
    private const string Durable = "-c fsync=off -c synchronous_commit=on -c max_connections=200 -c shared_buffers=64MB -c listen_addresses=127.0.0.1";

    // Whoever holds a server holds its watchdog, whose pipe would close when it is collected.
    private static readonly ConcurrentBag<PostgresFolder> Folders = [];

    private readonly int port;
    private readonly string options;
    private readonly PostgresFolder folder;
    private int databases;

    private PostgresCluster(int port, string options, PostgresFolder folder) => (this.port, this.options, this.folder) = (port, options, folder);

    /// <summary>The server of this process. Where PostgreSQL is not installed, the test that asks is skipped with the reason, or fails on a build machine.</summary>
    public static Task<PostgresCluster> SharedAsync()
    {
        if (PostgresPrograms.Find() is null)
        {
            Needs.Missing(PostgresPrograms.HowToInstall);
        }
        return Once.Value;
    }

    /// <summary>A second server that nobody else uses, for a test that restarts it.</summary>
    public static Task<PostgresCluster> OwnAsync()
    {
        if (PostgresPrograms.Find() is null)
        {
            Needs.Missing(PostgresPrograms.HowToInstall);
        }
        return StartAsync("own-", Durable);
    }

    /// <summary>As after a crash: every connection is cut without a word, and the server comes back by its log.</summary>
    public async Task CrashAndRestartAsync()
    {
        var programs = PostgresPrograms.Find()!;
        await programs.RunAsync("pg_ctl", "-D", folder.Cluster, "-m", "immediate", "-w", "stop");
        await programs.RunAsync("pg_ctl", "-D", folder.Cluster, "-l", folder.Log, "-o", options, "-w", "start");
    }

    /// <summary>The server goes before its process does.</summary>
    public Task StopAsync() => PostgresPrograms.Find()!.RunAsync("pg_ctl", "-D", folder.Cluster, "-m", "immediate", "-w", "stop");

    /// <summary>An empty database, made in some tens of milliseconds, as a connection string.</summary>
    public Task<string> CreateDatabaseAsync() => CopyAsync("template0");

    /// <summary>A copy of a database that <paramref name="prepare"/> fills once per process, so that no test waits for the migrations.</summary>
    public async Task<string> CreateFromTemplateAsync(string name, Func<string, Task> prepare)
    {
        var template = "template_" + name;
        await templates.GetOrAdd(template, _ => new(() => PrepareAsync(template, prepare))).Value;
        return await CopyAsync(template);
    }

    /// <summary>Frees the connections of a test that ran many stores. Not needed otherwise: idle connections go by themselves.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" WITH (FORCE)");
    }

    private async Task PrepareAsync(string template, Func<string, Task> prepare)
    {
        await ExecuteAsync($"CREATE DATABASE \"{template}\" TEMPLATE template0");
        await prepare(ConnectionString(template));
        // A database that anybody is connected to cannot be copied.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString(template)));
        await ExecuteAsync($"ALTER DATABASE \"{template}\" ALLOW_CONNECTIONS false");
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
    }

    private async Task<string> CopyAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE \"{template}\"");
        return ConnectionString(name);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Database = database,
        IncludeErrorDetail = true,
        MaxPoolSize = 20,
        // Hundreds of tests have a pool each; idle connections must not add up to the server's limit.
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 1,
    }.ConnectionString;

    private static async Task<PostgresCluster> StartAsync(string name, string settings)
    {
        var programs = PostgresPrograms.Find()!;
        var folder = await PostgresFolder.CreateAsync(programs, name);
        Folders.Add(folder);
        await programs.RunAsync("initdb", "-D", folder.Cluster, "--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8");
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            var options = $"{settings} -p {port} -k {folder.Path}";
            try
            {
                await programs.RunAsync("pg_ctl", "-D", folder.Cluster, "-l", folder.Log, "-o", options, "-w", "start");
                return new(port, options, folder);
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took the port between our look and the server's start.
            }
        }
    }
}
