using Microsoft.Extensions.Logging;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class TurnTests
{
    private static readonly PlantId Plant = new("works");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>On PostgreSQL a turn is a lock of the session, and a session that goes back to the pool lives on.</summary>
    [Theory]
    [InlineData(StoreProvider.Sqlite)]
    [InlineData(StoreProvider.PostgreSql)]
    public async Task A_turn_that_could_not_be_ended_in_order_is_free_all_the_same(StoreProvider provider)
    {
        var refusing = new RefusesUnlock();
        await using var store = await StoreUnderTest.NewAsync(provider, loggers: refusing);
        await using var other = store.Another();
        var turn = await store.Plans.TakeTurnAsync(Plant, "bring", Stop);

        refusing.Now = true;
        if (provider == StoreProvider.PostgreSql) await Assert.ThrowsAsync<IOException>(async () => await turn.DisposeAsync());
        else await turn.DisposeAsync();

        await using var next = await other.Plans.TakeTurnAsync(Plant, "bring", Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    private sealed class RefusesUnlock : ILoggerFactory, ILogger
    {
        public bool Now { get; set; }

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Now && eventId.Name?.EndsWith("CommandExecuting", StringComparison.Ordinal) == true && formatter(state, exception).Contains("pg_advisory_unlock", StringComparison.Ordinal))
                throw new IOException("The wire is cut.");
        }

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }
    }
}
