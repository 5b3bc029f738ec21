using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;

namespace SoeBot.Teams.Files;

/// <summary>From where a file may be fetched: the address came with a message, and must not lead us into anybody's own network (protocol notes 1.6).</summary>
internal sealed class FileHosts(IOptions<BotOptions> options)
{
    private static readonly string[] Known = ["*.sharepoint.com", "*.svc.ms"];

    public bool Allows(Uri url) => ServiceHosts.Allows(url, Known, options.Value.AllowedFileHosts);
}
