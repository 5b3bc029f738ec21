using System.Collections.Concurrent;
using SoeBot.Store.Outbox;

namespace SoeBot.Channel.Sending;

/// <summary>
/// Sends for one tenant while its lease is held: several lanes at a time, the messages of a lane one after the other, nothing faster
/// than the pace allows. A message is taken up only when it may be sent now, so that an answer can still overtake it; what follows is
/// taken up in the transaction that settles what went before.
/// </summary>
internal sealed class TenantSender(
    HeldLease held, TenantPace pace, OutboxStore outbox, MessageDelivery delivery, OutboxOptions options, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5), Grace = TimeSpan.FromSeconds(10);

    private readonly Lock _turn = new();
    private readonly LaneBoard _board = new();
    private readonly Wake _wake = new(time);
    private readonly ConcurrentDictionary<Task, bool> _sends = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _looked = DateTimeOffset.MinValue, _busy = time.GetUtcNow();
    private bool _news = true;
    private volatile bool _ending;

    /// <summary>Something was committed that may be for this tenant.</summary>
    public void Look()
    {
        Volatile.Write(ref _news, true);
        _wake.Pulse();
    }

    /// <summary>What was at the front of each lane just now.</summary>
    public void Know(IReadOnlyList<LaneHead> heads)
    {
        _news = false;
        Replace(heads, time.GetUtcNow());
    }

    /// <summary>Until it is stopped, the lease is lost, the store is away, or nothing came for as long as a lease lasts.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, held.Lost);
        using var sending = new CancellationTokenSource();
        try
        {
            while (await StepAsync(sending.Token, end.Token) is { } wait) await _wake.WaitAsync(wait, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested) { }
        finally
        {
            await FinishAsync(sending);
        }
    }

    /// <summary>Looks once and starts what may go out now.</summary>
    /// <returns>When to look again if nothing happens before; null when there is nothing more to do here.</returns>
    internal async Task<TimeSpan?> StepAsync(CancellationToken sending, CancellationToken ct)
    {
        if (_broken.Task.IsCompleted) return null;
        var now = time.GetUtcNow();
        if (Interlocked.Exchange(ref _news, false) || now - _looked >= Poll)
        {
            Replace(await outbox.HeadsAsync(held.Lease.Tenant, now, ct), now);
            pace.Tidy();
        }
        var wait = Start(now, sending);
        if (!IsIdle) _busy = now;
        else if (now - _busy > options.Lease) return null;
        return wait;
    }

    /// <summary>There is nothing to send, and nothing on its way.</summary>
    internal bool IsIdle
    {
        get { lock (_turn) return _board.IsEmpty; }
    }

    internal int InHand
    {
        get { lock (_turn) return _board.InHand; }
    }

    /// <summary>What <see cref="StepAsync"/> started has come back, with all that followed it.</summary>
    internal Task InHandAsync() => Task.WhenAll(_sends.Keys);

    /// <returns>When to try again if nothing happens before.</returns>
    private TimeSpan Start(DateTimeOffset now, CancellationToken sending)
    {
        var soonest = Poll;
        var starting = new List<Taken>();
        lock (_turn)
        {
            foreach (var (part, readyAt) in _board.InOrder().ToList())
            {
                if (_board.InHand >= options.Parallel) break;
                if (TryTake(part, readyAt, now, out var wait) is { } taken) starting.Add(taken);
                else if (wait > TimeSpan.Zero && wait < soonest) soonest = wait;
            }
        }
        if (starting.Count == 0) return soonest;
        var send = Task.Run(() => SendAsync(starting, sending), CancellationToken.None);
        _sends[send] = true;
        _ = send.ContinueWith(done => { _sends.TryRemove(done, out _); _wake.Pulse(); }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return soonest;
    }

    /// <summary>Takes a part in hand if a message of it may go out now. Within the turn.</summary>
    private Taken? TryTake(LanePart part, DateTimeOffset? readyAt, DateTimeOffset now, out TimeSpan wait)
    {
        wait = readyAt - now ?? TimeSpan.Zero;
        PacePass? pass = null;

        // An edit's calls go to other places than its lane and get their leave one by one.
        if (wait <= TimeSpan.Zero && !MessageDelivery.IsOfEdits(part.Lane)) pass = pace.TryEnter(part.Lane, out wait);
        if (wait > TimeSpan.Zero || wait == Timeout.InfiniteTimeSpan) return null;
        _board.Take(part);
        return new(part, pass);
    }

    private async Task SendAsync(List<Taken> starting, CancellationToken ct)
    {
        var looks = Looks();
        IReadOnlyList<OutboxMessage?> claimed = [];
        var isOurs = false;
        try
        {
            isOurs = await held.EnterAsync(ct);
            if (isOurs) claimed = await outbox.ClaimAsync(held.Lease, [.. starting.Select(one => one.Part)], time.GetUtcNow(), ct);
        }
        catch (Exception broken)
        {
            Break(broken, ct);
        }
        var going = new List<Task>();
        foreach (var (at, taken) in starting.Index())
        {
            if (at < claimed.Count && claimed[at] is { } message) going.Add(Task.Run(() => SendOnAsync(taken, message, ct), CancellationToken.None));
            else GiveBack(taken, looks);
        }
        await Task.WhenAll(going);
        if (isOurs) held.Leave();
    }

    /// <summary>One message, and as long as something else may go out now, that.</summary>
    private async Task SendOnAsync(Taken taken, OutboxMessage message, CancellationToken ct)
    {
        for ((Taken Taken, OutboxMessage Message)? now = (taken, message); now is { } one;) now = await SendOneAsync(one.Taken, one.Message, ct);
    }

    private async Task<(Taken, OutboxMessage)?> SendOneAsync(Taken taken, OutboxMessage message, CancellationToken ct)
    {
        Taken? next = null;
        var (isBack, looks) = (false, Looks());
        try
        {
            using var calls = new PacedCalls(held, pace, taken.Pass, taken.Part.Lane, time);
            var fate = await delivery.DeliverAsync(message, calls, ct);
            DateTimeOffset? again = (fate as Postponement)?.Until, rest = message.Kind == MessageKind.Edit ? time.GetUtcNow() + (options.EditEvery / options.Multiplier) : null;
            next = TakeNext(taken.Part, isFree: again is null && rest is null, ct);
            looks = Looks();
            var done = await delivery.WriteAsync(message, fate, next?.Part, held.Lease, ct);
            isBack = true;
            if (next is not { } following)
            {
                lock (_turn) _board.GiveBack(taken.Part, done.IsMore, again, rest, looks);
                return null;
            }
            var goesOn = following.Part == taken.Part;
            if (!goesOn || done.Next is null)
                lock (_turn) _board.GiveBack(taken.Part, !goesOn && done.IsMore, again, rest, looks);
            next = null;
            if (done.Next is { } claimed) return (following, claimed);
            if (goesOn) following.Pass?.Cancel();
            else GiveBack(following, looks);
            return null;
        }
        catch (Exception broken)
        {
            Break(broken, ct);
            if (!isBack) GiveBack(taken, looks);
            if (next is { } waiting && waiting.Part != taken.Part) GiveBack(waiting, looks);
            else next?.Pass?.Cancel();
            return null;
        }
        finally
        {
            _wake.Pulse();
        }
    }

    /// <summary>Whose turn it is when a message of this part goes; null when nothing may go out now.</summary>
    /// <param name="own">What is in hand.</param>
    /// <param name="isFree">The same part may go on at once.</param>
    /// <param name="ct">Gives up.</param>
    private Taken? TakeNext(LanePart own, bool isFree, CancellationToken ct)
    {
        if (_ending || ct.IsCancellationRequested || _broken.Task.IsCompleted || !held.IsHeld) return null;
        var now = time.GetUtcNow();
        lock (_turn)
        {
            var others = _board.InOrder().ToList();
            // Whoever was just served comes last, but answers go first.
            var order = !isFree ? others : [.. others.Where(one => one.Part.Answers || !own.Answers), (own, null), .. others.Where(one => own.Answers && !one.Part.Answers)];
            foreach (var (part, readyAt) in order)
                if (TryTake(part, readyAt, now, out _) is { } taken) return taken;
            return null;
        }
    }

    private void Replace(IReadOnlyList<LaneHead> heads, DateTimeOffset now)
    {
        _looked = now;
        lock (_turn) _board.Replace(heads, now);
    }

    private int Looks()
    {
        lock (_turn) return _board.Looks;
    }

    private void GiveBack(Taken taken, int looks)
    {
        taken.Pass?.Cancel();
        lock (_turn) _board.GiveBack(taken.Part, found: false, looks: looks);
        _wake.Pulse();
    }

    /// <summary>What is in hand cannot be written down: the lease is given up, so that its next taking calls it unknown.</summary>
    private void Break(Exception broken, CancellationToken ct)
    {
        if (broken is OperationCanceledException && ct.IsCancellationRequested) return;
        Log.LoopBroke(log, nameof(TenantSender), broken);
        _broken.TrySetResult();
    }

    /// <summary>What is on its way is waited for, so that its fate is known; not for ever.</summary>
    private async Task FinishAsync(CancellationTokenSource sending)
    {
        _ending = true;
        var open = InHandAsync();
        if (held.IsHeld) await Task.WhenAny(open, Task.Delay(Grace, time));
        await sending.CancelAsync();
        await open;
    }

    private readonly record struct Taken(LanePart Part, PacePass? Pass);
}
