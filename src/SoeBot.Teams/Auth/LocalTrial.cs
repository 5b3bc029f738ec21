using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SoeBot.Teams.Auth;

/// <summary>
/// Who may call when nobody signs: programs on this machine, and no web page that a browser here happens to show. A page can post
/// to localhost, but not with a JSON content type without asking first, and not under our host name if its own points here.
/// </summary>
internal sealed class LocalTrial(IOptions<BotOptions> options)
{
    private static readonly string[] Forwarding = ["Forwarded", "Via", "X-Real-IP", "X-Original-Host"];

    public Refusal? Check(HttpRequest request)
    {
        var caller = request.HttpContext.Connection.RemoteIpAddress;
        if (!options.Value.DangerouslyAllowUnauthenticated && (caller is null || !IPAddress.IsLoopback(caller)))
        {
            return No("only callers on this machine are answered");
        }

        if (request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            return No("the Host header must be localhost or 127.0.0.1");
        }

        if (request.Headers.Keys.Any(IsForwarding))
        {
            return No("the request came through a proxy or tunnel");
        }

        if (request.Headers.ContainsKey("Origin") && !IsOfThisMachine(request.Headers.Origin.ToString()))
        {
            return No("the request was made by a web page from elsewhere");
        }

        return request.HasJsonContentType() ? null : No("the content type must be application/json");
    }

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || Forwarding.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsOfThisMachine(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.Host is ("localhost" or "127.0.0.1" or "[::1]");

    private static Refusal No(string reason) => new(
        StatusCodes.Status403Forbidden,
        $"No Bot:AppId is set, so this bot runs in local trial mode, and there {reason}.");
}
