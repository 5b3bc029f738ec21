using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Start;
using SoeBot.Store;
using SoeBot.Store.Outbox;

namespace SoeBot.Demo;

/// <summary>The whole bot with a store of its own and the stand-in for Teams. Everything that happens goes over HTTP; only waiting looks inside.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;
    private readonly TeamsStandIn _teams;
    private readonly DemoClient _client;
    private readonly OutboxStore _outbox;
    private readonly TimeSpan _patience;

    private DemoStage(DirectoryInfo folder, WebApplication app, TeamsStandIn teams, DateOnly monday, Story story, TimeSpan patience)
    {
        (_folder, _app, _teams, Monday, Story, _patience) = (folder, app, teams, monday, story, patience);
        _outbox = app.Services.GetRequiredService<OutboxStore>();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        _client = new(new Uri($"{address}/api/messages"), teams.ServiceUrl);
        teams.Shown += story.Shown;
    }

    public DateOnly Monday { get; }
    public Story Story { get; }

    /// <summary>The plant's clock stands on Monday at six before anything starts, so that the plant has that day's data.</summary>
    public static async Task<DemoStage> StartAsync(Story story, TimeSpan patience, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-demo-");
        var app = Serving.Build(["--environment=Development"], builder => Configure(builder, folder));
        await app.Services.GetRequiredService<StoreSchema>().MigrateAsync(ct);
        var plant = app.Services.GetRequiredService<PlantProfiles>().Default;
        var monday = plant.Calendar.WeekOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()).Start;
        await app.Services.GetRequiredService<ClockMover>().PlaceAsync(plant, plant.Calendar.At(monday, new TimeOnly(6, 0)), ct);
        await app.StartAsync(ct);
        return new(folder, app, await TeamsStandIn.StartAsync(Cast.All, [Cast.Channel, Cast.Meeting], ct), monday, story, patience);
    }

    public Task InstallAsync(DemoPerson by, DemoPlace where, CancellationToken ct)
    {
        Story.Say($"{by.Name} adds SoeBot {where.Words}");
        return _client.InstallAsync(by, where, ct);
    }

    public Task TypesAsync(DemoPerson who, DemoPlace where, string line, CancellationToken ct)
    {
        Story.Say($"{who.Name} types{(where.Kind == DemoPlaceKind.Personal ? "" : " " + where.Words)}: {line}");
        return _client.TypeAsync(who, where, line, ct);
    }

    public async Task PressesAsync(DemoPerson who, DemoPost post, string title, CancellationToken ct, params (string Input, string Value)[] entered)
    {
        var filled = entered.Length == 0 ? "" : $" with {string.Join(", ", entered.Select(one => $"\"{one.Value}\""))}";
        Story.Say($"{who.Name} presses [{title}]{filled} on \"{post.Title}\"");
        var answer = await _client.PressAsync(who, post, title, entered.ToDictionary(one => one.Input, one => one.Value), ct);
        if (answer["value"] is JsonObject card && card["body"] is not null)
        {
            _teams.Show(post, (JsonObject)card.DeepClone());
            Story.Answered(WireCards.Text(card));
        }
        else Story.Answered($"\"{answer["value"]}\"");
    }

    /// <summary>The newest card there with these words, now or soon.</summary>
    public Task<DemoPost> ComesAsync(DemoPlace where, string words, CancellationToken ct) =>
        _teams.WaitAsync(post => post.Place == where && post.Text.Contains(words, StringComparison.OrdinalIgnoreCase), $"A card with \"{words}\" {where.Words}", _patience, ct);

    /// <summary>A form there with this button and one of these wordings.</summary>
    public Task<DemoPost> ComesFormAsync(DemoPlace where, string button, IReadOnlyList<string> wordings, CancellationToken ct) =>
        _teams.WaitAsync(
            post => post.Place == where && wordings.Any(words => post.Text.Contains(words, StringComparison.OrdinalIgnoreCase)) && WireCards.Buttons(post.Card).Any(one => (string?)one["title"] == button),
            $"The form of \"{wordings[0]}\" {where.Words}", _patience, ct);

    /// <summary>The newest card of any of these people with these words.</summary>
    public async Task<(DemoPerson Person, DemoPost Post)> ComesToOneAsync(IReadOnlyList<DemoPerson> people, string words, CancellationToken ct)
    {
        var post = await _teams.WaitAsync(
            one => people.Any(person => person.Chat == one.Place) && one.Text.Contains(words, StringComparison.OrdinalIgnoreCase), $"A card with \"{words}\" for an owner", _patience, ct);
        return (people.First(person => person.Chat == post.Place), post);
    }

    /// <summary>The clock goes there by a typed line; what falls due on the way happens on the way. Comes back when all of it is said.</summary>
    public async Task ClockAsync(int day, int hour, int minute, CancellationToken ct)
    {
        var there = Monday.AddDays(day).ToDateTime(new TimeOnly(hour, minute));
        var line = there.ToString("'clock 'yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        Story.Chapter($"{there.ToString("dddd d MMMM, HH:mm", CultureInfo.InvariantCulture)} ({Cast.Miguel.Name} types: {line})");
        var before = _teams.Count;
        await _client.TypeAsync(Cast.Miguel, Cast.Miguel.Chat, line, ct);
        await _teams.WaitAsync(post => post.Order >= before && post.Place == Cast.Miguel.Chat && post.Title.StartsWith("It is ", StringComparison.Ordinal), $"The answer to \"{line}\"", _patience, ct);
        await SettleAsync(ct);
    }

    /// <summary>Until nothing waits in the outbox.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        while (await _outbox.PendingCountAsync(ct) > 0) await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _teams.DisposeAsync();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A system that keeps open files: its own clean-up of temporary folders gets it.
        }
    }

    // The week is the same on every machine: nothing of the settings around it counts.
    private static void Configure(WebApplicationBuilder builder, DirectoryInfo folder)
    {
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "soebot.db")}",
            // A week goes by in seconds, and the stand-in has no limits.
            ["Outbox:Multiplier"] = "100",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(new StartScreen(TextWriter.Null));
        // The story's own clock brings it, when everybody is there.
        builder.Services.AddSingleton(new FirstLook { IsHeld = true });
    }
}
