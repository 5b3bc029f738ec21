using Microsoft.Extensions.Options;
using SoeBot.Connectors.HandOver;
using SoeBot.Plants;
using SoeBot.Store.HandOver;

namespace SoeBot.HandOver;

internal static class HandOverSetup
{
    /// <summary>The parts of the slice; the slice itself stands in the list of all, and what starts by itself among what starts last.</summary>
    public static IServiceCollection AddHandOver(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<PlantsOptions>, HandOverOptionsCheck>();
        services.AddHttpClient(nameof(WebhookPost)).ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(WebhookPost.NewHandler)
            // Its addresses are the settings' business.
            .RemoveAllLoggers();
        services.AddSingleton(provider => new WebhookPost(provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(WebhookPost)), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<HandOverRules>().AddSingleton<HandOverNews>().AddSingleton<DeliverChange>().AddSingleton(provider => new HandOverTurns(
            provider.GetRequiredService<HandOverStore>(), provider.GetRequiredService<DeliverChange>(), provider.GetRequiredService<HandOverRules>(), provider.GetRequiredService<HandOverNews>(),
            Random.Shared, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<HandOverTurns>>()));
    }
}
