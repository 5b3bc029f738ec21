using System.Security.Cryptography;
using Azure;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Conversations;

namespace SoeBot.Teams.Auth;

/// <summary>Tokens for the connector (protocol notes 2). One request at a time; kept until shortly before the end.</summary>
internal sealed class OutboundToken(HttpClient http, IOptions<BotOptions> options, TimeProvider clock, ILogger<OutboundToken> log)
    : IOutboundToken, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private AccessToken _token;
    private DateTimeOffset _askedAt;

    public async ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        var wanted = clock.GetUtcNow();
        await _asking.WaitAsync(cancellationToken);
        try
        {
            // Of many callers whose token was refused, the first renews and the others take what it got.
            var fresh = clock.GetUtcNow() + Margin < _token.ExpiresOn && (!renew || _askedAt > wanted);
            if (!fresh)
            {
                _token = await AskAsync(cancellationToken);
                _askedAt = clock.GetUtcNow();
            }

            return _token.Token;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<AccessToken> AskAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        try
        {
            return await OutboundCredential.Of(settings, http).GetTokenAsync(Wanted(settings), cancellationToken);
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or RequestFailedException or CryptographicException or IOException)
        {
            var reason = Reason(exception);
            Log.TokenNotGiven(log, reason);
            throw new HttpRequestException($"No token for the connector: {reason}", exception);
        }
    }

    // A credential keeps its token itself and would give a refused one again. So it is a new one each time; for managed identities
    // the library keeps tokens for the whole process, and only a request with a claim goes past them.
    private static TokenRequestContext Wanted(BotOptions settings) => new(
        [settings.Profile.OutboundScope],
        claims: settings.AppType == BotAppType.UserAssignedMSI ? """{"access_token":{}}""" : null);

    // The innermost says what Entra said; those around it say where that was.
    private static string Reason(Exception exception)
    {
        var lines = exception.GetBaseException().Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("AADSTS", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? exception.GetType().Name;
    }
}
