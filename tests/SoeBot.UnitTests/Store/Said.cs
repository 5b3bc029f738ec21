using Microsoft.Extensions.Logging;

namespace SoeBot.UnitTests.Store;

/// <summary>Counts what a store is told: commands, and commits of transactions of several commands. For <see cref="StoreUnderTest"/>.</summary>
internal sealed class Said : ILoggerFactory, ILogger
{
    private int _commands, _commits;

    public (int Commands, int Commits) SoFar => (_commands, _commits);

    public void Forget() => (_commands, _commits) = (0, 0);

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name?.EndsWith("CommandExecuting", StringComparison.Ordinal) == true) Interlocked.Increment(ref _commands);
        if (eventId.Name?.EndsWith("TransactionCommitting", StringComparison.Ordinal) == true) Interlocked.Increment(ref _commits);
    }

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }
}
