using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SoeBot.Teams.Auth;

/// <summary>What a good token says about the post that it came with.</summary>
internal sealed record ChannelTicket(string? ServiceUrl, IReadOnlySet<string> Endorsements);

/// <summary>A ticket, or why not. Without any keys the answer is neither: ask again later.</summary>
internal sealed record TokenVerdict(ChannelTicket? Ticket, string? Refusal, bool NoKeys = false);

/// <summary>Checks 1 to 6 of a channel token (protocol notes 1.2); what binds it to a body is checked when the body is read.</summary>
internal sealed class ChannelToken(SigningKeys keys, VerifiedTokens verified, IOptions<BotOptions> options, TimeProvider clock, ILogger<ChannelToken> log)
{
    private const int MaxLength = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    public async Task<TokenVerdict> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > MaxLength)
        {
            return Refuse(null, "not a signed token");
        }

        if (verified.Find(token) is { } known)
        {
            return new TokenVerdict(known, null);
        }

        if (!_handler.CanReadToken(token))
        {
            return Refuse(null, "not a signed token");
        }

        JsonWebToken read;
        try
        {
            read = _handler.ReadJsonWebToken(token);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException)
        {
            return Refuse(null, "not readable");
        }

        if (read.Alg != SecurityAlgorithms.RsaSha256)
        {
            return Refuse(read, "not signed with RS256");
        }

        if (string.IsNullOrEmpty(read.Kid))
        {
            return Refuse(read, "names no key");
        }

        // Cheap, and before anything is fetched because of a stranger's token.
        if (read.Issuer != options.Value.Profile.Issuer)
        {
            return Refuse(read, "foreign issuer");
        }

        var key = await keys.FindAsync(read.Kid, cancellationToken);
        if (key is null)
        {
            return keys.HasAny ? Refuse(read, "unknown key") : new TokenVerdict(null, "no signing keys yet", NoKeys: true);
        }

        var result = await _handler.ValidateTokenAsync(read, Parameters(key));
        if (!result.IsValid)
        {
            return Refuse(read, result.Exception?.GetType().Name ?? "not valid");
        }

        var ticket = new ChannelTicket(ServiceUrlOf(read), key.Endorsements);
        verified.Remember(token, ticket, read.ValidTo);
        return new TokenVerdict(ticket, null);
    }

    private TokenValidationParameters Parameters(SigningKey key) => new()
    {
        ValidIssuer = options.Value.Profile.Issuer,
        ValidAudience = options.Value.AppId,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        IssuerSigningKey = key.Key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        LifetimeValidator = (from, to, _, _) => IsTime(from, to),
    };

    private bool IsTime(DateTime? from, DateTime? to)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return to is { } end && now <= end + Skew && (from is not { } start || now >= start - Skew);
    }

    // Live tokens spell it in lower case, older writings in camel case.
    private static string? ServiceUrlOf(JsonWebToken token) =>
        token.Claims.FirstOrDefault(claim => string.Equals(claim.Type, "serviceurl", StringComparison.OrdinalIgnoreCase))?.Value;

    private TokenVerdict Refuse(JsonWebToken? token, string reason)
    {
        Log.TokenRefused(log, reason, Short(token?.Issuer), Short(token?.Audiences.FirstOrDefault()), Short(token?.Kid));
        return new TokenVerdict(null, reason);
    }

    private static string? Short(string? text) => text?.Length > 100 ? text[..100] : text;
}
