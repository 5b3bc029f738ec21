using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoeBot.TestKit.Teams;
using SoeBot.Teams;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Routing;

namespace SoeBot.UnitTests.Teams;

/// <summary>A bot with the Teams channel and nothing else, on a real port of loopback.</summary>
internal sealed class TestBot : IInboundActivities, IAsyncDisposable
{
    private readonly List<Activity> _accepted = [];
    private WebApplication? _app;

    public IReadOnlyList<Activity> Accepted => _accepted;

    public Exception? Fails { get; set; }

    public InboundResult Answers { get; set; } = InboundResult.Accepted;

    public IServiceProvider Services => _app!.Services;

    public Uri Endpoint { get; private set; } = null!;

    public static async Task<TestBot> StartAsync(
        IReadOnlyDictionary<string, string?> settings,
        Action<CardRouter, InvokeRouter>? routes = null,
        TimeProvider? clock = null,
        string environment = "Development",
        IKeptKeys? kept = null)
    {
        var bot = new TestBot();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton<IInboundActivities>(bot);
        if (kept is not null)
        {
            builder.Services.AddSingleton(kept);
        }

        builder.Services.AddTeamsChannel(builder.Configuration);
        builder.Services.AddTeamsRoutes(routes ?? ((_, _) => { }));
        var app = bot._app = builder.Build();
        app.MapTeamsMessages("/api/messages");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        bot.Endpoint = new Uri(address + "/api/messages");
        return bot;
    }

    /// <summary>A bot and a Teams that know each other.</summary>
    public static async Task<(FakeTeams Teams, TestBot Bot)> StartWithTeamsAsync(
        Action<CardRouter, InvokeRouter>? routes = null, TimeProvider? clock = null)
    {
        var teams = await FakeTeams.StartAsync(clock);
        var bot = await StartAsync(teams.BotSettings, routes, clock);
        teams.Client.ConnectTo(bot.Endpoint);
        return (teams, bot);
    }

    public Task<InboundResult> AcceptAsync(Activity activity, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        if (Fails is not null)
        {
            throw Fails;
        }

        _accepted.Add(activity);
        return Task.FromResult(Answers);
    }

    /// <summary>As at the end of a process: what is under way may finish.</summary>
    public Task StopAsync() => _app!.StopAsync();

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
