using Microsoft.Extensions.Options;

namespace SoeBot.Teams.Auth;

/// <summary>
/// Where an activity may ask us to answer. Our token goes there, so this is asked when an activity comes and again when something
/// is sent, because the address may have waited in a store (protocol notes 1.6).
/// </summary>
public sealed class ServiceHosts(IOptions<BotOptions> options)
{
    // The first is exact: its parent zone is shared by everybody who rents a name there.
    internal static readonly IReadOnlyList<string> Known =
    [
        "smba.trafficmanager.net",
        "*.botframework.com",
        "*.teams.microsoft.com",
        "*.teams.microsoft.us",
    ];

    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && Allows(url);

    public bool Allows(Uri url)
    {
        if (!url.IsAbsoluteUri || url.UserInfo.Length > 0)
        {
            return false;
        }

        var settings = options.Value;
        if (settings.IsLocalTrial && url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url))
        {
            return true;
        }

        return Allows(url, Known, settings.AllowedServiceHosts);
    }

    /// <param name="url">To be called.</param>
    /// <param name="known">Hosts that are good over https on its own port.</param>
    /// <param name="settings">What a setting adds.</param>
    internal static bool Allows(Uri url, IReadOnlyList<string> known, IEnumerable<string> settings) =>
        url.UserInfo.Length == 0
        && ((IsSecure(url) && known.Any(pattern => Matches(pattern, url.Host))) || settings.Any(entry => MatchesEntry(entry, url)));

    private static bool MatchesEntry(string entry, Uri url) =>
        Uri.TryCreate(entry, UriKind.Absolute, out var exact) && exact.Scheme is "http" or "https"
            ? exact.Scheme == url.Scheme && exact.Authority == url.Authority && (IsSecure(url) || IsThisMachine(url))
            : IsSecure(url) && Matches(entry.Trim(), url.Host);

    private static bool IsSecure(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort;

    private static bool IsThisMachine(Uri url) => url.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool Matches(string pattern, string host) => pattern.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase) && host.Length > pattern.Length - 1
        : string.Equals(pattern, host, StringComparison.OrdinalIgnoreCase);
}
