using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SoeBot.TestKit.Teams;

/// <summary>The key set with which Teams' tokens are checked, and the place where the bot gets its own.</summary>
internal static class IdentityRoutes
{
    public static void Map(WebApplication app, TenantState state, Func<FakeTeams> fake)
    {
        app.MapGet("/v1/.well-known/openidconfiguration", (HttpContext context) => Results.Json(new JsonObject
        {
            ["issuer"] = ChannelTokens.Issuer,
            ["authorization_endpoint"] = "https://invalid.botframework.com",
            ["jwks_uri"] = $"http://{context.Request.Host}/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
        }));
        app.MapGet("/v1/.well-known/keys", () =>
        {
            fake().Tokens.TimesKeysWereRead++;
            return Results.Json(fake().Tokens.KeySet());
        });
        app.MapPost("/oauth2/v2.0/token", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (form["grant_type"] != "client_credentials" || form["client_id"] != state.AppId || form["client_secret"].Count + form["client_assertion"].Count == 0)
            {
                return Results.Json(new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215: no" }, statusCode: 401);
            }

            if (state.TokenRefusal is { } refusal)
            {
                return Results.Json(new JsonObject { ["error"] = "unauthorized_client", ["error_description"] = refusal }, statusCode: 401);
            }

            var token = "fake-" + state.NextId();
            state.Change(one => _ = one.RefusesAllTokens || one.GoodTokens.Add(token));
            return Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3599, ["access_token"] = token });
        });
    }
}
