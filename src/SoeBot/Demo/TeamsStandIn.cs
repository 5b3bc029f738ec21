using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SoeBot.Demo;

/// <summary>The part of Teams' connector that a week needs, on a port of its own on this machine: it keeps what the bot posts and edits.</summary>
internal sealed class TeamsStandIn : IAsyncDisposable
{
    public const string Tenant = "5a3c0000-0000-4000-8000-000000000000";

    private readonly WebApplication _app;
    private readonly IReadOnlyList<DemoPerson> _people;
    private readonly IReadOnlyList<DemoPlace> _places;
    private readonly List<DemoPost> _posts = [];
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TeamsStandIn(WebApplication app, IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoPlace> places)
    {
        (_app, _people, _places) = (app, people, [.. places, .. people.Select(person => person.Chat)]);
        app.MapPost("/v3/conversations", Create);
        app.MapPost("/v3/conversations/{place}/activities", (string place, JsonObject activity) => Post(place, activity));
        app.MapPost("/v3/conversations/{place}/activities/{reply}", (string place, string reply, JsonObject activity) => Post(place, activity));
        app.MapPut("/v3/conversations/{place}/activities/{id}", (string place, string id, JsonObject activity) => Update(id, activity));
        app.MapGet("/v3/conversations/{place}/members/{member}", (string place, string member) => Find(member) is { } person ? Results.Json(person.ToMember()) : NotFound());
        app.MapGet("/v3/conversations/{place}/pagedmembers", () =>
            Results.Json(new JsonObject { ["members"] = new JsonArray([.. people.Select(person => (JsonNode)person.ToMember())]) }));
    }

    public string ServiceUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>A card was posted or edited; the former one is null for a new one.</summary>
    public event Action<DemoPost, DemoPost?>? Shown;

    public int Count { get { lock (_gate) return _posts.Count; } }

    public static async Task<TeamsStandIn> StartAsync(IReadOnlyList<DemoPerson> people, IReadOnlyList<DemoPlace> places, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new TeamsStandIn(builder.Build(), people, places);
        await standIn._app.StartAsync(ct);
        return standIn;
    }

    /// <summary>The newest post that fits, posted already or to come.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<DemoPost> WaitAsync(Func<DemoPost, bool> fits, string what, TimeSpan patience, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(patience);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_posts.LastOrDefault(fits) is { } found) return found;
                changed = _changed.Task;
            }
            try
            {
                await changed.WaitAsync(end.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new TimeoutException($"{what} did not come within {patience.TotalSeconds:0} s.");
            }
        }
    }

    /// <summary>What the presser sees from now on.</summary>
    public void Show(DemoPost post, JsonObject card) => Replace(post, post with { Card = card });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Create(JsonObject body) =>
        body["members"] is JsonArray { Count: 1 } members && Find((string?)members[0]?["id"] ?? "") is { } person ? Results.Json(new JsonObject { ["id"] = person.Chat.Id }, statusCode: 201) : NotFound();

    private IResult Post(string place, JsonObject activity)
    {
        if (_places.FirstOrDefault(one => one.Id == place.Split(';')[0]) is not { } known || CardOf(activity) is not { } card) return NotFound();
        DemoPost post;
        lock (_gate)
        {
            var id = (1_700_000_000_000 + _posts.Count).ToString(CultureInfo.InvariantCulture);
            // A message at the top of a channel opens a thread under its own id.
            post = new(_posts.Count, id, known.Kind == DemoPlaceKind.Channel && place == known.Id ? $"{place};messageid={id}" : place, known, card);
            _posts.Add(post);
        }
        Shown?.Invoke(post, null);
        Signal();
        return Results.Json(new JsonObject { ["id"] = post.Id }, statusCode: 201);
    }

    private IResult Update(string id, JsonObject activity)
    {
        DemoPost? before;
        lock (_gate) before = _posts.FirstOrDefault(post => post.Id == id);
        if (before is null || CardOf(activity) is not { } card) return NotFound();
        var after = before with { Card = card };
        Replace(before, after);
        Shown?.Invoke(after, before);
        return Results.Json(new JsonObject { ["id"] = id });
    }

    private void Replace(DemoPost before, DemoPost after)
    {
        lock (_gate) _posts[before.Order] = after;
        Signal();
    }

    private void Signal()
    {
        TaskCompletionSource changed;
        lock (_gate) (changed, _changed) = (_changed, new(TaskCreationOptions.RunContinuationsAsynchronously));
        changed.SetResult();
    }

    private DemoPerson? Find(string id) => _people.FirstOrDefault(person => person.Mri == id || person.ObjectId == id);

    private static JsonObject? CardOf(JsonObject activity) => (activity["attachments"] as JsonArray)?.FirstOrDefault()?["content"]?.DeepClone() as JsonObject;

    private static IResult NotFound() => Results.Json(new JsonObject { ["error"] = new JsonObject { ["code"] = "NotFound" } }, statusCode: 404);
}
