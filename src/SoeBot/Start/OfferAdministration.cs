using Microsoft.Extensions.Options;
using SoeBot.Domain.People;
using SoeBot.People;
using SoeBot.Plants;
using SoeBot.Teams.Auth;

namespace SoeBot.Start;

/// <summary>A plant without an administrator gets those of the settings, else a one-time code, printed in the log; whoever reads the log may claim it. In local trial mode nobody needs one.</summary>
internal sealed class OfferAdministration(FirstAdministrator first, PlantProfiles plants, PlantClock clock, IOptions<PlantsOptions> options, IOptions<BotOptions> bot, ILogger<OfferAdministration> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (bot.Value.IsLocalTrial) return;
        foreach (var plant in plants.All)
        {
            if (options.Value.GetValueOrDefault(plant.Id.Value) is { } settings && HomeTenant is { } tenant)
                await first.AppointAsync(plant.Id, [.. settings.Administrators.Select(one => PersonKey.Of(tenant, one))], clock.Now(plant.Id), cancellationToken);
            if (await first.OfferAsync(plant.Id, cancellationToken) is { } code) Log.ClaimCode(log, plant.Name, code);
        }
    }

    /// <summary>A managed identity and an app of many tenants may be set up without one; then the first tenant allowed is meant.</summary>
    private string? HomeTenant => bot.Value.TenantId is { Length: > 0 } home ? home : bot.Value.AllowedTenants.FirstOrDefault();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
