using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Channel;
using SoeBot.Channel.Sending;
using SoeBot.Import;
using SoeBot.Occurrences;
using SoeBot.Plants;
using SoeBot.Store.Outbox;
using SoeBot.Teams;
using SoeBot.Teams.Conversations;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>One process of the bot, as it is registered, on a store that others share. Its loops are turned by the year, one thing after another.</summary>
internal sealed class Replica : IAsyncDisposable
{
    /// <summary>Of the machine's time: whoever is neither done by then nor asks for the time again waits for the year's clock, without the lease's timer running.</summary>
    private static readonly TimeSpan Stuck = TimeSpan.FromMilliseconds(300);

    private readonly WebApplication _app;
    private readonly Cut _cut = new();
    private readonly SimTime _time;
    private readonly Spent? _spent;

    public Replica(string name, IReadOnlyDictionary<string, string?> settings, SimTime time, HttpMessageHandler wire, ILoggerFactory log, int seed, Spent? spent = null)
    {
        (Name, _time, _spent) = (name, time, spent);
        var builder = Serving.Builder(["--hostBuilder:reloadConfigOnChange=false"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<TimeProvider>(time).AddSingleton<IOutboundToken, SimToken>();
        });
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddSingleton(log).AddSingleton<IHttpMessageHandlerBuilderFilter>(new IntoWire(wire)).AddSingleton<InboxWorker>();
        builder.Services.Replace(ServiceDescriptor.Singleton<IBackgroundJobClient>(Jobs));
        builder.Services.Replace(ServiceDescriptor.Singleton<IInvokeAnswers, SimAnswers>());
        builder.Services.Replace(ServiceDescriptor.Singleton(provider => new Retries(provider.GetRequiredService<IOptions<OutboxOptions>>().Value, new Random(seed))));
        _app = builder.Build();
        _app.MapTeamsMessages("/api/messages");
        Messages = Door.Of(_app);
    }

    public string Name { get; }
    public Enqueued Jobs { get; } = new();
    public IServiceProvider Services => _app.Services;
    public RequestDelegate Messages { get; }
    public bool IsDead => _cut.IsDead;

    /// <summary>The part that is turned now, or was last.</summary>
    public string DoingNow { get; private set; } = "nothing";

    /// <summary>Database commands, commits and calls so far.</summary>
    public long Boundaries => _cut.Passed;

    /// <summary>Answers to presses that are not in the store yet.</summary>
    public bool HasAnswers => Get<IInvokeAnswers>() is SimAnswers { HasNone: false };

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public void ArmCut(int boundaries) => _cut.Arm(boundaries);

    public void Kill() => _cut.Die();

    private Task DoAsync(string part, Func<Task> work)
    {
        // Whoever is dead does nothing more, and died where it was.
        if (!IsDead) DoingNow = part;
        return _spent is null ? InsideAsync(work) : _spent.OnAsync(part, () => _cut.Passed, () => InsideAsync(work));
    }

    /// <summary>In this process; what it throws when it dies is nobody's business any more.</summary>
    private async Task InsideAsync(Func<Task> work)
    {
        _cut.Enter();
        try
        {
            await work();
        }
        catch (Exception) when (_cut.IsDead) { }
        finally
        {
            Cut.Leave();
        }
    }

    public Task AnswerAsync(HttpContext context) => DoAsync("endpoint", () => Messages(context));

    /// <summary>The whole tick: derives what should happen and hands what is due to Hangfire.</summary>
    public Task TickAsync() => DoAsync("tick", async () => await Get<OccurrenceTick>().RunAsync(CancellationToken.None));

    public Task WorkAsync(string plant, string kind) => DoAsync("work " + kind, () => Get<OccurrenceJob>().RunAsync(plant, kind, CancellationToken.None));

    public Task WorkInboxAsync() => DoAsync("inbox", () => Get<InboxWorker>().WorkOffAsync(CancellationToken.None));

    /// <summary>What the sub-command does. Null when it died on the way.</summary>
    public async Task<ImportReport?> ImportAsync(PlantProfile plant, string folder, bool freeze)
    {
        ImportReport? report = null;
        await DoAsync("import", async () => report = await Get<ImportPlan>().RunAsync(plant, folder, null, null, freeze, CancellationToken.None));
        return report;
    }

    public Task KeepAnswersAsync() => DoAsync("answers", () => ((SimAnswers)Get<IInvokeAnswers>()).WriteAsync());

    /// <summary>Takes the tenant's lease if it can and sends until nothing is left, for so long as anything may be put off.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="patience">Of the year's clock.</param>
    /// <param name="over">The year has seen enough: something was sent that must not be.</param>
    public Task SendAsync(string tenant, TimeSpan patience, Func<bool> over) => DoAsync("send", async () =>
    {
        var (options, leases) = (Get<IOptions<OutboxOptions>>().Value, Get<OutboxLeaseStore>());
        var since = _time.GetTimestamp();
        if (await leases.TakeAsync(tenant, options.Lease, _time.GetUtcNow(), CancellationToken.None) is not { } taken) return;
        var pace = new TenantPace(options, _time);
        pace.Restore(taken);
        var log = Get<ILogger<OutboxSender>>();
        await using var held = new HeldLease(taken.Lease, since, leases, options.Lease, _time, log);
        var sender = new TenantSender(held, pace, Get<OutboxStore>(), Get<MessageDelivery>(), options, _time, log);
        sender.Know(taken.Heads);
        var end = _time.GetUtcNow() + patience;
        while (!IsDead && !over() && _time.GetUtcNow() < end && await sender.StepAsync(CancellationToken.None, CancellationToken.None) is { } wait)
        {
            if (await InHandAsync(sender)) continue;
            if (sender.IsIdle) break;
            _time.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(50));
        }
    });

    /// <returns>Whether anything was.</returns>
    private async Task<bool> InHandAsync(TenantSender sender)
    {
        var open = sender.InHandAsync();
        var any = sender.InHand > 0;
        while (!open.IsCompleted)
        {
            var asked = _time.Asked;
            // The lease's own timer is one; a second one is a delivery that waits.
            if (_time.Waiting > 1) _time.Advance(TimeSpan.FromMilliseconds(50));
            else if (await Task.WhenAny(open, asked, Task.Delay(Stuck)) is var first && first != open && first != asked) _time.Advance(TimeSpan.FromMilliseconds(50));
        }
        return any;
    }

    public async ValueTask DisposeAsync() => await DoAsync("dispose", async () => await _app.DisposeAsync());
}
