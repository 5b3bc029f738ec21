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
using SoeBot.Occurrences;
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

    public Replica(string name, IReadOnlyDictionary<string, string?> settings, SimTime time, HttpMessageHandler wire, ILoggerFactory log, int seed)
    {
        (Name, _time) = (name, time);
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

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public void ArmCut(int boundaries) => _cut.Arm(boundaries);

    public void Kill() => _cut.Die();

    /// <summary>In this process; what it throws when it dies is nobody's business any more.</summary>
    public async Task DoAsync(Func<Task> work)
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

    /// <summary>The whole tick: derives what should happen and hands what is due to Hangfire.</summary>
    public Task TickAsync() => DoAsync(async () => await Get<OccurrenceTick>().RunAsync(CancellationToken.None));

    public Task WorkAsync(string plant, string kind) => DoAsync(() => Get<OccurrenceJob>().RunAsync(plant, kind, CancellationToken.None));

    public Task WorkInboxAsync() => DoAsync(() => Get<InboxWorker>().WorkOffAsync(CancellationToken.None));

    public Task KeepAnswersAsync() => DoAsync(() => ((SimAnswers)Get<IInvokeAnswers>()).WriteAsync());

    /// <summary>Takes the tenant's lease if it can and sends until nothing is left, for so long as anything may be put off.</summary>
    public Task SendAsync(string tenant, TimeSpan patience) => DoAsync(async () =>
    {
        var (options, leases) = (Get<IOptions<OutboxOptions>>().Value, Get<OutboxLeaseStore>());
        var since = _time.GetTimestamp();
        if (await leases.TakeAsync(tenant, options.Lease, _time.GetUtcNow(), CancellationToken.None) is not { } taken) return;
        var pace = new TenantPace(options, _time);
        pace.Restore(taken);
        var log = Get<ILogger<OutboxSender>>();
        await using var held = new HeldLease(taken.Lease, since, leases, options.Lease, _time, log);
        var sender = new TenantSender(held, pace, Get<OutboxStore>(), Get<MessageDelivery>(), options, _time, log);
        var end = _time.GetUtcNow() + patience;
        while (!IsDead && _time.GetUtcNow() < end && await sender.StepAsync(CancellationToken.None, CancellationToken.None) is { } wait)
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

    public async ValueTask DisposeAsync() => await DoAsync(async () => await _app.DisposeAsync());
}
