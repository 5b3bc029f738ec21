using System.Diagnostics;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>The process is gone: nothing that it does after this reaches the store or the service.</summary>
internal sealed class ProcessGone() : Exception("The process was killed here.");

/// <summary>
/// A death between any two lines, as far as anybody else can tell: before or after a command or a commit of the store, before or after a
/// call to the service. Heard from the database's own diagnostics, so that the product has no place for it.
/// </summary>
internal sealed class Cut
{
    private static readonly AsyncLocal<Cut?> Current = new();
    private static readonly IDisposable Listening = DiagnosticListener.AllListeners.Subscribe(new Listeners());
    private int _left = int.MaxValue;

    public bool IsDead { get; private set; }

    /// <summary>Boundaries passed so far.</summary>
    public long Passed { get; private set; }

    /// <summary>Dies at the so many-th boundary from now.</summary>
    public void Arm(int boundaries) => _left = boundaries;

    public void Disarm() => _left = int.MaxValue;

    public void Die() => IsDead = true;

    /// <summary>What is done from here on is done by this process.</summary>
    public void Enter()
    {
        GC.KeepAlive(Listening);
        Current.Value = this;
    }

    public static void Leave() => Current.Value = null;

    /// <exception cref="ProcessGone">It ends here.</exception>
    public static void Boundary() => Current.Value?.Pass();

    private void Pass()
    {
        Passed++;
        if (!IsDead && --_left > 0) return;
        IsDead = true;
        throw new ProcessGone();
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(new Events(), IsBoundary);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }

        private static bool IsBoundary(string name) => name.EndsWith(".CommandExecuting", StringComparison.Ordinal)
            || name.EndsWith(".TransactionCommitting", StringComparison.Ordinal) || name.EndsWith(".TransactionCommitted", StringComparison.Ordinal);
    }

    private sealed class Events : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => Boundary();
        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }
}
