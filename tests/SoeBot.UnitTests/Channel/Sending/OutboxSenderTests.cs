using Microsoft.Extensions.Logging;
using SoeBot.Store;
using SoeBot.Store.Outbox;
using SoeBot.TestKit;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

/// <summary>What arrives in Teams, in which order and how fast.</summary>
public sealed class OutboxSenderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Every_conversation_gets_its_messages_once_and_in_order_although_some_are_refused(StoreProvider provider)
    {
        await using var sending = await SendingUnderTest.NewAsync(provider);
        var chats = new[] { await sending.ChatAsync("a"), await sending.ChatAsync("b"), await sending.ChatAsync("c") };
        sending.Teams.Faults.Throttle(times: 4);
        sending.Teams.Faults.Conflict(times: 2);
        sending.Teams.Faults.Throttle(times: 3);
        await sending.AddAsync([.. Enumerable.Range(0, 30).Select(at => sending.To(chats[at % 3], $"{at:00}"))]);
        await sending.StartAsync();
        await sending.StartAsync();

        await sending.CountAsync(30);

        foreach (var (at, chat) in chats.Index())
            Assert.Equal(Enumerable.Range(0, 10).Select(nth => $"{at + (3 * nth):00}"), sending.Teams.MessagesIn(chat).Select(message => message.PlainText));
        foreach (var at in Enumerable.Range(0, 30)) await sending.BecomesAsync($"{at:00}", OutboxState.Sent);
        Assert.All(await sending.Store.Outbox.RecentAsync(Given.Plant, 100, Stop), message => Assert.Equal(OutboxState.Sent, message.State));
    }

    [Fact]
    public async Task A_conversation_that_does_not_answer_holds_up_no_other_and_not_the_answers_in_itself()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var (slow, quick) = (await sending.ChatAsync("slow"), await sending.ChatAsync("quick"));
        sending.Teams.Faults.TimeOutAfterStoring(when: request => request.Path.Contains(slow.Id, StringComparison.Ordinal));
        await sending.AddAsync(sending.To(slow, "held"), sending.To(slow, "behind it"), sending.To(quick, "one"), sending.To(quick, "two"));
        await sending.StartAsync();

        await sending.ArrivesAsync("two");
        await sending.AddHereAsync(sending.To(slow, "answer", MessageKind.Answer));
        await sending.ArrivesAsync("answer");

        Assert.DoesNotContain(sending.Teams.Messages, message => message.PlainText == "behind it");
        await sending.Teams.DisposeAsync();
    }

    [Fact]
    public async Task By_the_clock_of_the_service_no_limit_is_broken()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        (sending.Options.Multiplier, sending.Options.ConversationPerSecond, sending.Options.ConversationPer2Seconds, sending.Options.TenantPerSecond) = (1, 5, 8, 12);
        var chats = new[] { await sending.ChatAsync("a"), await sending.ChatAsync("b"), await sending.ChatAsync("c") };
        await sending.AddAsync([.. Enumerable.Range(0, 36).Select(at => sending.To(chats[at % 3], $"{at:00}"))]);
        await sending.StartAsync();

        await sending.CountAsync(36);

        var all = sending.Teams.Requests.Where(request => request.Method == "POST").Select(request => request.At).ToList();
        Limit(all, 12, 1);
        foreach (var chat in chats)
        {
            var here = sending.Teams.Requests.Where(request => request.Path.Contains(chat.Id, StringComparison.Ordinal)).Select(request => request.At).ToList();
            Limit(here, 5, 1);
            Limit(here, 8, 2);
        }

        static void Limit(List<DateTimeOffset> at, int most, int seconds) =>
            Assert.All(Enumerable.Range(0, at.Count - most), one => Assert.True(at[one + most] - at[one] > TimeSpan.FromSeconds(seconds), $"{most + 1} within {at[one + most] - at[one]}"));
    }

    [Theory, OnBothStores]
    public async Task Another_process_takes_over_when_a_lease_is_not_renewed(StoreProvider provider)
    {
        await using var sending = await SendingUnderTest.NewAsync(provider);
        var chat = await sending.ChatAsync("a");
        await sending.AddAsync(sending.To(chat, "record", MessageKind.Record), sending.To(chat, "next"));
        await using var dead = sending.Store.Another();
        var taken = await dead.Leases.TakeAsync(sending.Teams.TenantId, TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow(), Stop);
        await dead.Outbox.ClaimAsync(taken!.Lease, [new(taken.Heads[0].Lane, Answers: false)], Given.Now, Stop);

        await sending.StartAsync();
        await sending.ArrivesAsync("next");

        Assert.Equal("The process that sent it was lost.", (await sending.BecomesAsync("record", OutboxState.Unknown)).Reason);
        Assert.Single(sending.Teams.Messages);
    }

    [Fact]
    public async Task A_graceful_stop_waits_for_what_is_on_its_way_and_gives_the_lease_up()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var chat = await sending.ChatAsync("a");
        await sending.AddAsync(sending.To(chat, "one"));
        var sender = await sending.StartAsync();
        await sending.ArrivesAsync("one");

        await sender.StopAsync(Stop);

        Assert.Equal(OutboxState.Sent, Assert.Single(await sending.Store.Outbox.RecentAsync(Given.Plant, 10, Stop)).State);
        Assert.Equal(2, (await sending.Store.Leases.TakeAsync(sending.Teams.TenantId, TimeSpan.FromSeconds(15), TimeProvider.System.GetUtcNow(), Stop))!.Lease.Fence);
    }

    [Theory, OnBothStores]
    public async Task A_store_that_is_away_for_a_moment_makes_nothing_unknown(StoreProvider provider)
    {
        using var log = new FailureLog();
        await using var sending = await SendingUnderTest.NewAsync(provider);
        sending.Loggers = log;
        var chat = await sending.ChatAsync("a");
        await sending.AddAsync(sending.To(chat, "one"));
        await sending.StartAsync();
        await sending.BecomesAsync("one", OutboxState.Sent);
        await sending.Store.ExecuteAsync("ALTER TABLE outbox_attempts RENAME TO away");

        await sending.AddHereAsync(sending.To(chat, "record", MessageKind.Record), sending.To(chat, "next"));
        await log.Failed.WaitAsync(Patience.Most, Stop);
        await sending.Store.ExecuteAsync("ALTER TABLE away RENAME TO outbox_attempts");

        await sending.BecomesAsync("record", OutboxState.Sent);
        await sending.BecomesAsync("next", OutboxState.Sent);
        Assert.Equal(3, sending.Teams.Messages.Count);
    }

    [Fact]
    public async Task A_card_is_edited_no_more_often_than_the_setting_says_and_shows_the_newest_state()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        (sending.Options.Multiplier, sending.Options.EditEvery) = (1, TimeSpan.FromMilliseconds(400));
        var chat = await sending.ChatAsync("a");
        await sending.AddAsync(sending.To(chat, "agenda", trackAs: "agenda"));
        await sending.StartAsync();
        await sending.ArrivesAsync("agenda");
        await sending.BecomesAsync("agenda", OutboxState.Sent);
        for (var step = 1; step <= 6; step++) await sending.AddHereAsync(sending.To(chat, $"step {step}", MessageKind.Edit, "agenda") with { Chain = "agenda" });

        await sending.ArrivesAsync("step 6");

        var edits = sending.Teams.Requests.Where(request => request.Method == "PUT").Select(request => request.At).ToList();
        Assert.NotEmpty(edits);
        Assert.All(edits.Zip(edits.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMilliseconds(400), $"{pair.Second - pair.First}"));
    }

    [Theory, OnBothStores]
    public async Task A_commit_whose_answer_was_lost_leaves_nothing_in_hand_for_ever(StoreProvider provider)
    {
        using var log = new LostCommit();
        await using var sending = await SendingUnderTest.NewAsync(provider);
        await using var store = sending.Store.Another(log);
        var chat = await sending.ChatAsync("a");
        await sending.AddAsync(sending.To(chat, "one"), sending.To(chat, "two"));

        Assert.False(await sending.TurnAsync(store));
        Assert.True(await sending.TurnAsync(store));

        Assert.Equal(["one", "two"], sending.Teams.MessagesIn(chat).Select(message => message.PlainText));
        Assert.Equal((OutboxState.Sent, 0), await sending.BecomesAsync("one", OutboxState.Sent) is var one ? (one.State, one.Repeats) : default);
        Assert.Equal(1, (await sending.BecomesAsync("two", OutboxState.Sent)).Repeats);
    }

    [Fact]
    public async Task A_message_whose_card_could_not_be_drawn_because_the_store_broke_off_goes_out_a_little_later_and_is_no_repeat()
    {
        await using var sending = await SendingUnderTest.NewAsync();
        var (ravi, asked) = (await sending.PersonAsync("Ravi", withChat: true), 0);
        // As Entity Framework and Npgsql tell that a connection ended while it was read.
        sending.Says = about => asked++ == 0
            ? throw new InvalidOperationException("Likely due to a transient failure.", new Npgsql.NpgsqlException("Exception while reading from stream", new EndOfStreamException("Attempted to read past the end of the stream.")))
            : about;
        await sending.StartAsync();
        await sending.AddHereAsync(SendingUnderTest.To(ravi, "due today"));

        // Whatever becomes of it: a test that waits for the good end alone hangs without it.
        var sent = await sending.BecomesAsync("due today", message => message.State is OutboxState.Sent or OutboxState.Failed);
        Assert.Equal((OutboxState.Sent, 0, 0), (sent.State, sent.Repeats, sent.Tries));
        Assert.Single(sending.Teams.MessagesTo(ravi));
    }

    /// <summary>The first settlement is committed, and nobody hears so.</summary>
    private sealed class LostCommit : ILoggerFactory, ILogger
    {
        private int _settled;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name?.EndsWith("CommandExecuting", StringComparison.Ordinal) == true && formatter(state, exception).Contains("SET state = @state", StringComparison.Ordinal))
                Interlocked.CompareExchange(ref _settled, 1, 0);
            if (eventId.Name?.EndsWith("TransactionCommitted", StringComparison.Ordinal) == true && Interlocked.CompareExchange(ref _settled, 2, 1) == 1)
                throw new Npgsql.NpgsqlException("The connection broke.");
        }

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }
    }
}
