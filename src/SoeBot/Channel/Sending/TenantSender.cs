using System.Collections.Concurrent;
using SoeBot.Store.Outbox;

namespace SoeBot.Channel.Sending;

/// <summary>
/// Sends for one tenant while its lease is held: several lanes at a time, the messages of a lane one after the other, nothing faster
/// than the pace allows. A message is taken up only when it may be sent now, so that an answer can still overtake it.
/// </summary>
internal sealed class TenantSender(
    HeldLease held, TenantPace pace, OutboxStore outbox, MessageDelivery delivery, OutboxOptions options, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5), Grace = TimeSpan.FromSeconds(10);

    private readonly LaneBoard _board = new();
    private readonly Wake _wake = new(time);
    private readonly ConcurrentQueue<Action> _cameBack = new();
    private readonly ConcurrentDictionary<LanePart, Task> _sends = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _looked = DateTimeOffset.MinValue, _busy = time.GetUtcNow();
    private bool _news = true;

    /// <summary>Something was committed that may be for this tenant.</summary>
    public void Look()
    {
        Volatile.Write(ref _news, true);
        _wake.Pulse();
    }

    /// <summary>Until it is stopped, the lease is lost, the store is away, or nothing came for as long as a lease lasts.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, held.Lost);
        using var sending = new CancellationTokenSource();
        try
        {
            await LoopAsync(sending.Token, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { }
        finally
        {
            await FinishAsync(sending);
        }
    }

    private async Task LoopAsync(CancellationToken sending, CancellationToken ct)
    {
        while (await StepAsync(sending, ct) is { } wait) await _wake.WaitAsync(wait, ct);
    }

    /// <summary>Looks once and starts what may go out now.</summary>
    /// <returns>When to look again if nothing happens before; null when there is nothing more to do here.</returns>
    internal async Task<TimeSpan?> StepAsync(CancellationToken sending, CancellationToken ct)
    {
        if (_broken.Task.IsCompleted) return null;
        while (_cameBack.TryDequeue(out var giveBack)) giveBack();
        var now = time.GetUtcNow();
        if (Interlocked.Exchange(ref _news, false) || now - _looked >= Poll)
        {
            _board.Replace(await outbox.HeadsAsync(held.Lease.Tenant, now, ct), now);
            pace.Tidy();
            _looked = now;
        }
        var wait = Start(now, sending);
        if (!_board.IsEmpty) _busy = now;
        else if (now - _busy > options.Lease) return null;
        return wait;
    }

    /// <summary>There is nothing to send, and nothing on its way.</summary>
    internal bool IsIdle => _board.IsEmpty;

    internal int InHand => _board.InHand;

    /// <summary>What <see cref="StepAsync"/> started has come back.</summary>
    internal Task InHandAsync() => Task.WhenAll(_sends.Values);

    /// <returns>When to try again if nothing happens before.</returns>
    private TimeSpan Start(DateTimeOffset now, CancellationToken sending)
    {
        var soonest = Poll;
        foreach (var (part, readyAt) in _board.InOrder().ToList())
        {
            if (_board.InHand >= options.Parallel) break;
            var wait = readyAt - now ?? TimeSpan.Zero;
            PacePass? pass = null;

            // An edit's calls go to other places than its lane and get their leave one by one.
            if (wait <= TimeSpan.Zero && !MessageDelivery.IsOfEdits(part.Lane)) pass = pace.TryEnter(part.Lane, out wait);
            if (wait > TimeSpan.Zero || wait == Timeout.InfiniteTimeSpan)
            {
                if (wait > TimeSpan.Zero && wait < soonest) soonest = wait;
                continue;
            }
            _board.Take(part);
            _sends[part] = Task.Run(() => SendAsync(part, pass, sending), CancellationToken.None);
        }
        return soonest;
    }

    private async Task SendAsync(LanePart part, PacePass? pass, CancellationToken ct)
    {
        DateTimeOffset? again = null, rest = null;
        var found = false;
        try
        {
            using var calls = new PacedCalls(held, pace, pass, part.Lane, time);
            if (await outbox.ClaimAsync(held.Lease, part.Lane, part.Answers, time.GetUtcNow(), ct) is { } message)
            {
                found = true;
                again = await delivery.DeliverAsync(message, calls, ct);
                if (message.Kind == MessageKind.Edit) rest = time.GetUtcNow() + (options.EditEvery / options.Multiplier);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
        catch (Exception broken)
        {
            // What is in hand cannot be written down: the lease is given up, so that its next taking calls it unknown.
            Log.LoopBroke(log, nameof(TenantSender), broken);
            _broken.TrySetResult();
        }
        _cameBack.Enqueue(() =>
        {
            _sends.TryRemove(part, out _);
            _board.GiveBack(part, found, again, rest);
        });
        _wake.Pulse();
    }

    /// <summary>What is on its way is waited for, so that its fate is known; not for ever.</summary>
    private async Task FinishAsync(CancellationTokenSource sending)
    {
        var open = InHandAsync();
        if (held.IsHeld) await Task.WhenAny(open, Task.Delay(Grace, time));
        await sending.CancelAsync();
        await open;
    }
}
