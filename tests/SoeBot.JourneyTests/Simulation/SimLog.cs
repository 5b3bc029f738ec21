using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SoeBot.JourneyTests.Simulation;

/// <summary>One for all processes of all years, because the database keeps a model for each log. What is logged goes to the year that runs.</summary>
internal sealed class SimLog : ILoggerFactory, ILogger
{
    public static readonly SimLog Shared = new();
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Lines = new();

    public static void WriteTo(ConcurrentQueue<string> lines) => Lines.Value = lines;

    public ILogger CreateLogger(string categoryName) => this;
    public void AddProvider(ILoggerProvider provider) { }
    public void Dispose() { }
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        // What a killed process still says nobody reads.
        if (!IsEnabled(logLevel) || exception?.GetBaseException() is ProcessGone) return;
        Lines.Value?.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");
    }
}
