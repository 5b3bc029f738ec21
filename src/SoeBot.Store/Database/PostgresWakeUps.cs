using Npgsql;
using SoeBot.Store.Inbox;
using SoeBot.Store.Outbox;

namespace SoeBot.Store.Database;

/// <summary>
/// Wakes this process when another one commits something to send or to work. A hurry-up only: while there is no connection, the workers
/// look by themselves. On SQLite there is one process, which wakes itself.
/// </summary>
public sealed class PostgresWakeUps
{
    internal const string NotifyMessages = $"NOTIFY {Messages};", NotifyActivities = $"NOTIFY {Activities};";

    private const string Messages = "soebot_outbox", Activities = "soebot_inbox";
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromSeconds(30);

    private readonly SoeDatabase _database;
    private readonly StoreOptions _options;
    private readonly OutboxSignal _outbox;
    private readonly InboxSignal _inbox;
    private readonly TimeProvider _time;
    private int _connections;

    internal PostgresWakeUps(SoeDatabase database, StoreOptions options, OutboxSignal outbox, InboxSignal inbox, TimeProvider time) =>
        (_database, _options, _outbox, _inbox, _time) = (database, options, outbox, inbox, time);

    /// <summary>Until it is stopped; connects again by itself. On SQLite it has nothing to do.</summary>
    public async Task ListenAsync(CancellationToken cancellation)
    {
        if (_options.Provider != StoreProvider.PostgreSql) return;
        var wait = Shortest;
        while (!cancellation.IsCancellationRequested)
        {
            var connections = _connections;
            try
            {
                await ConnectAsync(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested) { return; }
            catch (Exception broken)
            {
                // Once per outage, not once per attempt.
                if (connections != _connections || wait == Shortest) Log.NotListening(_database.Log, broken.Message);
                wait = connections != _connections ? Shortest : wait * 2 < Longest ? wait * 2 : Longest;
                await Task.Delay(wait, _time, cancellation);
            }
        }
    }

    private async Task ConnectAsync(CancellationToken ct)
    {
        // Its own and out of the pool; the keepalive finds out when the server is gone without a word.
        var settings = new NpgsqlConnectionStringBuilder(_options.ConnectionString) { Pooling = false, KeepAlive = 30, ApplicationName = "SoeBot wake-ups" };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, said) =>
        {
            if (said.Channel == Messages) _outbox.Pulse();
            else _inbox.Pulse();
        };
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Messages}; LISTEN {Activities}", connection)) await listen.ExecuteNonQueryAsync(ct);
        _connections++;

        // Whatever was said while nobody listened.
        _outbox.Pulse();
        _inbox.Pulse();
        while (true) await connection.WaitAsync(ct);
    }
}
