namespace SoeBot.Store.Database;

/// <summary>Wakes one waiter in this process. Pulses between two waits are one; a lost one costs no more than the waiter's longest wait.</summary>
internal sealed class Signal : IDisposable
{
    private readonly SemaphoreSlim _pulse = new(0, 1);

    /// <summary>The last pulse woke nobody yet: the waiter is busy.</summary>
    public bool IsUp => _pulse.CurrentCount > 0;

    public void Pulse()
    {
        try { _pulse.Release(); }
        catch (SemaphoreFullException) { /* It is up already. */ }
    }

    public Task<bool> WaitAsync(TimeSpan max, CancellationToken cancellation) => _pulse.WaitAsync(max, cancellation);
    public void Dispose() => _pulse.Dispose();
}
