using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SoeBot.Teams.Auth;

/// <summary>Says everything that is wrong with the settings at once, before the first message.</summary>
internal sealed class BotOptionsCheck(IHostEnvironment environment, OutboundTokenRegistered token) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var problems = (options.IsLocalTrial ? LocalProblems(options) : Problems(options))
            .Concat(options.AllowedServiceHosts.Where(host => !IsHost(host)).Select(host =>
                $"Bot:AllowedServiceHosts has '{host}', which is neither a host, a *.host nor a loopback address."))
            .Concat(FileProblems(options))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> FileProblems(BotOptions options)
    {
        foreach (var host in options.AllowedFileHosts.Where(host => !IsHost(host)))
        {
            yield return $"Bot:AllowedFileHosts has '{host}', which is neither a host, a *.host nor a loopback address.";
        }

        if (options.LargestFileMegabytes is < 1 or > 500)
        {
            yield return $"Bot:LargestFileMegabytes is {options.LargestFileMegabytes}; 1 to 500 are possible.";
        }

        if (options.FileTimeout <= TimeSpan.Zero || options.FileTimeout > TimeSpan.FromMinutes(10))
        {
            yield return $"Bot:FileTimeout is {options.FileTimeout}; up to 00:10:00 is possible.";
        }
    }

    private IEnumerable<string> LocalProblems(BotOptions options)
    {
        if (!environment.IsDevelopment())
        {
            yield return $"Bot:AppId is not set. Without it the bot answers unsigned calls from this machine, which is for trying it out: "
                + $"set Bot:AppId, or run with ASPNETCORE_ENVIRONMENT=Development (it is {environment.EnvironmentName}).";
        }

        if (options.ClientSecret is not null || options.CertificatePath is not null)
        {
            yield return "Bot:ClientSecret or Bot:CertificatePath is set without Bot:AppId.";
        }
    }

    private IEnumerable<string> Problems(BotOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
        {
            yield return "Bot:AppId is not a Guid.";
        }

        if (options.DangerouslyAllowUnauthenticated)
        {
            yield return "Bot:DangerouslyAllowUnauthenticated cannot be on together with Bot:AppId.";
        }

        if (options.AppType == BotAppType.SingleTenant && !Guid.TryParse(options.TenantId, out _))
        {
            yield return "Bot:TenantId must be the Guid of the app's home tenant when Bot:AppType is SingleTenant: "
                + "another authority gives tokens that the connector refuses.";
        }

        if (options.AllowedTenants.Count == 0)
        {
            yield return "Bot:AllowedTenants is empty, so nobody could use the bot. Name at least one tenant.";
        }

        foreach (var tenant in options.AllowedTenants.Where(tenant => !Guid.TryParse(tenant, out _)))
        {
            yield return $"Bot:AllowedTenants has '{tenant}', which is not a Guid.";
        }

        foreach (var address in new[] { options.OpenIdMetadata, options.TokenEndpoint }.OfType<Uri>().Where(address => !IsSafe(address)))
        {
            yield return $"{address} is not an https address.";
        }

        foreach (var problem in token.ByTheApp ? [] : CredentialCheck.Problems(options))
        {
            yield return problem;
        }
    }

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsHost(string entry) =>
        Uri.TryCreate(entry, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? IsSafe(new Uri(entry))
            : Uri.CheckHostName(entry.StartsWith("*.", StringComparison.Ordinal) ? entry[2..] : entry) == UriHostNameType.Dns && entry.Contains('.', StringComparison.Ordinal);
}

/// <summary>Whether the app brought a token source of its own, which then needs none of our settings.</summary>
internal sealed record OutboundTokenRegistered(bool ByTheApp);
