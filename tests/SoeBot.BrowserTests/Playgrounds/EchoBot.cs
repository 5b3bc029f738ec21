using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.BrowserTests.Playgrounds;

/// <summary>The least bot that the harness can be tried on: a form for what was said, and a receipt for what was filled in.</summary>
internal sealed class EchoBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http = new();
    private readonly ConcurrentQueue<JsonNode> received = new();

    private EchoBot(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First() + "/api/messages");

    public static async Task<EchoBot> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrel();
        builder.Services.AddRouting();
        builder.Logging.ClearProviders();
        var bot = new EchoBot(builder.Build());
        bot.app.Urls.Add("http://127.0.0.1:0");
        bot.app.MapPost("/api/messages", bot.AnswerAsync);
        await bot.app.StartAsync();
        return bot;
    }

    /// <summary>The Playground answers before it has handed an activity on.</summary>
    public async Task HearsAsync(Func<JsonNode, bool> what)
    {
        for (var wait = Stopwatch.StartNew(); !received.Any(what); await Task.Delay(50))
        {
            Assert.True(wait.Elapsed < Patience.Most, $"Not heard, but only: {string.Join('\n', received.Select(a => a.ToJsonString()))}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!;
        received.Enqueue(activity);
        switch ((string?)activity["type"])
        {
            case "invoke":
                await context.Response.WriteAsJsonAsync(new { statusCode = 200, type = "application/vnd.microsoft.card.adaptive", value = Receipt(activity) });
                break;
            case "message":
                await SendFormAsync(activity);
                break;
        }
    }

    private async Task SendFormAsync(JsonNode activity)
    {
        var conversation = Uri.EscapeDataString((string)activity["conversation"]!["id"]!);
        var reply = new
        {
            type = "message",
            from = activity["recipient"],
            conversation = activity["conversation"],
            attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = Form((string)activity["text"]!) } },
        };
        using var answer = await http.PostAsJsonAsync($"{activity["serviceUrl"]}/v3/conversations/{conversation}/activities", reply);
        answer.EnsureSuccessStatusCode();
    }

    private static JsonNode Form(string said) => JsonNode.Parse($$"""
        {"type":"AdaptiveCard","version":"1.5","body":[
          {"type":"TextBlock","text":"You said: {{said.Replace("\"", "", StringComparison.Ordinal)}}"},
          {"type":"Input.Text","id":"what","label":"What"},
          {"type":"Input.Date","id":"due","label":"Due"},
          {"type":"Input.ChoiceSet","id":"owner","label":"Owner","choices":[{"title":"One","value":"1"},{"title":"Two","value":"2"}]},
          {"type":"Input.Toggle","id":"sure","title":"I am sure"}],
        "actions":[{"type":"Action.Execute","title":"Save","verb":"echo.save"}]}
        """)!;

    private static JsonNode Receipt(JsonNode invoke)
    {
        var filled = invoke["value"]!["action"]!["data"]!;
        return JsonNode.Parse($$"""
            {"type":"AdaptiveCard","version":"1.5","body":[
              {"type":"TextBlock","wrap":true,"text":"{{invoke["from"]!["name"]}}: {{filled["what"]}}, {{filled["due"]}}, {{filled["owner"]}}, {{filled["sure"]}}"}]}
            """)!;
    }
}
