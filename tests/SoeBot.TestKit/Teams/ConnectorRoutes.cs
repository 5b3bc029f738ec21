using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SoeBot.TestKit.Teams;

/// <summary>The routes that the bot calls. Every one goes through the same gate: record, token, fault, then do it.</summary>
internal static class ConnectorRoutes
{
    public static void Map(WebApplication app, TenantState state) => app.Map("/emea/{**path}", async (HttpContext context) =>
    {
        var request = await RecordAsync(context, state);
        if (state.RequiresToken && !HasGoodToken(request, state))
        {
            await AnswerAsync(context, request, 401, new JsonObject { ["message"] = "Authorization has been denied for this request." });
            return;
        }

        var fault = state.Faults.Take(request);
        if (fault is { Stores: false })
        {
            await FailAsync(context, request, fault, state);
            return;
        }

        var (status, body) = ConnectorActions.Do(state, request, context.Request.Query);
        if (fault is not null)
        {
            await FailAsync(context, request, fault, state);
        }
        else
        {
            await AnswerAsync(context, request, status, body);
        }

        state.Change(_ => { });
    });

    private static async Task<FakeRequest> RecordAsync(HttpContext context, TenantState state)
    {
        JsonObject? body = null;
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            try
            {
                body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject;
            }
            catch (JsonException exception)
            {
                state.Change(one => one.Violations.Add("A body is no JSON: " + exception.Message));
            }
        }

        // The server resolves escapes but for the slash, and an id may hold one.
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var path = raw.Split('?')[0]["/emea".Length..];
        FakeRequest? request = null;
        state.Change(one => one.Requests.Add(request = new FakeRequest(
            one.Requests.Count + 1,
            context.Request.Method,
            Uri.UnescapeDataString(path),
            raw,
            body,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            one.Clock.GetUtcNow())));
        return request!;
    }

    private static bool HasGoodToken(FakeRequest request, TenantState state) =>
        request.Headers.TryGetValue("Authorization", out var header)
        && header.StartsWith("Bearer ", StringComparison.Ordinal)
        && state.Read(one => one.GoodTokens.Contains(header["Bearer ".Length..]));

    private static async Task FailAsync(HttpContext context, FakeRequest request, FakeFaults.Fault fault, TenantState state)
    {
        if (fault.Hangs)
        {
            state.Faults.Hangs();
            state.Change(_ => { });
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, state.Stopping.Token);
            await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        if (fault.Hangs || fault.Cuts)
        {
            context.Abort();
            return;
        }

        if (fault.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (fault.RawBody is not null)
        {
            request.Status = context.Response.StatusCode = fault.Status;
            await context.Response.WriteAsync(fault.RawBody);
            return;
        }

        await AnswerAsync(context, request, fault.Status, ConnectorActions.Error(fault.Code, "The fake was told to."));
    }

    private static async Task AnswerAsync(HttpContext context, FakeRequest request, int status, JsonNode? body)
    {
        request.Status = context.Response.StatusCode = status;
        context.Response.Headers["MS-CV"] = $"fake.{request.Order}";
        if (body is not null)
        {
            await context.Response.WriteAsJsonAsync(body);
        }
    }
}
