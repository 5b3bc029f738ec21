using Microsoft.Extensions.Logging;

namespace SoeBot.UnitTests.Store;

/// <summary>Tells when a database refuses a statement.</summary>
internal sealed class FailureLog : ILoggerFactory, ILogger
{
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Failed => _failed.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name?.EndsWith("CommandError", StringComparison.Ordinal) == true) _failed.TrySetResult();
    }

    public void AddProvider(ILoggerProvider provider) { }

    public void Dispose() { }
}
