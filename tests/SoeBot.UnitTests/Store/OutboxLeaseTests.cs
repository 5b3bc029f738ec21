using SoeBot.Store;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>One process sends for a tenant, and whoever comes late can write nothing.</summary>
public sealed class OutboxLeaseTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);
    private static readonly MessageTarget Week = new MessageTarget.Conversation(Given.Tenant, "19:week");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task TakeAsync_gives_a_tenant_to_one_process_until_its_lease_ends(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("page"));
        await using var other = store.Another();
        var first = await Take(store, Given.Now);

        var refused = await Take(other, Given.Now.AddSeconds(14));
        var renewed = await store.Leases.RenewAsync(first!.Lease, Length, Given.Now.AddSeconds(10), Stop);
        var stillRefused = await Take(other, Given.Now.AddSeconds(24));
        var open = await other.Leases.OpenAsync([], Given.Now.AddSeconds(24), Stop);
        var second = await Take(other, Given.Now.AddSeconds(25));

        Assert.Null(refused);
        Assert.True(renewed);
        Assert.Null(stillRefused);
        Assert.Equal((0, Given.Now.AddSeconds(25)), (open.Free.Count, open.NextExpiry!.Value));
        Assert.Equal((1, 2), (first.Lease.Fence, second!.Lease.Fence));
        Assert.False(await store.Leases.RenewAsync(first.Lease, Length, Given.Now.AddSeconds(26), Stop));
    }

    [Theory, OnBothStores]
    public async Task Of_many_that_take_at_once_one_gets_it(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("page"));
        var others = Enumerable.Range(0, 6).Select(_ => store.Another()).ToList();

        var taken = await Task.WhenAll(others.Select(other => Take(other, Given.Now)));

        Assert.Equal(1, Assert.Single(taken, one => one is not null)!.Lease.Fence);
        foreach (var other in others) await other.DisposeAsync();
    }

    [Theory, OnBothStores]
    public async Task GiveUpAsync_lets_the_next_one_take_it_at_once(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("page"));
        await using var other = store.Another();
        var first = await Take(store, Given.Now);

        await store.Leases.GiveUpAsync(first!.Lease, Stop);

        Assert.Equal([Given.Tenant], (await other.Leases.OpenAsync([], Given.Now, Stop)).Free);
        Assert.Equal(2, (await Take(other, Given.Now))!.Lease.Fence);
        await store.Leases.GiveUpAsync(first.Lease, Stop);
        Assert.Null(await Take(store, Given.Now));
    }

    [Theory, OnBothStores]
    public async Task A_lease_of_a_process_that_is_gone_is_free_at_once_and_of_one_elsewhere_when_it_ends(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("page"));
        await using var other = store.Another();
        await Take(store, Given.Now);

        await store.ExecuteAsync("UPDATE outbox_leases SET holder = 'elsewhere|1|1#x'");
        Assert.Null(await Take(other, Given.Now));
        await store.ExecuteAsync($"UPDATE outbox_leases SET holder = '{Environment.MachineName}|{int.MaxValue}|1#x'");
        Assert.NotNull(await Take(other, Given.Now));
    }

    [Theory, OnBothStores]
    public async Task A_late_holder_writes_nothing(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("record", Week, MessageKind.Record), Given.Message("reminder"), Given.Message("waiting", Week));
        await using var other = store.Another();
        var late = (await Take(store, Given.Now))!.Lease;
        var record = await ClaimAsync(store, late, "chat:" + Given.Tenant + "/19:week");
        var reminder = await ClaimAsync(store, late, "person:" + Given.Ben);

        var taken = await Take(other, Given.Now.AddSeconds(20));
        var settled = await SettleAsync(store, late, record!, new Settlement(OutboxState.Sent, Given.Now) { Conversation = "19:week", ActivityId = "a1", Attempts = [new("late", Given.Now)] });
        var postponed = await SettleAsync(store, late, reminder!, new Postponement(Given.Now, "429") { Attempts = [new("late", Given.Now)] });
        var claimed = await ClaimAsync(store, late, "chat:" + Given.Tenant + "/19:week");

        Assert.Equal((2, false, false), (taken!.Lost, settled, postponed));
        Assert.Null(claimed);
        Assert.Equal(0, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM outbox_attempts WHERE place = 'late'"));
        Assert.Equal(
            [("record", OutboxState.Unknown, 0), ("reminder", OutboxState.Pending, 1), ("waiting", OutboxState.Pending, 0)],
            (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.State, one.Repeats)));
        Assert.NotNull(await ClaimAsync(other, taken.Lease, "chat:" + Given.Tenant + "/19:week"));
    }

    [Theory, OnBothStores]
    public async Task A_late_holder_writes_nothing_although_the_new_one_sends_the_same_message(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("reminder"));
        await using var other = store.Another();
        var late = (await Take(store, Given.Now))!.Lease;
        var message = await ClaimAsync(store, late, "person:" + Given.Ben);
        var now = (await Take(other, Given.Now.AddSeconds(20)))!.Lease;
        await ClaimAsync(other, now, "person:" + Given.Ben);

        Assert.False(await SettleAsync(store, late, message!, new Settlement(OutboxState.Failed, Given.Now)));
        Assert.True(await SettleAsync(other, now, message!, new Settlement(OutboxState.Sent, Given.Now)));
        Assert.False(await SettleAsync(other, now, message!, new Settlement(OutboxState.Failed, Given.Now)));
    }

    [Theory, OnBothStores]
    public async Task What_was_lost_once_more_is_unknown_whatever_it_is(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, [.. Enum.GetValues<MessageKind>().Select(kind => Given.Message($"{kind}", new MessageTarget.Conversation(Given.Tenant, $"{kind}"), kind))]);
        await store.Sender.TakeAsync();
        while (await store.Sender.ClaimAsync() is not null) { }

        Assert.Equal(4, Assert.Single(await store.Sender.TakeAsync(Given.Now.AddHours(2))).Lost);
        Assert.Equal([("Answer", OutboxState.Unknown), ("Edit", OutboxState.Pending), ("Record", OutboxState.Unknown), ("Reminder", OutboxState.Pending)], await States());

        while (await store.Sender.ClaimAsync(Given.Now.AddHours(2)) is not null) { }
        Assert.Equal(2, Assert.Single(await store.Sender.TakeAsync(Given.Now.AddHours(4))).Lost);
        Assert.All(await States(), one => Assert.Equal(OutboxState.Unknown, one.State));

        async Task<IEnumerable<(string Key, OutboxState State)>> States() =>
            (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.State));
    }

    [Theory, OnBothStores]
    public async Task TakeAsync_tells_what_was_called_within_the_hour_and_what_was_put_off(StoreProvider provider)
    {
        await using var store = await GivenAsync(provider, Given.Message("done", Week), Given.Message("in hand"), Given.Message("put off", new MessageTarget.Person(Given.Ana)));
        await store.Sender.TakeAsync();
        var (done, ana) = (await store.Sender.ClaimAsync(), "person:" + Given.Ana);
        await store.Sender.SettleAsync(done!, new Settlement(OutboxState.Sent, Given.Now) { Attempts = [new("old", Given.Now.AddMinutes(-70)), new(done!.Lane, Given.Now)] });
        await store.Sender.ClaimAsync();
        var putOff = await store.Sender.ClaimAsync();
        await store.Sender.SettleAsync(putOff!, new Postponement(Given.Now.AddMinutes(5), "429") { Attempts = [new(ana, Given.Now.AddSeconds(1))] });

        var taken = Assert.Single(await store.Sender.TakeAsync(Given.Now.AddSeconds(20)));

        // The person's chat may have been made as well.
        var ben = "person:" + Given.Ben;
        Assert.Equal(
            [new(done.Lane, Given.Now), new(ana, Given.Now.AddSeconds(1)), new(ben, Given.Now.AddSeconds(20)), new(ben, Given.Now.AddSeconds(20))], taken.Attempts);
        Assert.Equal([new(ana, Given.Now.AddMinutes(5))], taken.PutOff);
        Assert.Equal(1, await store.Leases.ForgetAsync(Given.Now, Stop));
    }

    private static async Task<StoreUnderTest> GivenAsync(StoreProvider provider, params NewMessage[] messages)
    {
        var store = await StoreUnderTest.NewAsync(provider);
        await store.Outbox.AddAsync(Given.Says(messages), Stop);
        return store;
    }

    private static Task<TakenLease?> Take(StoreUnderTest store, DateTimeOffset now) => store.Leases.TakeAsync(Given.Tenant, Length, now, Stop);

    private static async Task<OutboxMessage?> ClaimAsync(StoreUnderTest store, OutboxLease lease, string lane) => (await store.Outbox.ClaimAsync(lease, [new(lane, Answers: false)], Given.Now, Stop))[0];

    private static async Task<bool> SettleAsync(StoreUnderTest store, OutboxLease lease, OutboxMessage message, MessageFate fate) =>
        (await store.Outbox.SettleAsync(lease, message, fate, null, Given.Now, Stop)).IsWritten;
}
