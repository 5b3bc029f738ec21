using Microsoft.Extensions.Time.Testing;
using SoeBot.Store;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>One card of a chat is lost and another is just being sent there. Somebody presses, and nobody knows yet which of the two it stands on.</summary>
public sealed class OutboxSeenTests
{
    private static readonly MessageTarget Place = new MessageTarget.Conversation(Given.Tenant, "19:week");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_press_on_the_one_that_is_being_sent_waits_for_its_number_and_leaves_the_lost_one_lost(StoreProvider provider)
    {
        var time = new Waits();
        await using var store = await StoreUnderTest.NewAsync(provider, time: time);
        var sending = await LostAndSendingAsync(store);

        await SentWhileAsync(store, time, sending, store.Outbox.SeenAsync(Given.Tenant, "19:week", "a1", Stop));
        Assert.Equal([("form", OutboxState.Sent), ("lost", OutboxState.Unknown)], await StatesAsync(store));

        await store.Outbox.SeenAsync(Given.Tenant, "19:week", "a2", Stop);
        await AreBothKnownAsync(store);
    }

    [Theory, OnBothStores]
    public async Task A_press_on_the_lost_one_waits_too_and_finds_it(StoreProvider provider)
    {
        var time = new Waits();
        await using var store = await StoreUnderTest.NewAsync(provider, time: time);
        var sending = await LostAndSendingAsync(store);

        await SentWhileAsync(store, time, sending, store.Outbox.SeenAsync(Given.Tenant, "19:week", "a2", Stop));
        await AreBothKnownAsync(store);

        await store.Outbox.SeenAsync(Given.Tenant, "19:week", "a1", Stop);
        await AreBothKnownAsync(store);
    }

    private static async Task<OutboxMessage> LostAndSendingAsync(StoreUnderTest store)
    {
        await store.Outbox.AddAsync(Given.Says(Given.Message("lost", Place, MessageKind.Answer, trackAs: "lost")), Stop);
        await store.Sender.SettleAsync((await store.Sender.ClaimAsync())!, new Settlement(OutboxState.Unknown, Given.Now));
        await store.Outbox.AddAsync(Given.Says(Given.Message("form", Place, MessageKind.Answer, trackAs: "form")), Stop);
        return (await store.Sender.ClaimAsync())!;
    }

    /// <summary>The press has looked and waits when the sending is written down.</summary>
    private static async Task SentWhileAsync(StoreUnderTest store, Waits time, OutboxMessage sending, Task press)
    {
        Assert.Same(time.Begun, await Task.WhenAny(time.Begun, press));
        await store.Sender.SettleAsync(sending, new Settlement(OutboxState.Sent, Given.Now) { Conversation = "19:week", ActivityId = "a1" });
        while (!press.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }
        await press;
    }

    private static async Task AreBothKnownAsync(StoreUnderTest store)
    {
        Assert.Equal([("form", OutboxState.Sent), ("lost", OutboxState.Sent)], await StatesAsync(store));
        Assert.Equal("a1", Assert.Single(await store.Outbox.PostedAsync("form", Stop)).ActivityId);
        Assert.Equal("a2", Assert.Single(await store.Outbox.PostedAsync("lost", Stop)).ActivityId);
    }

    private static async Task<IEnumerable<(string Key, OutboxState State)>> StatesAsync(StoreUnderTest store) =>
        (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).OrderBy(message => message.Key, StringComparer.Ordinal).Select(message => (message.Key, message.State));

    /// <summary>Says when somebody begins to wait.</summary>
    private sealed class Waits() : FakeTimeProvider(Given.Now)
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _begun.TrySetResult();
            return timer;
        }
    }
}
