using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Conversations;

namespace SoeBot.Teams.Auth;

/// <summary>Tokens for the connector by client id and secret (protocol notes 2). One request at a time; kept until shortly before the end.</summary>
internal sealed class ClientSecretToken(HttpClient http, IOptions<BotOptions> options, TimeProvider clock, ILogger<ClientSecretToken> log)
    : IOutboundToken, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private string? _token;
    private DateTimeOffset _askedAt;
    private DateTimeOffset _goodUntil;

    public async ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        var wanted = clock.GetUtcNow();
        await _asking.WaitAsync(cancellationToken);
        try
        {
            // Of many callers whose token was refused, the first renews and the others take what it got.
            var fresh = clock.GetUtcNow() < _goodUntil && (!renew || _askedAt > wanted);
            return fresh ? _token : await AskAsync(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", settings.AppId),
            new("client_secret", settings.ClientSecret),
            new("scope", settings.Profile.OutboundScope),
        ]);
        using var response = await http.PostAsync(Address(settings), form, cancellationToken);
        var answer = ConnectorErrors.TryParse(await response.Content.ReadAsStringAsync(cancellationToken));
        if (!response.IsSuccessStatusCode || answer.Text("access_token") is not { Length: > 0 } token)
        {
            var error = answer.Text("error_description")?.Split('\r', '\n')[0] ?? answer.Text("error");
            Log.TokenNotGiven(log, (int)response.StatusCode, error);
            throw new HttpRequestException($"No token for the connector: {error}", null, response.StatusCode);
        }

        _askedAt = clock.GetUtcNow();
        _goodUntil = _askedAt + Lifetime(answer.Field("expires_in")) - Margin;
        return _token = token;
    }

    private static TimeSpan Lifetime(JsonElement? seconds) => TimeSpan.FromSeconds(
        seconds is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var given) ? given : 600);

    // A single-tenant app gets a token from any authority and is then refused by the connector unless it was its own.
    private static Uri Address(BotOptions settings) => settings.TokenEndpoint ?? new Uri(
        $"https://{settings.Profile.LoginHost}/{(settings.AppType == BotAppType.MultiTenant ? "botframework.com" : settings.TenantId)}/oauth2/v2.0/token");
}
