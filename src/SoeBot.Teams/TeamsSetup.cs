using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Checks;
using SoeBot.Teams.Conversations;
using SoeBot.Teams.Files;
using SoeBot.Teams.Routing;

namespace SoeBot.Teams;

/// <summary>Wires the Teams channel. The app adds <see cref="IInboundActivities"/> and its routes.</summary>
public static class TeamsSetup
{
    private const string ConnectorHttp = "teams-connector";
    private const string KeysHttp = "teams-keys";
    private const string FilesHttp = "teams-files";
    private const string TokenHttp = "teams-token";

    /// <remarks>An <see cref="IOutboundToken"/> of the app's own must be registered before; without one <c>Azure.Identity</c> gives the tokens.</remarks>
    public static IServiceCollection AddTeamsChannel(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new OutboundTokenRegistered(services.Any(service => service.ServiceType == typeof(IOutboundToken))));
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsCheck>();
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        AddInbound(services);
        AddOutbound(services);
        return services;
    }

    /// <summary>Names the handlers of verbs and of other invokes; may be called by every slice.</summary>
    public static IServiceCollection AddTeamsRoutes(this IServiceCollection services, Action<CardRouter, InvokeRouter> configure) =>
        services.AddSingleton(new TeamsRoutes(configure));

    /// <summary>The same for routes that need the container to know their handlers.</summary>
    public static IServiceCollection AddTeamsRoutes(this IServiceCollection services, Func<IServiceProvider, Action<CardRouter, InvokeRouter>> configure) =>
        services.AddSingleton(provider => new TeamsRoutes(configure(provider)));

    /// <summary>A doubled verb is refused here, at start, and not when somebody presses the button.</summary>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder app, string pattern)
    {
        _ = app.ServiceProvider.GetRequiredService<CardRouter>();
        if (app.ServiceProvider.GetRequiredService<IOptions<BotOptions>>().Value.IsLocalTrial)
        {
            Log.LocalTrial(app.ServiceProvider.GetRequiredService<ILogger<TeamsEndpoint>>());
        }

        return app.MapPost(pattern, (HttpContext context, TeamsEndpoint endpoint, IInboundActivities inbound) => endpoint.HandleAsync(context, inbound))
            .AllowAnonymous();
    }

    private static void AddInbound(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ChannelAuthentication>(ChannelAuthentication.SchemeName, null);
        services.AddHttpClient(KeysHttp).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SigningKeys>(provider, Http(provider, KeysHttp)));
        services.TryAddSingleton<IKeptKeys, NoKeptKeys>();
        services.AddSingleton<VerifiedTokens>();
        services.AddSingleton<ChannelToken>();
        services.AddSingleton<ChannelBinding>();
        services.AddSingleton<LocalTrial>();
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton(provider => Routes(provider).Cards);
        services.AddSingleton(provider => Routes(provider).Invokes);
        services.AddSingleton<TeamsRouters>();
        services.TryAddSingleton(new InvokeTexts());
        services.AddSingleton<InvokeDispatcher>();
        services.TryAddSingleton<IInvokeAnswers, NoInvokeAnswers>();
        services.AddSingleton<InvokeRepeats>();
        services.AddSingleton<TeamsEndpoint>();
    }

    private static void AddOutbound(IServiceCollection services)
    {
        services.AddHttpClient(ConnectorHttp)
            .ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would carry our token to a host that nobody allowed.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        services.AddHttpClient(FilesHttp)
            // The setting's own time limit counts.
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        services.AddSingleton<FileHosts>();
        services.AddTransient(provider => new FileDownload(
            Http(provider, FilesHttp),
            provider.GetRequiredService<FileHosts>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<FileDownload>>()));
        services.AddTransient<TokenDetour>();
        services.AddHttpClient(TokenHttp).ConfigureHttpClient(http => http.Timeout = TimeSpan.FromSeconds(10)).AddHttpMessageHandler<TokenDetour>();
        services.TryAddSingleton(provider => new DirectoryToken(Http(provider, TokenHttp), provider.GetRequiredService<IOptions<BotOptions>>()));
        services.TryAddSingleton<IOutboundToken>(provider => provider.GetRequiredService<IOptions<BotOptions>>().Value.IsLocalTrial
            ? new NoOutboundToken()
            : ActivatorUtilities.CreateInstance<OutboundToken>(provider, Http(provider, TokenHttp)));
        services.AddTransient(provider => new ConnectorCalls(
            Http(provider, ConnectorHttp),
            provider.GetRequiredService<IOutboundToken>(),
            provider.GetRequiredService<ServiceHosts>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConversationClient>>()));
        services.AddTransient(provider => new ConversationClient(
            provider.GetRequiredService<ConnectorCalls>(), provider.GetRequiredService<IOptions<BotOptions>>().Value));
        services.AddSingleton(provider => new ChannelReadiness(provider.GetRequiredService<SigningKeys>(), provider.GetRequiredService<IOptions<BotOptions>>()));
        services.AddTransient(provider => new ChannelCheck(
            Http(provider, KeysHttp),
            provider.GetRequiredService<SigningKeys>(),
            provider.GetRequiredService<IOutboundToken>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddTransient(provider => new MeetingClient(provider.GetRequiredService<ConnectorCalls>()));
        services.AddTransient(provider => new RosterClient(provider.GetRequiredService<ConnectorCalls>()));
    }

    private static HttpClient Http(IServiceProvider provider, string name) => provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    private static TeamsRouters Routes(IServiceProvider provider) => provider.GetRequiredService<TeamsRouters>();
}

internal sealed record TeamsRoutes(Action<CardRouter, InvokeRouter> Configure);

/// <summary>Both routers, filled once.</summary>
internal sealed class TeamsRouters
{
    public TeamsRouters(IEnumerable<TeamsRoutes> routes)
    {
        foreach (var route in routes)
        {
            route.Configure(Cards, Invokes);
        }
    }

    public CardRouter Cards { get; } = new();

    public InvokeRouter Invokes { get; } = new();
}
