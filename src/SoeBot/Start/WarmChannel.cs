using SoeBot.Teams.Checks;

namespace SoeBot.Start;

/// <summary>Fetches Teams' signing keys at start and until there are some; the start itself does not wait for Microsoft.</summary>
internal sealed class WarmChannel(ChannelReadiness channel, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await channel.WarmAsync(stoppingToken);
        while (!channel.IsReady)
        {
            await Task.Delay(Pause, time, stoppingToken);
            await channel.WarmAsync(stoppingToken);
        }
    }
}
