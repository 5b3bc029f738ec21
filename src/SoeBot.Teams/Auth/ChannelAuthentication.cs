using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SoeBot.Teams.Auth;

/// <summary>The channel's token as an authentication scheme. It says that Teams is calling, not which person.</summary>
internal sealed class ChannelAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, ChannelToken tokens, IOptions<BotOptions> bot)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string SchemeName = "TeamsChannel";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var headers = Request.Headers.Authorization;
        if (headers.Count != 1 || headers[0] is not { } header || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            // In local trial mode nobody brings one, and a failure would be logged at every call.
            return bot.Value.IsLocalTrial ? AuthenticateResult.NoResult() : AuthenticateResult.Fail("no bearer token");
        }

        var verdict = await tokens.CheckAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        if (verdict.NoKeys)
        {
            Context.Features.Set(new KeysMissing());
        }

        if (verdict.Ticket is null)
        {
            return AuthenticateResult.Fail(verdict.Refusal ?? "refused");
        }

        Context.Features.Set(verdict.Ticket);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "Teams")], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}

/// <summary>Marks a request that could not be judged because there are no signing keys at all.</summary>
internal sealed record KeysMissing;
