using System.Text.Encodings.Web;
using Hangfire.Dashboard;
using Microsoft.Extensions.Options;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using SoeBot.Store.People;
using SoeBot.Teams.Auth;

namespace SoeBot.Occurrences;

/// <summary>
/// Hangfire's dashboard: in local trial mode for whoever sits at the machine, else for administrators with a link of their own that opens
/// once. Holding the role is asked again with each request.
/// </summary>
internal sealed class Dashboard(DashboardPasses passes, PeopleStore people, PlantClock clock, IOptions<BotOptions> bot, TimeProvider time) : IDashboardAsyncAuthorizationFilter
{
    private const string Cookie = "soebot-jobs";
    private static readonly TimeSpan SessionLife = TimeSpan.FromMinutes(30);

    public async Task<bool> AuthorizeAsync(DashboardContext context)
    {
        var http = context.GetHttpContext();
        if (bot.Value.IsLocalTrial) return IsHere(http);
        return http.Request.Cookies.TryGetValue(Cookie, out var secret) && await passes.SessionAsync(secret, time.GetUtcNow(), http.RequestAborted) is { } pass
            && await people.HoldsAsync(pass.Plant, pass.Person, Role.Administrator, http.RequestAborted);
    }

    public void Map(WebApplication app)
    {
        // Chats fetch links to show what is behind them: looking at it must not use it up, so a press of the page's button does.
        app.MapGet("/jobs-pass", (HttpContext http, string t) =>
        {
            Harden(http);
            return Results.Content($"""
                <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>SoeBot jobs</title>
                <body style="font-family:sans-serif;margin:3em"><h1>The jobs dashboard</h1><form method="post" action="jobs-pass"><input type="hidden" name="t" value="{HtmlEncoder.Default.Encode(t)}">
                <button style="font-size:1.2em;padding:.5em 1.5em">Open</button></form></body></html>
                """, "text/html; charset=utf-8");
        });
        app.MapPost("/jobs-pass", RedeemAsync).DisableAntiforgery();
    }

    private async Task<IResult> RedeemAsync(HttpContext http, CancellationToken ct)
    {
        Harden(http);
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(ct))["t"].ToString() is not { Length: > 0 and <= 200 } secret) return Results.BadRequest();
        var now = time.GetUtcNow();
        var opened = await passes.RedeemAsync(secret, now + SessionLife, now,
            pass => new Effect { Audit = [new AuditLine(pass.Plant, clock.Now(pass.Plant), pass.Person, "jobs.dashboard", "opened")] }, ct);
        if (opened is not var (session, _)) return Results.Content("This link was used or is over. Type dashboard in the chat for another.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);
        http.Response.Cookies.Append(Cookie, session, new CookieOptions { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, MaxAge = SessionLife, Path = "/jobs" });
        return Results.Redirect("jobs");
    }

    private static void Harden(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'";
    }

    private static bool IsHere(HttpContext http) => http.Connection.RemoteIpAddress is { } remote && System.Net.IPAddress.IsLoopback(remote)
        && !http.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
}
