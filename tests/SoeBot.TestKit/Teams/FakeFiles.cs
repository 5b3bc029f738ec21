using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SoeBot.TestKit.Teams;

/// <summary>The part of SharePoint that gives a file to whoever has its address, for a while.</summary>
public sealed class FakeFiles
{
    private readonly ConcurrentDictionary<string, byte[]> _content = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> _requests = new();

    internal Uri Root { get; set; } = new("http://127.0.0.1/");

    /// <summary>The headers of each request, in order.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Requests => [.. _requests];

    /// <summary>So many requests are answered 503 first.</summary>
    public int Unreachable { get; set; }

    /// <summary>Where a request is sent on to instead of being answered.</summary>
    public Uri? MovedTo { get; set; }

    /// <summary>Bytes beyond what the header promises, without end.</summary>
    public bool NeverEnds { get; set; }

    /// <summary>No file is given before this is done.</summary>
    public Task GivenAfter { get; set; } = Task.CompletedTask;

    /// <summary>All addresses that were given so far are no longer good.</summary>
    public void Expire() => _content.Clear();

    internal JsonObject Attach(string name, byte[] content)
    {
        var id = Guid.NewGuid().ToString("N");
        _content[id] = content;
        return new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = $"https://plant-my.sharepoint.com/personal/somebody/Documents/Microsoft%20Teams%20Chat%20Files/{Uri.EscapeDataString(name)}",
            ["name"] = name,
            ["content"] = new JsonObject
            {
                ["downloadUrl"] = new Uri(Root, $"files/{id}?tempauth=v1.fake").AbsoluteUri,
                ["uniqueId"] = id.ToUpperInvariant(),
                ["fileType"] = Path.GetExtension(name).TrimStart('.').ToLowerInvariant(),
                ["etag"] = string.Create(CultureInfo.InvariantCulture, $"\"{{{id}}},1\""),
            },
        };
    }

    internal void Map(WebApplication app) => app.MapGet("/files/{id}", async (HttpContext context, string id) =>
    {
        _requests.Enqueue(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        if (MovedTo is { } elsewhere)
        {
            context.Response.Redirect(elsewhere.AbsoluteUri);
        }
        else if (Unreachable > 0)
        {
            Unreachable--;
            context.Response.StatusCode = 503;
        }
        else if (!_content.TryGetValue(id, out var content))
        {
            context.Response.StatusCode = 401;
        }
        else
        {
            await GivenAfter.WaitAsync(context.RequestAborted);
            context.Response.Cookies.Append("FedAuth", "fake");
            await context.Response.Body.WriteAsync(content);
            for (var block = new byte[1 << 16]; NeverEnds && !context.RequestAborted.IsCancellationRequested;)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        }
    });
}
