using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>What becomes of a message that was taken up.</summary>
public sealed class OutboxFateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task SettleAsync_sent_keeps_what_was_said_and_remembers_the_card(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Conversations.BindAsync(Given.Plant, Given.Tenant, "19:week", ChannelUse.Week, Stop);
        await ClaimedAsync(store, Given.Message("page", new MessageTarget.Channel(Given.Plant), trackAs: "look-ahead"));

        await SettleAsync(store, OutboxState.Sent, "19:week", "a1");
        await SettleAsync(store, OutboxState.Sent, "19:week", "a1");

        var sent = Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
        Assert.Equal((OutboxState.Sent, "19:week", "a1", "the text", Given.Now.AddSeconds(1)), (sent.State, sent.Conversation, sent.ActivityId, sent.Text, sent.SettledAt!.Value));
        Assert.Equal([new PostedCard(Given.Tenant, "19:week", "a1")], await store.Outbox.PostedAsync("look-ahead", Stop));
        Assert.Empty(await store.Outbox.PostedAsync("top-ten", Stop));
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_of_an_edit_remembers_no_second_card(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ClaimedAsync(store, Given.Message("edit", kind: MessageKind.Edit, trackAs: "look-ahead"));

        await SettleAsync(store, OutboxState.Sent, "19:week", "a1");

        Assert.Empty(await store.Outbox.PostedAsync("look-ahead", Stop));
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_unknown_repeats_a_reminder_once_and_a_record_never(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ClaimedAsync(store, Given.Message("record", kind: MessageKind.Record));
        await SettleAsync(store, OutboxState.Unknown);
        await ClaimedAsync(store, Given.Message("reminder"));
        await SettleAsync(store, OutboxState.Unknown);

        var repeat = await store.Outbox.ClaimNextAsync(Given.Now, Stop);
        await store.Outbox.SettleAsync(repeat!.Id, OutboxState.Unknown, null, null, null, "timeout", Given.Now, Stop);

        Assert.Equal(("reminder", 1), (repeat.Key, repeat.Repeats));
        Assert.All(await store.Outbox.RecentAsync(Given.Plant, 10, Stop), message => Assert.Equal(OutboxState.Unknown, message.State));
    }

    [Theory, OnBothStores]
    public async Task RecoverAsync_leaves_what_a_living_process_is_sending(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ClaimedAsync(store, Given.Message("reminder"));

        Assert.Equal(0, await store.Outbox.RecoverAsync(Given.Now.AddMinutes(4), Stop));
        Assert.Equal(OutboxState.Sending, Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).State);
    }

    [Theory, OnBothStores]
    public async Task RecoverAsync_after_a_lost_process_repeats_reminders_and_edits_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        foreach (var kind in Enum.GetValues<MessageKind>()) await ClaimedAsync(store, Given.Message($"{kind}", new MessageTarget.Conversation("t", $"{kind}"), kind));
        await Lose(store);

        Assert.Equal(4, await store.Outbox.RecoverAsync(Given.Now, Stop));
        Assert.Equal(
            [("Answer", OutboxState.Unknown, 0), ("Edit", OutboxState.Pending, 1), ("Record", OutboxState.Unknown, 0), ("Reminder", OutboxState.Pending, 1)],
            await States(store));

        while (await store.Outbox.ClaimNextAsync(Given.Now, Stop) is not null) { }
        await Lose(store);
        Assert.Equal(2, await store.Outbox.RecoverAsync(Given.Now, Stop));
        Assert.All(await States(store), message => Assert.Equal(OutboxState.Unknown, message.State));
    }

    [Theory, OnBothStores]
    public async Task RecoverAsync_waits_a_while_for_a_process_on_another_machine(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ClaimedAsync(store, Given.Message("reminder"));
        await store.ExecuteAsync("UPDATE outbox SET claimed_by = 'elsewhere|1|1'");

        Assert.Equal(0, await store.Outbox.RecoverAsync(Given.Now.AddMinutes(4), Stop));
        Assert.Equal(1, await store.Outbox.RecoverAsync(Given.Now.AddMinutes(6), Stop));
    }

    [Theory, OnBothStores]
    public async Task SeenAsync_finds_the_message_of_a_lost_process_again_and_sends_the_edit_that_missed_it(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("agenda", place, MessageKind.Answer, trackAs: "agenda"));
        await SettleAsync(store, OutboxState.Unknown);
        await ClaimedAsync(store, Given.Message("edit", place, MessageKind.Edit, trackAs: "agenda"));
        await SettleAsync(store, OutboxState.Silent);

        await store.Outbox.SeenAsync(Given.Tenant, "19:elsewhere", "a2", Stop);
        Assert.Empty(await store.Outbox.PostedAsync("agenda", Stop));
        await store.Outbox.SeenAsync(Given.Tenant, "19:week", "a1", Stop);
        await store.Outbox.SeenAsync(Given.Tenant, "19:week", "a3", Stop);

        Assert.Equal([new PostedCard(Given.Tenant, "19:week", "a1")], await store.Outbox.PostedAsync("agenda", Stop));
        Assert.Equal([("agenda", OutboxState.Sent, 0), ("edit", OutboxState.Pending, 0)], await States(store));
    }

    [Theory, OnBothStores]
    public async Task SeenAsync_does_not_guess(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("known", place, MessageKind.Answer, trackAs: "known"));
        await SettleAsync(store, OutboxState.Sent, "19:week", "a1");
        await ClaimedAsync(store, Given.Message("one", place, MessageKind.Answer, trackAs: "one"));
        await SettleAsync(store, OutboxState.Unknown);

        await store.Outbox.SeenAsync(Given.Tenant, "19:week", "a1", Stop);
        await ClaimedAsync(store, Given.Message("two", place, MessageKind.Answer, trackAs: "two"));
        await SettleAsync(store, OutboxState.Unknown);
        await store.Outbox.SeenAsync(Given.Tenant, "19:week", "a2", Stop);

        Assert.Equal([("known", OutboxState.Sent, 0), ("one", OutboxState.Unknown, 0), ("two", OutboxState.Unknown, 0)], await States(store));
    }

    private static async Task ClaimedAsync(StoreUnderTest store, NewMessage message)
    {
        await store.Outbox.AddAsync(Given.Says(message), Stop);
        Assert.NotNull(await store.Outbox.ClaimNextAsync(Given.Now, Stop));
    }

    private static async Task SettleAsync(StoreUnderTest store, OutboxState state, string? conversation = null, string? activity = null)
    {
        var newest = (await store.Outbox.RecentAsync(Given.Plant, 1, Stop))[0];
        await store.Outbox.SettleAsync(newest.Id, state, conversation, activity, "the text", null, Given.Now.AddSeconds(1), Stop);
    }

    /// <summary>As if the process that claimed them had been killed: nothing has its number any more.</summary>
    private static Task<int> Lose(StoreUnderTest store) =>
        store.ExecuteAsync($"UPDATE outbox SET claimed_by = '{Environment.MachineName}|{int.MaxValue}|1' WHERE state = 'Sending'");

    private static async Task<IEnumerable<(string Key, OutboxState State, int Repeats)>> States(StoreUnderTest store) =>
        (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).OrderBy(message => message.Key, StringComparer.Ordinal).Select(message => (message.Key, message.State, message.Repeats));
}
