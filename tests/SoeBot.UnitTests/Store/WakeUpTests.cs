using SoeBot.Store;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>One process wakes the others on PostgreSQL, with the transaction that has news for them.</summary>
public sealed class WakeUpTests
{

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_wakes_the_process_that_sends_for_its_tenant()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.PostgreSql);
        await using var other = await ListeningAsync(store);

        await store.Outbox.AddAsync(Given.Says(Given.Message("page")), Stop);

        Assert.True(await other.OutboxSignal.WaitAsync(Patience.Most, Stop));
        Assert.False(await other.InboxSignal.WaitAsync(TimeSpan.Zero, Stop));
    }

    [Fact]
    public async Task A_message_that_its_own_process_sends_wakes_nobody_else()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.PostgreSql);
        await using var other = await ListeningAsync(store);
        var lease = (await store.Leases.TakeAsync(Given.Tenant, TimeSpan.FromSeconds(15), Given.Now, Stop))!.Lease;

        await store.Outbox.AddAsync(Given.Says(Given.Message("ours")), Stop);
        // What is announced comes in the order of the commits, so the one for the inbox tells that there was none before it.
        await store.Inbox.AddAsync("19:a", "1", "{}", Given.Now, Stop);
        await store.Inbox.AddAsync("19:a", "2", "{}", Given.Now, Stop);
        Assert.True(await other.InboxSignal.WaitAsync(Patience.Most, Stop));
        Assert.False(await other.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop));

        await store.Leases.GiveUpAsync(lease, Stop);
        await store.Outbox.AddAsync(Given.Says(Given.Message("anybody's")), Stop);
        Assert.True(await other.OutboxSignal.WaitAsync(Patience.Most, Stop));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_wakes_nobody_and_a_lost_connection_is_made_again()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.PostgreSql);
        await using var other = await ListeningAsync(store);
        await Assert.ThrowsAnyAsync<Exception>(() => store.Outbox.AddAsync(Given.Says(Given.Message("half")) with { Audit = [Given.Audit() with { What = null! }] }, Stop));

        await store.AskAsync<bool>("SELECT pg_terminate_backend(pid) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'SoeBot wake-ups'");
        Assert.False(await other.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop));

        // Back again it looks, and then it hears.
        Assert.True(await other.OutboxSignal.WaitAsync(Patience.Most, Stop));
        await store.Outbox.AddAsync(Given.Says(Given.Message("page")), Stop);
        Assert.True(await other.OutboxSignal.WaitAsync(Patience.Most, Stop));
    }

    private static async Task<StoreUnderTest> ListeningAsync(StoreUnderTest store)
    {
        var other = store.Another();
        other.Listen();
        // It looks once when it listens.
        Assert.True(await other.OutboxSignal.WaitAsync(Patience.Most, Stop));
        Assert.True(await other.InboxSignal.WaitAsync(Patience.Most, Stop));
        return other;
    }
}
