using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Cards;
using SoeBot.Channel.Sending;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;
using SoeBot.Store.People;
using SoeBot.Teams.Cards;
using SoeBot.TestKit.Postgres;

namespace SoeBot.Benchmarks.Sending;

/// <summary>The sender as the app registers it, on a real store; Teams answers at once and within the process. Each message goes to another person.</summary>
internal sealed class SendUnderLoad : IAsyncDisposable
{
    private const string Source = "benchmark";
    private static readonly PlantId Plant = new("works");

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private readonly List<HeldLease> _held = [];
    private int _added;

    private SendUnderLoad(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public static async Task<SendUnderLoad> StartAsync(StoreProvider provider, int people)
    {
        var folder = Directory.CreateTempSubdirectory("soebot-send-");
        var connection = provider == StoreProvider.Sqlite ? $"Data Source={Path.Combine(folder.FullName, "soebot.db")}" : await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        var builder = Serving.Builder(["--hostBuilder:reloadConfigOnChange=false", "--environment=Development"], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Store:Provider"] = provider.ToString(), ["Store:ConnectionString"] = connection, ["Outbox:Multiplier"] = "100000",
                ["Plants:works:Name"] = "Pump works", ["Plants:works:TimeZone"] = "Europe/Berlin",
            });
        });
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton<IHttpMessageHandlerBuilderFilter, AtOnce>();
        var sending = new SendUnderLoad(builder.Build(), folder);
        await sending.BeginAsync(people);
        return sending;
    }

    public async Task RunAsync(int turns, int messages)
    {
        await AddAsync(turns, messages);
        await SendAsync(turns);
    }

    /// <summary>For so many turns so many messages each. Each turn is another tenant's.</summary>
    public async Task AddAsync(int turns, int messages)
    {
        var all = from turn in Enumerable.Range(0, turns) from at in Enumerable.Range(0, messages) select Message(turn, at);
        await Get<OutboxStore>().AddAsync(new Effect { Messages = [.. all] }, CancellationToken.None);
    }

    public async Task SendAsync(int turns)
    {
        for (var turn = 0; turn < turns; turn++) await TurnAsync(Tenant(turn));
    }

    /// <summary>What the app does for a tenant for whom something waits; the lease is held on, as the app does.</summary>
    private async Task TurnAsync(string tenant)
    {
        var (options, leases, time) = (Get<IOptions<OutboxOptions>>().Value, Get<OutboxLeaseStore>(), Get<TimeProvider>());
        var since = time.GetTimestamp();
        var taken = (await leases.TakeAsync(tenant, options.Lease, time.GetUtcNow(), CancellationToken.None))!;
        var pace = new TenantPace(options, time);
        pace.Restore(taken);
        var log = Get<ILogger<OutboxSender>>();
        var held = new HeldLease(taken.Lease, since, leases, options.Lease, time, log);
        _held.Add(held);
        var sender = new TenantSender(held, pace, Get<OutboxStore>(), Get<MessageDelivery>(), options, time, log);
        sender.Know(taken.Heads);
        while (await sender.StepAsync(CancellationToken.None, CancellationToken.None) is not null && !sender.IsIdle) await sender.InHandAsync();
    }

    private async Task BeginAsync(int people)
    {
        await Get<StoreSchema>().MigrateAsync(CancellationToken.None);
        Get<CardSources>().Add(Source, (request, _) => Task.FromResult<Card?>(new Card { Summary = request.About, Body = [new TextBlock(request.About)] }));
        foreach (var (turn, at) in Enumerable.Range(0, people).SelectMany(one => new[] { (one, 0), (0, one) }).Distinct())
        {
            var person = Person(turn, at);
            await Get<PeopleStore>().SeenAsync(person, $"Person {at}", $"29:{turn}-{at}", null, null, CancellationToken.None);
            await Get<ConversationStore>().SeenAsync(
                new(Tenant(turn), $"a:{turn}-{at}", ConversationUse.Personal, "https://smba.trafficmanager.net/emea/", null, null, person, "28:bot", TimeProvider.System.GetUtcNow()), CancellationToken.None);
        }
    }

    private NewMessage Message(int turn, int at) => new()
    {
        Plant = Plant, Key = $"message {++_added}", Kind = MessageKind.Reminder, Target = new MessageTarget.Person(Person(turn, at)),
        Card = new(Source, "Get a second quote for the castings"), TrackAs = $"card {_added}",
    };

    private static string Tenant(int turn) => string.Create(CultureInfo.InvariantCulture, $"8f3c2c1e-0000-4000-8000-{turn:000000000000}");

    private static PersonKey Person(int turn, int at) => PersonKey.Of(Tenant(turn), string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{at:000000000000}"));

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var held in _held) await held.DisposeAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class AtOnce : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            if (builder.Name == "teams-connector") builder.PrimaryHandler = new Wire();
        };
    }

    private sealed class Wire : HttpMessageHandler
    {
        private long _last = 1_700_000_000_000;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created)
            {
                Content = new StringContent($"{{\"id\":\"{Interlocked.Increment(ref _last)}\"}}", Encoding.UTF8, "application/json"), RequestMessage = request,
            });
    }
}
