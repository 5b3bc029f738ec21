using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using SoeBot.Benchmarks.Loading;
using SoeBot.TestKit.Teams;

namespace SoeBot.Benchmarks.Turns;

/// <summary>
/// The least that anybody could write: ASP.NET Core's own bearer check of the same token with the same key, the same activity
/// parsed, the same bytes returned. No store, no rights, no card. And an endpoint that answers at once, which shows what the
/// load generator can do.
/// </summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BareEndpoint(WebApplication app) => _app = app;

    private Uri Root => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<BareEndpoint> StartAsync(FakeTeams teams, byte[] answer)
    {
        using var http = new HttpClient();
        var keys = new JsonWebKeySet(await http.GetStringAsync(new Uri(teams.OpenIdMetadata, "keys")));
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer => bearer.TokenValidationParameters = new()
        {
            ValidIssuer = ChannelTokens.Issuer,
            ValidAudience = teams.AppId,
            IssuerSigningKey = keys.Keys[0],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        });
        var app = builder.Build();
        // Before the token is looked at, or it would be checked here too.
        app.Map("/at-once", branch => branch.Run(context => context.Response.CompleteAsync()));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapPost("/bare", context => AnswerAsync(context, answer)).RequireAuthorization();
        await app.StartAsync();
        return new BareEndpoint(app);
    }

    public Target Bare(BotUnderLoad bot, BotAnswer first) => new("bare endpoint", () => new HttpCaller(new Uri(Root, "bare"), bot.Token, first.Posted.ToJsonString()));

    public Target AtOnce(BotUnderLoad bot, BotAnswer first) => new("generator alone", () => new HttpCaller(new Uri(Root, "at-once"), bot.Token, first.Posted.ToJsonString()));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, byte[] answer)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        if (activity.RootElement.GetProperty("type").GetString() is not ("invoke" or "message"))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}
