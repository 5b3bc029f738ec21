using SoeBot.Store;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>What was settled long ago is forgotten, but for what is still needed.</summary>
public sealed class OutboxPurgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task PurgeAsync_forgets_in_chunks_what_is_old_and_keeps_what_waits_and_what_a_posted_card_refers_to(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await SettledAsync(store, Given.Message("superseded", chain: "chain"), null);
        await SettledAsync(store, Given.Message("sent", chain: "chain"), OutboxState.Sent, "a1");
        await SettledAsync(store, Given.Message("a card to edit", trackAs: "agenda"), OutboxState.Sent, "a2");
        await SettledAsync(store, Given.Message("failed"), OutboxState.Failed);
        await SettledAsync(store, Given.Message("unknown", kind: MessageKind.Record), OutboxState.Unknown);
        await SettledAsync(store, Given.Message("to be repeated"), OutboxState.Unknown);
        await store.ExecuteAsync($"UPDATE outbox SET settled_at = {Given.Now.AddDays(-91).UtcTicks} WHERE settled_at IS NOT NULL");
        await SettledAsync(store, Given.Message("young", new MessageTarget.Person(Given.Ana)), OutboxState.Sent, "a3");

        var purged = new List<int>();
        do purged.Add(await store.Outbox.PurgeAsync(Given.Now.AddDays(-90), 2, Stop));
        while (purged[^1] > 0);

        Assert.Equal([2, 1, 1, 0], purged);
        Assert.Equal(["a card to edit", "to be repeated", "young"], (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).Select(message => message.Key).Order());
    }

    private static async Task SettledAsync(StoreUnderTest store, NewMessage message, OutboxState? state, string? activity = null)
    {
        await store.Outbox.AddAsync(Given.Says(message), Stop);
        if (state is { } fate) await store.Sender.SettleAsync((await store.Sender.ClaimAsync())!, new Settlement(fate, Given.Now) { Conversation = "19:a", ActivityId = activity });
    }
}
