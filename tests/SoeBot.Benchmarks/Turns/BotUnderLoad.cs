using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SoeBot.Benchmarks.Loading;
using SoeBot.Domain.People;
using SoeBot.Plants;
using SoeBot.Start;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using SoeBot.TestKit.Postgres;
using SoeBot.TestKit.Teams;

namespace SoeBot.Benchmarks.Turns;

/// <summary>The whole app with the sample plant, as it answers Teams; what it does behind an answer (inbox, sender, calendar) is stopped.</summary>
internal sealed class BotUnderLoad : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private BotUnderLoad(FakeTeams teams, WebApplication app, DirectoryInfo folder)
    {
        (Teams, _app, _folder) = (teams, app, folder);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/api/messages");
        Teams.Client.ConnectTo(Address);
        Token = Teams.Tokens.Create(TimeProvider.System.GetUtcNow());
    }

    public FakeTeams Teams { get; }
    public Uri Address { get; }
    public string Token { get; }
    public IServiceProvider Services => _app.Services;
    public FakePerson Lea => Teams.Person("Lea");
    public FakePerson Ravi => Teams.Person("Ravi");

    /// <param name="store">Which.</param>
    /// <param name="more">Settings beside those of the channel and the store.</param>
    public static async Task<BotUnderLoad> StartAsync(StoreProvider store, Dictionary<string, string?>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-turns-");
        var teams = await FakeTeams.StartAsync();
        var settings = new Dictionary<string, string?>(teams.BotSettings.Concat(more ?? []))
        {
            ["Store:Provider"] = store.ToString(),
            ["Store:ConnectionString"] = store == StoreProvider.Sqlite
                ? $"Data Source={Path.Combine(folder.FullName, "soebot.db")}"
                : await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync(),
        };
        var app = Serving.Build([], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(new StartScreen(TextWriter.Null));
        });
        await app.StartAsync();
        foreach (var behind in app.Services.GetServices<IHostedService>().Where(one => one.GetType().Namespace != "Microsoft.AspNetCore.Hosting"))
            await behind.StopAsync(CancellationToken.None);
        var bot = new BotUnderLoad(teams, app, folder);
        await bot.KnowAsync(bot.Lea);
        await bot.KnowAsync(bot.Ravi);
        return bot;
    }

    /// <summary>A press of Lea's in her own chat that was answered well once, ready to be posted again.</summary>
    public async Task<BotAnswer> PressAsync(string verb, JsonObject data)
    {
        var value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };
        var answer = await Teams.Client.InvokeAsync(Lea, Teams.Personal(Lea), "adaptiveCard/action", value);
        return (string?)answer.Body?["type"] == "application/vnd.microsoft.card.adaptive"
            ? answer
            : throw new InvalidOperationException($"{verb} was answered {answer.Status} {answer.Body?.ToJsonString()}");
    }

    /// <summary>Posts what was posted before, each time as a new activity.</summary>
    public Target Again(string name, BotAnswer first)
    {
        var activity = (JsonObject)first.Posted.DeepClone();
        activity["id"] = "f:" + HttpCaller.Number;
        if ((string?)activity["type"] == "invoke") activity["replyToId"] = "1763800000000";
        var body = activity.ToJsonString();
        return new Target(name, () => new HttpCaller(Address, Token, body));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Teams.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task KnowAsync(FakePerson person)
    {
        var key = PersonKey.Of(person.TenantId, person.AadObjectId);
        var people = Services.GetRequiredService<PeopleStore>();
        await people.SeenAsync(key, person.Name, person.Mri, "Europe/Berlin", "en-GB", CancellationToken.None);
        await people.GrantAsync(PlantProfiles.SampleId, key, Role.Lead, Effect.None, CancellationToken.None);
    }
}
