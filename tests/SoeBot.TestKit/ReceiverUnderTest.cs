using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SoeBot.TestKit;

/// <summary>One post of a hand-over (R93), with its three headers as they came.</summary>
/// <param name="Body">JSON, not parsed yet.</param>
/// <param name="Request">"C-7".</param>
public sealed record Heard(string Id, string Timestamp, string Signature, string Body, string Request)
{
    /// <summary>As HAND-OVER.md tells an integrator to do it, in nothing but what .NET brings.</summary>
    public bool IsSignedWith(string secret, string? id = null, string? timestamp = null, string? body = null)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id ?? Id}.{timestamp ?? Timestamp}.{body ?? Body}"));
        return Signature.Split(' ').Any(one => one.Split(',') is ["v1", var given] && CryptographicOperations.FixedTimeEquals(expected, Convert.FromBase64String(given)));
    }
}

/// <summary>A system of the plant over loopback HTTP.</summary>
public sealed class ReceiverUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReceiverUnderTest(WebApplication app) => _app = app;

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<Heard> Calls { get; } = [];

    /// <summary>Names of the changes, in the same order.</summary>
    public IEnumerable<string> Requests => Calls.Select(one => one.Request);

    /// <summary>200 unless a test says otherwise.</summary>
    public Func<Heard, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Where it wants to be told.</summary>
    public string Address => $"{_app.Urls.First()}/changes";

    /// <param name="port">0 for any that is free.</param>
    public static async Task<ReceiverUnderTest> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var receiver = new ReceiverUnderTest(builder.Build());
        receiver._app.MapPost("/changes", receiver.HearAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>Always the same answer.</summary>
    public static Func<Heard, HttpContext, Task> Says(int status, string? body = null, string type = "application/json") => async (_, context) =>
    {
        context.Response.StatusCode = status;
        if (body is null) return;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task HearAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var heard = new Heard(headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, body, JsonNode.Parse(body)!["data"]!["request"]!.GetValue<string>());
        Calls.Enqueue(heard);
        await Answer(heard, context);
    }
}
