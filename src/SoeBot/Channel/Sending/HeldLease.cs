using SoeBot.Store.Outbox;

namespace SoeBot.Channel.Sending;

/// <summary>
/// A tenant's lease while we hold it: renewed in time as long as something is in hand, otherwise it ends by itself and is renewed with the
/// next work, unless somebody else has taken it by then. Nothing is called once it may be somebody else's.
/// </summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private readonly OutboxLeaseStore _leases;
    private readonly TimeSpan _length;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _end = new(), _lost = new();
    private readonly Task _renewing;
    private long _since;
    private int _working;

    /// <param name="lease">As taken.</param>
    /// <param name="since">Timestamp from before it was taken.</param>
    /// <param name="leases">Where it is kept.</param>
    /// <param name="length">So long it holds without being renewed.</param>
    /// <param name="time">The machine's.</param>
    /// <param name="log">For what goes wrong.</param>
    public HeldLease(OutboxLease lease, long since, OutboxLeaseStore leases, TimeSpan length, TimeProvider time, ILogger log)
    {
        (Lease, _since, _leases, _length, _time, _log) = (lease, since, leases, length, time, log);
        _renewing = RenewAsync(_end.Token);
    }

    public OutboxLease Lease { get; }

    /// <summary>Cancelled when somebody else has taken it, or may have.</summary>
    public CancellationToken Lost => _lost.Token;

    public bool IsHeld => !_lost.IsCancellationRequested && Age < _length;

    private TimeSpan Age => _time.GetElapsedTime(Volatile.Read(ref _since));

    /// <summary>Something is in hand from now on.</summary>
    /// <returns>False when it is somebody else's: then nothing may be taken in hand. Each true is ended by <see cref="Leave"/>.</returns>
    public async ValueTask<bool> EnterAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _working);
        var isOurs = false;
        try
        {
            return isOurs = !_lost.IsCancellationRequested && (Age < _length / 3 || await RenewOnceAsync(ct));
        }
        finally
        {
            if (!isOurs) Leave();
        }
    }

    public void Leave() => Interlocked.Decrement(ref _working);

    private async Task RenewAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_length / 3, _time, ct);
                if (Volatile.Read(ref _working) > 0 && !await RenewOnceAsync(ct)) return;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { return; }
            catch (Exception broken)
            {
                Log.LoopBroke(_log, nameof(HeldLease), broken);
                if (!IsHeld)
                {
                    await LoseAsync();
                    return;
                }
            }
        }
    }

    private async Task<bool> RenewOnceAsync(CancellationToken ct)
    {
        var asked = _time.GetTimestamp();
        if (!await _leases.RenewAsync(Lease, _length, _time.GetUtcNow(), ct))
        {
            await LoseAsync();
            return false;
        }
        Volatile.Write(ref _since, asked);
        return true;
    }

    private async Task LoseAsync()
    {
        if (_lost.IsCancellationRequested) return;
        Log.LeaseLost(_log, Lease.Tenant, Lease.Fence);
        await _lost.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _renewing;
        try
        {
            if (IsHeld) await _leases.GiveUpAsync(Lease, CancellationToken.None);
            else _leases.Leave(Lease);
        }
        catch (Exception broken)
        {
            // It ends by itself then.
            Log.LoopBroke(_log, nameof(HeldLease), broken);
        }
        _end.Dispose();
        _lost.Dispose();
    }
}
