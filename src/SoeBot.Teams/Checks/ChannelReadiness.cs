using Microsoft.Extensions.Options;
using SoeBot.Teams.Auth;

namespace SoeBot.Teams.Checks;

/// <summary>Whether posts of Teams can be recognised: without its keys every one would have to come again.</summary>
public sealed class ChannelReadiness
{
    private readonly SigningKeys _keys;
    private readonly BotOptions _settings;

    internal ChannelReadiness(SigningKeys keys, IOptions<BotOptions> options) => (_keys, _settings) = (keys, options.Value);

    public bool IsReady => _settings.IsLocalTrial || _keys.HasAny;

    /// <summary>Fetches the keys, so that the first message need not wait for them.</summary>
    public async Task WarmAsync(CancellationToken cancellationToken)
    {
        if (!IsReady)
        {
            await _keys.WarmAsync(cancellationToken);
        }
    }
}
