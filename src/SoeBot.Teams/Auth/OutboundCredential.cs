using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace SoeBot.Teams.Auth;

/// <summary>What proves that we are the app: managed identity, secret, certificate, or a managed identity that the app trusts.</summary>
internal static class OutboundCredential
{
    private const string ExchangeScope = "api://AzureADTokenExchange/.default";

    public static TokenCredential Of(BotOptions settings, HttpClient http)
    {
        if (settings.AppType == BotAppType.UserAssignedMSI)
        {
            return Identity(settings.AppId!, http);
        }

        // A single-tenant app gets a token from other authorities too and is then refused by the connector.
        var tenant = settings.AppType == BotAppType.MultiTenant ? "botframework.com" : settings.TenantId;
        if (!string.IsNullOrWhiteSpace(settings.ClientSecret))
        {
            return new ClientSecretCredential(
                tenant, settings.AppId, settings.ClientSecret, At(new ClientSecretCredentialOptions { DisableInstanceDiscovery = true }, settings, http));
        }

        return !string.IsNullOrWhiteSpace(settings.CertificatePath)
            ? new ClientCertificateCredential(
                tenant,
                settings.AppId,
                BotCertificate.Load(settings),
                At(new ClientCertificateCredentialOptions { DisableInstanceDiscovery = true }, settings, http))
            : new ClientAssertionCredential(
                tenant,
                settings.AppId,
                AssertionOf(Identity(settings.ManagedIdentityClientId!, http)),
                At(new ClientAssertionCredentialOptions { DisableInstanceDiscovery = true }, settings, http));
    }

    private static Func<CancellationToken, Task<string>> AssertionOf(ManagedIdentityCredential identity) => async cancellationToken =>
        (await identity.GetTokenAsync(new TokenRequestContext([ExchangeScope]), cancellationToken)).Token;

    private static ManagedIdentityCredential Identity(string clientId, HttpClient http) =>
        new(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(clientId)) { Transport = new HttpClientTransport(http) });

    // Discovery would ask the public cloud which clouds there are; ours are known and each is one of Microsoft's.
    private static T At<T>(T options, BotOptions settings, HttpClient http)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = new Uri($"https://{settings.Profile.LoginHost}/");
        options.Transport = new HttpClientTransport(http);
        options.Retry.MaxRetries = 1;
        return options;
    }
}
