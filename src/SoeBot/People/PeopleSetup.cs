using Microsoft.Extensions.Options;
using SoeBot.Connectors.Graph;
using SoeBot.People.Leavers;
using SoeBot.Teams.Auth;

namespace SoeBot.People;

/// <summary>The daily look into team and directory.</summary>
internal static class PeopleSetup
{
    public static IServiceCollection AddDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DirectoryOptions>().Bind(configuration.GetSection(DirectoryOptions.Section)).ValidateOnStart()
            .Validate(directory => directory.Address is { IsAbsoluteUri: true } address && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback), $"{DirectoryOptions.Section}:Address: an https address, or one of this machine.");
        // Its addresses hold the object ids of people.
        services.AddHttpClient(nameof(AccountDirectory)).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(30)).RemoveAllLoggers();
        services.AddSingleton(provider =>
        {
            var address = provider.GetRequiredService<IOptions<DirectoryOptions>>().Value.Address;
            var token = provider.GetRequiredService<DirectoryToken>();
            return new AccountDirectory(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(AccountDirectory)), address, ct => token.GetAsync($"{address.GetLeftPart(UriPartial.Authority)}/.default", ct));
        });
        return services.AddSingleton<WhoIsThere>().AddSingleton<FindLeavers>();
    }
}
