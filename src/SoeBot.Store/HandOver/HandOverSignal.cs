namespace SoeBot.Store.HandOver;

/// <summary>Says that this process committed hand-overs that wait. A hurry-up only: whoever hands over looks into the store anyway.</summary>
public sealed class HandOverSignal
{
    /// <summary>Raised behind the commit, by whoever committed: nothing that takes long.</summary>
    public event Action? Committed;

    internal void Pulse() => Committed?.Invoke();
}
