using Microsoft.Extensions.Options;
using SoeBot.Channel.Reach;

namespace SoeBot.Channel.Sending;

internal static class SendingSetup
{
    /// <summary>All that a message needs on its way out, but for the sender itself, which starts last.</summary>
    public static IServiceCollection AddSending(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboxOptions>, OutboxOptionsCheck>();
        services.AddSingleton(provider => new Retries(provider.GetRequiredService<IOptions<OutboxOptions>>().Value, Random.Shared));
        return services.AddSingleton<SecondRoad>().AddSingleton<Destinations>().AddSingleton<MessageDelivery>();
    }
}
