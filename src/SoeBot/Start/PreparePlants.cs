using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plants;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Cards;

namespace SoeBot.Start;

/// <summary>Before the first message is worked: the store is migrated, the clocks stand, the sample plant has today's data.</summary>
internal sealed class PreparePlants(
    StoreSchema schema, PlantProfiles plants, PlantStore store, PlantClock clock, SamplePlan sample, PublishPlan publish, CardSources cards,
    IServer server, IOptions<BotOptions> bot, IHostApplicationLifetime lifetime, Readiness readiness, StartScreen screen, TimeProvider time) : IHostedLifecycleService
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await schema.MigrateAsync(cancellationToken);
        foreach (var plant in plants.All)
        {
            if (bot.Value.IsLocalTrial) clock.SetOffset(plant.Id, await store.ClockOffsetAsync(plant.Id, cancellationToken));
            if (plant.Sample) await sample.RefreshAsync(plant, clock.Now(plant.Id), cancellationToken);
            else await publish.CompleteAsync(plant, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        readiness.Set();
        foreach (var plant in plants.All.Where(plant => plant.Sample))
            foreach (var source in (string[])["look-ahead", "top-ten"])
                if (cards.Knows(source) && await cards.DrawAsync(plant.Id, new CardRef(source, ""), cancellationToken) is { } card)
                    screen.Output.WriteLine($"{CardPlainText.Render(card)}\n");
        // Addresses are known once the server listens.
        lifetime.ApplicationStarted.Register(() => StartText.Write(screen.Output, server.Features.Get<IServerAddressesFeature>()?.Addresses, bot.Value.IsLocalTrial, time.GetElapsedTime(_started)));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
