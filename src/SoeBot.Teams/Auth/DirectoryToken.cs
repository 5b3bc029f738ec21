using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace SoeBot.Teams.Auth;

/// <summary>Tokens of the bot's own app for Microsoft Graph; asked once a day, so nothing is kept.</summary>
public sealed class DirectoryToken
{
    private readonly HttpClient _http;
    private readonly IOptions<BotOptions> _options;

    internal DirectoryToken(HttpClient http, IOptions<BotOptions> options) => (_http, _options) = (http, options);

    /// <param name="scope">"https://graph.microsoft.com/.default", or of another cloud.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">Entra gave none; the message says why.</exception>
    public async Task<string> GetAsync(string scope, CancellationToken cancellationToken)
    {
        try
        {
            return (await OutboundCredential.Of(_options.Value, _http).GetTokenAsync(new TokenRequestContext([scope]), cancellationToken)).Token;
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or RequestFailedException)
        {
            throw new HttpRequestException($"No token for the directory: {exception.GetBaseException().Message}", exception);
        }
    }
}
