using Microsoft.Extensions.Options;

namespace SoeBot.Teams.Auth;

/// <summary>Sends what was meant for the cloud's token address to <see cref="BotOptions.TokenEndpoint"/>, if one is set.</summary>
internal sealed class TokenDetour(IOptions<BotOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Value.TokenEndpoint is { } other && request.RequestUri?.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal) == true)
        {
            request.RequestUri = other;
            request.Headers.Host = null;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
