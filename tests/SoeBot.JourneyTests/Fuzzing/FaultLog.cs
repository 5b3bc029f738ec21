using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SoeBot.JourneyTests.Fuzzing;

/// <summary>Whatever the app logs with an exception. An error without one is said on purpose, as that the service refused a body.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    public ConcurrentQueue<string> Faults { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() { }

    private sealed class Logger(FaultLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null && log.Faults.Count < 100) log.Faults.Enqueue($"{logLevel} {category}: {formatter(state, exception)}\n{exception}");
        }
    }
}
