using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SoeBot.Connectors.Graph;

namespace SoeBot.UnitTests.People;

/// <summary>
/// Microsoft Graph's batch of users over loopback HTTP, as learn.microsoft.com/graph/json-batching describes it. It was written after the documents:
/// nothing here was held against the real service.
/// </summary>
internal sealed class FakeGraph : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private FakeGraph(WebApplication app) => _app = app;

    /// <summary>By object id: true enabled, false disabled; who is not here was deleted.</summary>
    public Dictionary<string, bool> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Object ids that the service answers "too many requests" for.</summary>
    public HashSet<string> Throttled { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In place of any answer.</summary>
    public int? Refuses { get; set; }

    /// <summary>How many requests each batch had.</summary>
    public List<int> Batches { get; } = [];
    public string? Authorization { get; private set; }

    public AccountDirectory Directory => new(_http, new Uri($"{_app.Urls.First()}/v1.0"), _ => Task.FromResult("a-token"));

    public static async Task<FakeGraph> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var graph = new FakeGraph(builder.Build());
        graph._app.MapPost("/v1.0/$batch", graph.AnswerAsync);
        await graph._app.StartAsync();
        return graph;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Authorization = context.Request.Headers.Authorization;
        if (Refuses is { } status)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsJsonAsync(new { error = new { code = "Authorization_RequestDenied", message = "Insufficient privileges to complete the operation." } });
            return;
        }
        var body = await JsonNode.ParseAsync(context.Request.Body);
        var requests = body!["requests"]!.AsArray();
        Batches.Add(requests.Count);
        await context.Response.WriteAsJsonAsync(new JsonObject { ["responses"] = new JsonArray([.. requests.Select(request => Answer(request!))]) });
    }

    private JsonObject Answer(JsonNode request)
    {
        var url = (string)request["url"]!;
        var id = Uri.UnescapeDataString(url.Split('?')[0].Split('/')[^1]);
        var wellAsked = url.Contains("select=id,accountEnabled", StringComparison.OrdinalIgnoreCase) || url.Contains("select=id%2CaccountEnabled", StringComparison.OrdinalIgnoreCase);
        var (status, body) = !wellAsked ? (400, new JsonObject { ["error"] = new JsonObject { ["code"] = "BadRequest", ["message"] = url } })
            : Throttled.Contains(id) ? (429, new JsonObject { ["error"] = new JsonObject { ["code"] = "TooManyRequests", ["message"] = "later" } })
            : Accounts.TryGetValue(id, out var enabled) ? (200, new JsonObject { ["id"] = id, ["accountEnabled"] = enabled })
            : (404, new JsonObject { ["error"] = new JsonObject { ["code"] = "Request_ResourceNotFound", ["message"] = "does not exist" } });
        return new JsonObject { ["id"] = (string)request["id"]!, ["status"] = status, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" }, ["body"] = body };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
