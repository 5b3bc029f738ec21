using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Conversations;

namespace SoeBot.Teams.Checks;

/// <summary>Tries what the channel needs before anybody depends on it, and says in words what does not work.</summary>
public sealed class ChannelCheck
{
    private static readonly TimeSpan MostOff = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;
    private readonly SigningKeys _keys;
    private readonly IOutboundToken _tokens;
    private readonly BotOptions _settings;
    private readonly TimeProvider _clock;

    internal ChannelCheck(HttpClient http, SigningKeys keys, IOutboundToken tokens, IOptions<BotOptions> options, TimeProvider clock) =>
        (_http, _keys, _tokens, _settings, _clock) = (http, keys, tokens, options.Value, clock);

    public async IAsyncEnumerable<ChannelFinding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new("service hosts", true, string.Join(", ", ServiceHosts.Known.Concat(_settings.AllowedServiceHosts)));
        if (_settings.IsLocalTrial)
        {
            yield return new("channel", true, "local trial mode: no Bot:AppId is set, so callers on this machine only, nobody is authenticated, no keys and no token are needed");
            yield break;
        }

        yield return await ClockAsync(cancellationToken);
        yield return await KeysAsync(cancellationToken);
        yield return await TokenAsync(cancellationToken);
    }

    private Uri Metadata => _settings.OpenIdMetadata ?? _settings.Profile.OpenIdMetadata;

    private async Task<ChannelFinding> ClockAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(Metadata, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.Headers.Date is not { } date)
            {
                return new("clock", null, $"{Metadata.Host} does not say its time");
            }

            var off = _clock.GetUtcNow() - date;
            return off.Duration() <= MostOff
                ? new("clock", true, $"agrees with {Metadata.Host}")
                : new("clock", false, string.Create(CultureInfo.InvariantCulture,
                    $"This machine's clock is {off.Duration().TotalMinutes:0} minutes {(off > TimeSpan.Zero ? "ahead of" : "behind")} {Metadata.Host}; more than 5 and tokens are refused in both directions. Set it, and let it follow a time server."));
        }
        catch (Exception exception) when (exception is HttpRequestException || IsTimeOut(exception, cancellationToken))
        {
            return new("clock", null, $"not compared: {Metadata.Host} did not answer");
        }
    }

    private async Task<ChannelFinding> KeysAsync(CancellationToken cancellationToken)
    {
        if (!await _keys.WarmAsync(cancellationToken))
        {
            return new("signing keys", false, $"{Metadata} gave no keys: {_keys.Problem?.GetBaseException().Message.ReplaceLineEndings(" ")} "
                + "Is the way out of this network open for it?");
        }

        return _keys.CountFor("msteams") is var count and > 0
            ? new("signing keys", true, string.Create(CultureInfo.InvariantCulture, $"{count} that may speak for Teams, from {Metadata}"))
            : new("signing keys", false, $"none of the keys from {Metadata} may speak for Teams: is Bot:Cloud right?");
    }

    private async Task<ChannelFinding> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _tokens.GetAsync(renew: false, cancellationToken) is null
                ? new("token", null, "none is needed")
                : new("token", true, $"given for {_settings.AppId} ({_settings.AppType})");
        }
        catch (HttpRequestException exception)
        {
            return new("token", false, TokenFaults.Explain(exception.Message, _settings) is { } words ? $"{words} ({exception.Message})" : exception.Message);
        }
        catch (Exception exception) when (IsTimeOut(exception, cancellationToken))
        {
            return new("token", false, "No answer in time from where tokens are given. Is the way out of this network open for it?");
        }
    }

    private static bool IsTimeOut(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException && !cancellationToken.IsCancellationRequested;
}
