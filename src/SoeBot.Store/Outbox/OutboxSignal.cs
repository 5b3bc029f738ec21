using SoeBot.Store.Database;

namespace SoeBot.Store.Outbox;

/// <summary>Says that this process committed messages to send. A hurry-up only: whoever waits looks into the store anyway when its time is over.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly Signal _signal = new();

    /// <summary>Whoever waits looks again.</summary>
    public void Pulse() => _signal.Pulse();

    /// <summary>True when there is something new, false when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan max, CancellationToken cancellation) => _signal.WaitAsync(max, cancellation);
    public void Dispose() => _signal.Dispose();
}
