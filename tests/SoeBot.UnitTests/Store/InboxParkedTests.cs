using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Inbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class InboxParkedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_parked_message_is_told_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = await ParkAsync(store);

        Assert.Equal(new ParkedMessage(id, "19:a", "{}", Given.Now, "InvalidOperationException: no", false), Assert.Single(await store.Inbox.UntoldAsync(Stop)));
        await store.Inbox.TellAsync(id, Given.Says(Given.Message("sorry")), Stop);
        await store.Inbox.TellAsync(id, Given.Says(Given.Message("sorry again")), Stop);

        Assert.Empty(await store.Inbox.UntoldAsync(Stop));
        Assert.Equal(1, await store.Outbox.PendingCountAsync(Stop));
        Assert.Equal(1, await store.Inbox.ParkedCountAsync(Stop));
    }

    [Theory, OnBothStores]
    public async Task TryAgainAsync_gives_it_all_its_tries_and_is_done_by_one(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = await ParkAsync(store);

        var changed = await Task.WhenAll(Enumerable.Range(0, 4).Select(at => store.Inbox.TryAgainAsync(id, Given.Says(Given.Message($"by {at}")), Stop)));

        Assert.Single(changed, one => one);
        Assert.Equal(1, await store.Outbox.PendingCountAsync(Stop));
        Assert.Equal((id, 1), await store.Inbox.ClaimNextAsync(Given.Now, Stop) is { } again ? (again.Id, again.Tries) : default);
    }

    [Theory, OnBothStores]
    public async Task DropAsync_ends_it(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = await ParkAsync(store);

        Assert.True(await store.Inbox.DropAsync(id, Effect.None, Stop));

        Assert.False(await store.Inbox.TryAgainAsync(id, Effect.None, Stop));
        Assert.Null(await store.Inbox.ClaimNextAsync(Given.Now.AddDays(1), Stop));
        Assert.Equal(0, await store.Inbox.ParkedCountAsync(Stop));
    }

    private static async Task<long> ParkAsync(StoreUnderTest store)
    {
        await store.Inbox.AddAsync("19:a", "1", "{}", Given.Now, Stop);
        var id = 0L;
        for (var at = 0; at < InboxStore.MaxTries; at++)
        {
            id = (await store.Inbox.ClaimNextAsync(Given.Now.AddHours(at), Stop))!.Id;
            await store.Inbox.FailAsync(id, "InvalidOperationException: no", Given.Now.AddHours(at), Stop);
        }
        return id;
    }
}
