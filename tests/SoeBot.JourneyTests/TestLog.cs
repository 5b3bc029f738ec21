using Microsoft.Extensions.Logging;
using Xunit;

namespace SoeBot.JourneyTests;

/// <summary>The app's warnings and errors, beside the test that caused them.</summary>
internal sealed class TestLog : ILoggerProvider, ILogger
{
    private readonly ITestOutputHelper? _output = TestContext.Current.TestOutputHelper;

    public ILogger CreateLogger(string categoryName) => this;
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;
    public void Dispose() { }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            if (IsEnabled(logLevel)) _output?.WriteLine($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $"\n{exception}")}");
        }
        catch (InvalidOperationException)
        {
            // The test is over; nobody reads it any more.
        }
    }
}
