using SoeBot.Store.Database;

namespace SoeBot.Store.Inbox;

/// <summary>Says that this process committed activities to work. A hurry-up only: whoever waits looks into the store anyway when its time is over.</summary>
public sealed class InboxSignal : IDisposable
{
    private readonly Signal _signal = new();

    /// <summary>Our own worker is busy and has not heard of the last one yet.</summary>
    internal bool IsBehind => _signal.IsUp;

    internal void Pulse() => _signal.Pulse();

    /// <summary>True when there is something new, false when the time is over.</summary>
    public Task<bool> WaitAsync(TimeSpan max, CancellationToken cancellation) => _signal.WaitAsync(max, cancellation);
    public void Dispose() => _signal.Dispose();
}
