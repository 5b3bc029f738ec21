using System.Collections.Concurrent;
using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>Says that this process committed messages to send. A hurry-up only: whoever waits looks into the store anyway when its time is over.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly Signal _signal = new();
    private readonly ConcurrentDictionary<string, bool> _here = new(StringComparer.Ordinal);

    /// <summary>Whoever waits looks again.</summary>
    public void Pulse() => _signal.Pulse();

    /// <summary>This process sends for the tenant, as far as it knows: nobody else needs to be woken.</summary>
    internal bool IsHere(string tenant) => _here.ContainsKey(tenant);

    internal void Serves(string tenant, bool serves)
    {
        if (serves) _here[tenant] = true;
        else _here.TryRemove(tenant, out _);
    }

    /// <summary>True when there is something new, false when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan max, CancellationToken cancellation) => _signal.WaitAsync(max, cancellation);
    public void Dispose() => _signal.Dispose();
}
