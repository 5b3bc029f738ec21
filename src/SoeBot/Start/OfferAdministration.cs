using Microsoft.Extensions.Options;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Teams.Auth;

namespace SoeBot.Start;

/// <summary>A plant without an administrator gets a one-time code, printed in the log; whoever reads the log may claim it. In local trial mode nobody needs one.</summary>
internal sealed class OfferAdministration(FirstAdministrator first, PlantProfiles plants, IOptions<BotOptions> bot, ILogger<OfferAdministration> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (bot.Value.IsLocalTrial) return;
        foreach (var plant in plants.All)
            if (await first.OfferAsync(plant.Id, cancellationToken) is { } code) Log.ClaimCode(log, plant.Name, code);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
