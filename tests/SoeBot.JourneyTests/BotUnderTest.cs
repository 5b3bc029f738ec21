using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SoeBot.Channel;
using SoeBot.Connectors.Csv;
using SoeBot.Connectors.Sample;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Import;
using SoeBot.JourneyTests.Killing;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams;
using SoeBot.TestKit;
using SoeBot.TestKit.Teams;
using SoeBot.TestKit.Teams.Wire;
using Xunit;

namespace SoeBot.JourneyTests;

public enum StoreKind { Sqlite, PostgreSql }

/// <summary>The whole app on real HTTP with a real store and Hangfire; only Microsoft's service is a stand-in, and only the plant's clock is moved.</summary>
internal sealed class BotUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private BotUnderTest(FakeTeams teams, WebApplication app, DirectoryInfo folder, StoreRows rows) => (Teams, _app, _folder, Rows) = (teams, app, folder, rows);

    public static readonly PlantId PlantId = new("works");
    public FakeTeams Teams { get; }

    /// <summary>The store, read from beside the app in plain SQL.</summary>
    public StoreRows Rows { get; }
    public IServiceProvider Services => _app.Services;

    /// <summary>Where Teams posts to.</summary>
    public required Uri Endpoint { get; init; }
    public PlantProfile Plant => Services.GetRequiredService<PlantProfiles>().Get(PlantId);

    /// <param name="store">Of the two.</param>
    /// <param name="start">Where the plant's clock stands, plant time (Europe/Berlin).</param>
    /// <param name="configure">The last word on settings and logging.</param>
    public static async Task<BotUnderTest> StartAsync(StoreKind store, DateTime start, Action<WebApplicationBuilder>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-journey-");
        var rows = await StoreRows.NewAsync(store, folder);
        var teams = await FakeTeams.StartAsync();
        var settings = new Dictionary<string, string?>(teams.BotSettings)
        {
            ["Plants:works:Name"] = "Pump works", ["Plants:works:TimeZone"] = "Europe/Berlin",
        };
        foreach (var (name, value) in rows.Settings) settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        var app = Serving.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(new TestLog());
            // The first look of a real process would come before the clock stands where the story begins: here the first move of the clock brings it.
            builder.Services.AddSingleton(new FirstLook { IsHeld = true });
            configure?.Invoke(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var bot = new BotUnderTest(teams, app, folder, rows) { Endpoint = new Uri($"{address}/api/messages") };
        teams.Client.ConnectTo(bot.Endpoint);
        await bot.Services.GetRequiredService<ClockMover>().PlaceAsync(bot.Plant, bot.At(start), TestContext.Current.CancellationToken);
        return bot;
    }

    public DateTimeOffset At(DateTime local) => Plant.Calendar.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

    /// <summary>By the road of the tick: what falls due on the way happens on the way. Comes back when everything is sent.</summary>
    public async Task MoveToAsync(DateTime local)
    {
        await Services.GetRequiredService<ClockMover>().MoveToAsync(Plant, At(local), TestContext.Current.CancellationToken);
        await SettleAsync();
    }

    /// <summary>Until every line that was typed is worked, nothing waits in the outbox that could be sent, and every answer to a press is kept.</summary>
    public async Task SettleAsync()
    {
        await Rows.UntilEmptyAsync("SELECT 'inbox ' || id FROM inbox WHERE state = 'Working' OR (state = 'Pending' AND tries = 0)");
        using var end = new CancellationTokenSource(Patience.Most);
        var outbox = Services.GetRequiredService<OutboxStore>();
        while (await outbox.PendingCountAsync(end.Token) > 0) await Task.Delay(10, end.Token);
        await ((InvokeAnswers)Services.GetRequiredService<IInvokeAnswers>()).WrittenAsync().WaitAsync(end.Token);
    }

    public async Task<ImportReport> ImportAsync(string folder, string? mapping = null, DateOnly? asOf = null, bool freeze = true, PlantProfile? plant = null) =>
        await Services.GetRequiredService<ImportPlan>().RunAsync(plant ?? Plant, folder, mapping, asOf, freeze, TestContext.Current.CancellationToken);

    /// <summary>The sample plant of that day, by way of our own files.</summary>
    /// <param name="other">Another plant than the first.</param>
    public async Task ImportSampleAsync(DateOnly day, PlantProfile? other = null)
    {
        var plan = Directory.CreateDirectory(Path.Combine(_folder.FullName, $"plan-{day:yyyy-MM-dd}"));
        PlanCsvWriter.Write(SamplePlant.At(day), name => File.CreateText(Path.Combine(plan.FullName, name)));
        var report = await ImportAsync(plan.FullName, plant: other);
        Assert.True(report.Version == 1, string.Join('\n', report.Lines));
    }

    /// <summary>Null when the bot never learned of the place.</summary>
    public Task<SeenConversation?> ConversationAsync(FakeConversation where) =>
        Services.GetRequiredService<ConversationStore>().FindAsync(Teams.TenantId, where.Id, TestContext.Current.CancellationToken);

    public async Task<FakePerson> PersonAsync(string name, params Role[] roles)
    {
        var person = Teams.Person(name);
        var key = PersonKey.Of(person.TenantId, person.AadObjectId);
        var people = Services.GetRequiredService<PeopleStore>();
        await people.SeenAsync(key, name, person.Mri, "Europe/Berlin", "en-GB", TestContext.Current.CancellationToken);
        foreach (var role in roles) await people.GrantAsync(PlantId, key, role, Effect.None, TestContext.Current.CancellationToken);
        return person;
    }

    public Task<FakeMessage> WaitAsync(FakeConversation where, string words) =>
        Teams.WaitForAsync(teams => teams.MessagesIn(where).LastOrDefault(message => message.PlainText.Contains(words, StringComparison.OrdinalIgnoreCase)), $"\"{words}\" in {where}");

    public Task<FakeMessage> WaitAsync(FakePerson person, string words) => WaitAsync(Teams.Personal(person), words);

    /// <summary>For looking at: tests/cards/render.sh makes pictures of what this writes.</summary>
    private void WriteCards()
    {
        if (Environment.GetEnvironmentVariable("SOEBOT_CARDS_TO") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var (at, card) in Teams.Messages.SelectMany(message => message.History.Append(message.Activity)).Select(CardReading.CardOf).OfType<JsonObject>().Concat(Teams.Extension.Shown).Index())
            File.WriteAllText(Path.Combine(folder, $"{at:000}.json"), card.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        WriteCards();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Teams.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
