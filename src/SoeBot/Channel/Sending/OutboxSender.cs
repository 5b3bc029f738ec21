using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SoeBot.Channel.Reach;
using SoeBot.Store.Outbox;
using SoeBot.Store.Reminders;

namespace SoeBot.Channel.Sending;

/// <summary>
/// Sends what the outbox holds, each tenant by one process at a time: whoever holds the tenant's lease. What was being sent when a
/// process died is unknown: a reminder or an edit is repeated once and marked so, an answer or a record never.
/// </summary>
internal sealed class OutboxSender(
    OutboxStore outbox, OutboxLeaseStore leases, OutboxSignal signal, ReminderStore reminders, MessageDelivery delivery, SecondRoad road, IOptions<OutboxOptions> options, TimeProvider time,
    ILogger<OutboxSender> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5), TidyEvery = TimeSpan.FromMinutes(10), ForgetEvery = TimeSpan.FromSeconds(10), PurgeEvery = TimeSpan.FromDays(1), Blink = TimeSpan.FromMilliseconds(50);
    private const int Chunk = 500;

    private readonly ConcurrentDictionary<string, (TenantSender Sender, Task Running)> _serving = new();
    private DateTimeOffset _tidied, _forgot, _purged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested) await TurnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
        await Task.WhenAll(_serving.Values.Select(one => one.Running));
    }

    private async Task TurnAsync(CancellationToken ct)
    {
        try
        {
            foreach (var (sender, _) in _serving.Values) sender.Look();
            var now = time.GetUtcNow();
            var open = await leases.OpenAsync([.. _serving.Keys], now, ct);
            foreach (var tenant in open.Free) await ServeAsync(tenant, ct);
            if (now - _tidied > TidyEvery)
            {
                await leases.ForgetAsync(now, ct);
                _tidied = now;
            }
            if (now - _purged > PurgeEvery && await outbox.PurgeAsync(now - options.Value.Keep, Chunk, ct) == 0)
            {
                await reminders.PurgeAsync(now - options.Value.Keep, ct);
                _purged = now;
            }
            if (now - _forgot > ForgetEvery)
            {
                await road.ForgetSightingsAsync(ct);
                _forgot = now;
            }
            await signal.WaitAsync(Pause(open, now), ct);
        }
        catch (Exception broken) when (broken is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.LoopBroke(log, nameof(OutboxSender), broken);
            await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
        }
    }

    /// <summary>Where somebody else sends, often enough to find out soon that it died; while something old is being forgotten, hardly at all.</summary>
    private TimeSpan Pause(OpenTenants open, DateTimeOffset now)
    {
        if (now - _purged > PurgeEvery) return Blink;
        if (open.NextExpiry is not { } expiry) return Poll;
        var (left, look) = (expiry - now, options.Value.Lease / 6);
        return left < Blink ? Blink : left < look ? left : look < Poll ? look : Poll;
    }

    private async Task ServeAsync(string tenant, CancellationToken ct)
    {
        var since = time.GetTimestamp();
        if (await leases.TakeAsync(tenant, options.Value.Lease, time.GetUtcNow(), ct) is not { } taken) return;
        if (taken.Lost > 0) Log.SendsLost(log, tenant, taken.Lease.Fence, taken.Lost);
        var pace = new TenantPace(options.Value, time);
        pace.Restore(taken);
        var held = new HeldLease(taken.Lease, since, leases, options.Value.Lease, time, log);
        var sender = new TenantSender(held, pace, outbox, delivery, options.Value, time, log);
        sender.Know(taken.Heads);
        _serving[tenant] = (sender, Task.Run(() => RunAsync(tenant, sender, held, ct), CancellationToken.None));
    }

    private async Task RunAsync(string tenant, TenantSender sender, HeldLease held, CancellationToken ct)
    {
        try
        {
            await sender.RunAsync(ct);
        }
        catch (Exception broken)
        {
            Log.LoopBroke(log, nameof(TenantSender), broken);
        }
        await held.DisposeAsync();
        _serving.TryRemove(tenant, out _);

        // Something may have come after it had looked for the last time.
        signal.Pulse();
    }
}
