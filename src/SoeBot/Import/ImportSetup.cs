using SoeBot.Connectors.Http;
using SoeBot.Import.Chat;
using SoeBot.Import.Post;
using SoeBot.Import.Watch;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Store.Plans;
using SoeBot.Store.Plants;

namespace SoeBot.Import;

/// <summary>The ways in: all of them end in <see cref="ImportPlan"/>.</summary>
internal static class ImportSetup
{
    public static IServiceCollection AddImport(this IServiceCollection services)
    {
        services.AddSingleton<ImportRules>().AddSingleton<HeldPlans>().AddSingleton<ImportNews>().AddSingleton(provider => new ImportPlan(
            provider.GetRequiredService<PlanStore>(), provider.GetRequiredService<PlantStore>(), provider.GetRequiredService<PublishPlan>(),
            provider.GetRequiredService<OutboxStore>(), provider.GetRequiredService<ImportRules>(), provider.GetRequiredService<PlantClock>(), provider.GetRequiredService<HeldPlans>()));
        services.AddSingleton<PlanFileRights>().AddSingleton<ReceivePlanFiles>().AddSingleton<ReadSentPlans>();
        services.AddSingleton<PostPlan>().AddSingleton<ReadWatched>().AddSingleton<ForgetWatched>();
        services.AddHttpClient(nameof(PlanFetch)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            // Its addresses and answers are the settings' business, and a secret is among its headers.
            .RemoveAllLoggers();
        services.AddSingleton(provider => new PlanFetch(provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(PlanFetch)), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
