using System.Diagnostics;

namespace SoeBot.Benchmarks.Sending;

/// <summary>Counts the commands and commits of all stores, by the database's own diagnostics, until it is disposed of.</summary>
internal sealed class Said : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _listening = [];
    private int _commands, _commits;

    public Said() => _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Commands => _commands;
    public int Commits => _commits;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _listening.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key.EndsWith(".CommandExecuting", StringComparison.Ordinal)) Interlocked.Increment(ref _commands);
        else if (value.Key.EndsWith(".TransactionCommitting", StringComparison.Ordinal)) Interlocked.Increment(ref _commits);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _listening.ForEach(one => one.Dispose());
}
