using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class OutboxStoreTests
{
    private static readonly MessageTarget ToBen = new MessageTarget.Person(Given.Ben);
    private static readonly MessageTarget ToAna = new MessageTarget.Person(Given.Ana);
    private static readonly MessageTarget ToChannel = new MessageTarget.Channel(Given.Plant);
    private static readonly MessageTarget ToPlace = new MessageTarget.Conversation(Given.Tenant, "19:week@thread.tacv2;messageid=17");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task AddAsync_twice_is_one_message_and_wakes_the_sender_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        await Add(store, Given.Message("digest Ben"), Given.Message("digest Ben"));
        var woken = await store.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop);
        await Add(store, Given.Message("digest Ben"));

        Assert.True(woken);
        Assert.False(await store.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop));
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task AddAsync_of_two_processes_at_once_writes_a_key_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Add(at % 2 == 0 ? store : other, Given.Message("page"), Given.Message($"page {at / 2}"))));

        Assert.Equal(7, (await store.Outbox.RecentAsync(Given.Plant, 100, Stop)).Count);
    }

    [Theory, OnBothStores]
    public async Task AddAsync_of_a_chain_leaves_only_the_newest_of_each_target(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("Mon", ToBen, chain: "digest"), Given.Message("other chain", ToBen, chain: "page"), Given.Message("Ana", ToAna, chain: "digest"));

        await Add(store, Given.Message("Tue", ToBen, chain: "digest"), Given.Message("Wed", ToBen, chain: "digest"));
        await Add(store, Given.Message("Mon", ToBen, chain: "digest"));

        Assert.Equal(
            [("Wed", OutboxState.Pending), ("Tue", OutboxState.Superseded), ("Ana", OutboxState.Pending), ("other chain", OutboxState.Pending), ("Mon", OutboxState.Superseded)],
            (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).Select(message => (message.Key, message.State)));
    }

    [Theory, OnBothStores]
    public async Task ClaimAsync_gives_the_message_as_it_was_written(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var written = Given.Message("form", ToPlace, MessageKind.Record, "chain", "track", Given.Now);
        await Add(store, written);

        var claimed = await Claim(store);

        Assert.Equal((written.Plant, written.Key, written.Target, written.Card, written.Kind, written.Chain, written.TrackAs, written.NotBefore),
            (claimed!.Plant, claimed.Key, claimed.Target, claimed.Card, claimed.Kind, claimed.Chain, claimed.TrackAs, claimed.NotBefore));
        Assert.Equal((OutboxState.Sending, Given.Now, 0, 0), (claimed.State, claimed.ClaimedAt!.Value, claimed.Tries, claimed.Repeats));
        Assert.Null(await Claim(store));
    }

    [Theory, OnBothStores]
    public async Task ClaimAsync_keeps_the_order_of_a_lane_and_lets_other_lanes_go_on(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("Ben 1", ToBen), Given.Message("Ben 2", ToBen), Given.Message("Ana 1", ToAna));

        var first = await Claim(store);
        var second = await Claim(store);
        var blocked = await Claim(store);
        await Settle(store, first!);

        Assert.Equal(["Ben 1", "Ana 1"], [first!.Key, second!.Key]);
        Assert.Null(blocked);
        Assert.Equal("Ben 2", (await Claim(store))!.Key);
    }

    [Theory, OnBothStores]
    public async Task ClaimAsync_waits_behind_a_retry_but_not_behind_what_is_meant_for_later(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("tomorrow", ToBen, notBefore: Given.Now.AddDays(1)), Given.Message("now", ToBen), Given.Message("next", ToBen));

        var now = await Claim(store);
        await store.Sender.SettleAsync(now!, new Postponement(Given.Now.AddSeconds(30), "429"));
        var waiting = await Claim(store);
        var again = await store.Sender.ClaimAsync(Given.Now.AddSeconds(30));

        Assert.Equal("now", now!.Key);
        Assert.Null(waiting);
        Assert.Equal(("now", 1, "429"), (again!.Key, again.Tries, again.Reason));
    }

    [Theory, OnBothStores]
    public async Task ClaimAsync_lets_an_answer_overtake_but_not_another_answer(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("digest", ToBen));
        await Claim(store);
        await Add(store, Given.Message("page", ToBen), Given.Message("answer 1", ToBen, MessageKind.Answer), Given.Message("answer 2", ToBen, MessageKind.Answer));

        var first = await Claim(store);
        var blocked = await Claim(store);
        await Settle(store, first!);

        Assert.Equal("answer 1", first!.Key);
        Assert.Null(blocked);
        Assert.Equal("answer 2", (await Claim(store))!.Key);
    }

    [Theory, OnBothStores]
    public async Task ClaimAsync_holds_what_is_for_the_channel_until_one_is_known(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("page 1", ToChannel));
        var unknown = await Claim(store);
        var counted = await store.Outbox.PendingCountAsync(Stop);
        await store.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop);

        await store.Conversations.BindAsync(Given.Plant, Given.Tenant, "19:week@thread.tacv2", ChannelUse.Week, Stop);
        await Add(store, Given.Message("in the thread", ToPlace), Given.Message("page 2", ToChannel));

        Assert.Null(unknown);
        Assert.Equal(0, counted);
        Assert.True(await store.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop));
        Assert.Equal(3, await store.Outbox.PendingCountAsync(Stop));
        Assert.Equal("page 1", (await Claim(store))!.Key);
        Assert.Null(await Claim(store));
    }

    [Theory, OnBothStores]
    public async Task ClaimAsync_of_many_workers_gives_each_message_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, [.. Enumerable.Range(0, 30).Select(at => Given.Message($"{at}", new MessageTarget.Person(PersonKey.Of(Given.Tenant, $"{at % 15}"))))]);
        await store.Sender.TakeAsync();

        var claimed = (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DrainAsync(store)))).SelectMany(keys => keys).ToList();

        Assert.Equal(30, claimed.Count);
        Assert.Equal(30, claimed.Distinct().Count());

        static async Task<List<string>> DrainAsync(StoreUnderTest store)
        {
            var keys = new List<string>();
            for (var empty = 0; empty < 3;)
            {
                if (await Claim(store) is not { } message) { empty++; continue; }
                keys.Add(message.Key);
                await Settle(store, message);
            }
            return keys;
        }
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_takes_up_the_next_one_and_says_whether_more_waits(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("Ben 1", ToBen), Given.Message("Ben 2", ToBen), Given.Message("Ana 1", ToAna), Given.Message("Ben later", ToBen, notBefore: Given.Now.AddDays(1)));
        var (first, lease) = (await Claim(store), store.Sender.LeaseOf(Given.Tenant));

        var ana = await store.Outbox.SettleAsync(lease, first!, Sent, new($"person:{Given.Ana}", Answers: false), Given.Now, Stop);
        var ben = await store.Outbox.SettleAsync(lease, ana.Next!, Sent, new($"person:{Given.Ben}", Answers: false), Given.Now, Stop);
        var last = await store.Outbox.SettleAsync(lease, ben.Next!, Sent, new($"person:{Given.Ben}", Answers: false), Given.Now, Stop);

        Assert.Equal(("Ana 1", true), (ana.Next!.Key, ana.IsMore));
        Assert.Equal(("Ben 2", false), (ben.Next!.Key, ben.IsMore));
        Assert.Equal((true, false, null), (last.IsWritten, last.IsMore, last.Next));
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_takes_up_nothing_that_waits_for_what_is_put_off_or_in_hand(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("Ben 1", ToBen), Given.Message("Ben 2", ToBen), Given.Message("Ana 1", ToAna), Given.Message("Ana 2", ToAna));
        var (ben, ana, lease) = (await Claim(store), await Claim(store), store.Sender.LeaseOf(Given.Tenant));

        var behindAna = await store.Outbox.SettleAsync(lease, ben!, new Postponement(Given.Now.AddSeconds(9), "429"), new($"person:{Given.Ana}", Answers: false), Given.Now, Stop);
        var behindBen = await store.Outbox.SettleAsync(lease, ana!, Sent, new($"person:{Given.Ben}", Answers: false), Given.Now, Stop);

        Assert.Equal((true, true, null), (behindAna.IsWritten, behindAna.IsMore, behindAna.Next));
        Assert.Equal((true, true, null), (behindBen.IsWritten, behindBen.IsMore, behindBen.Next));
    }

    [Theory, OnBothStores]
    public async Task An_edit_from_elsewhere_follows_and_replaces_those_of_the_same_card(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, Given.Message("from the chat", ToBen, MessageKind.Edit, "edit:agenda", "agenda"));
        var first = await Claim(store);
        await Add(store, Given.Message("from the thread", ToPlace, MessageKind.Edit, "edit:agenda", "agenda"));
        await Add(store, Given.Message("from the other chat", ToAna, MessageKind.Edit, "edit:agenda", "agenda"));

        var blocked = await Claim(store);
        await Settle(store, first!);

        Assert.Equal("from the chat", first!.Key);
        Assert.Null(blocked);
        Assert.Equal("from the other chat", (await Claim(store))!.Key);
        Assert.Null(await Claim(store));
    }

    private static Settlement Sent => new(OutboxState.Sent, Given.Now) { Conversation = "19:ben", ActivityId = "activity" };

    private static Task Add(StoreUnderTest store, params NewMessage[] messages) => store.Outbox.AddAsync(Given.Says(messages), Stop);

    private static Task<OutboxMessage?> Claim(StoreUnderTest store) => store.Sender.ClaimAsync();

    private static Task<bool> Settle(StoreUnderTest store, OutboxMessage message) =>
        store.Sender.SettleAsync(message, new Settlement(OutboxState.Sent, Given.Now) { Conversation = "19:ben", ActivityId = "activity", Text = "text" });
}
