using SoeBot.Store.Database;

namespace SoeBot.Channel;

/// <summary>Hears when another process has committed something that this one is to send or to work.</summary>
internal sealed class HearOthers(PostgresWakeUps wakeUps) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => wakeUps.ListenAsync(stoppingToken);
}
