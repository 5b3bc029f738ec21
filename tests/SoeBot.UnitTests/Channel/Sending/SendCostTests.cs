using Microsoft.Extensions.Logging;
using SoeBot.Store;
using SoeBot.TestKit.Teams;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>
/// How often the store is asked for a message on its way out: the app sends some two thousand in a plant's year, and each of them is waited for.
/// The cards here are drawn from nothing; what a card reads comes on top.
/// </summary>
public sealed class SendCostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task One_message_takes_five_commands_and_three_commits(StoreProvider provider)
    {
        var said = await SendAsync(provider, 1);

        // Lease with what it finds; claim; is it still to be said; where to; fate.
        Assert.Equal((5, 3), said);
    }

    [Theory, OnBothStores]
    public async Task Each_further_one_of_a_turn_takes_three_commands_and_one_commit(StoreProvider provider)
    {
        var said = await SendAsync(provider, 21);

        Assert.Equal((5 + (20 * 3), 3 + 20), said);
    }

    private static async Task<(int Commands, int Commits)> SendAsync(StoreProvider provider, int messages)
    {
        using var said = new Said();
        await using var sending = await SendingUnderTest.NewAsync(provider);
        await using var store = sending.Store.Another(said);
        var people = new List<FakePerson>();
        while (people.Count < messages) people.Add(await sending.PersonAsync($"person {people.Count}", withChat: true));
        await AddAsync("before");
        Assert.True(await sending.TurnAsync(store));
        await AddAsync("now");
        (said.Commands, said.Commits) = (0, 0);

        Assert.True(await sending.TurnAsync(store));

        var cost = (said.Commands, said.Commits);
        Assert.Equal(2 * messages, sending.Teams.Messages.Count);
        Assert.Equal(0, await sending.Store.Outbox.PendingCountAsync(Stop));
        return cost;

        Task AddAsync(string when) => sending.AddAsync([.. people.Select((person, at) => SendingUnderTest.To(person, $"{when} {at}") with { TrackAs = $"card {when} {at}" })]);
    }

    private sealed class Said : ILoggerFactory, ILogger
    {
        private int _commands, _commits;

        public int Commands { get => _commands; set => _commands = value; }
        public int Commits { get => _commits; set => _commits = value; }

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
}
