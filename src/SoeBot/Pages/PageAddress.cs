using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SoeBot.Pages;

/// <summary>The address of a page as a browser needs it.</summary>
internal sealed class PageAddress(IOptions<PagesOptions> options, IServer? server = null)
{
    /// <summary>False when only this machine knows the address.</summary>
    public bool IsPublic => !string.IsNullOrEmpty(options.Value.Address);

    /// <param name="path">"/minutes/...".</param>
    public Uri Of(string path)
    {
        var root = IsPublic ? options.Value.Address! : Listening() ?? "http://localhost:3978";
        return new Uri(root.TrimEnd('/') + path);
    }

    private string? Listening() => server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?
        .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal).Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal);
}
