using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Inbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class InboxStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task AddAsync_takes_an_activity_once_and_wakes_the_worker(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Add(at % 2 == 0 ? store : other, "19:a", "1")));

        Assert.Single(added, first => first);
        Assert.True(await Add(store, "19:b", "1"));
        Assert.True(await store.InboxSignal.WaitAsync(TimeSpan.Zero, Stop));
        Assert.False(await store.InboxSignal.WaitAsync(TimeSpan.Zero, Stop));
    }

    [Theory, OnBothStores]
    public async Task ClaimNextAsync_keeps_the_order_of_a_conversation(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, "19:a", "1");
        await Add(store, "19:a", "2");
        await Add(store, "19:b", "1");

        var first = await Claim(store);
        var other = await Claim(store);
        var blocked = await Claim(store);
        await store.Inbox.DoneAsync(first!.Id, Given.Says(Given.Message("answer")), Stop);

        Assert.Equal(new InboxMessage(first.Id, "19:a", "1", "{}", Given.Now, 1), first);
        Assert.Equal("19:b", other!.Conversation);
        Assert.Null(blocked);
        Assert.Equal("2", (await Claim(store))!.ActivityId);
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task ClaimNextAsync_of_many_workers_gives_each_activity_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        for (var at = 0; at < 12; at++) await Add(store, $"19:{at}", "1");

        var claimed = await Task.WhenAll(Enumerable.Range(0, 24).Select(at => Claim(at % 2 == 0 ? store : other)));

        var ids = claimed.OfType<InboxMessage>().Select(message => message.Id).ToList();
        while (await Claim(store) is { } rest) ids.Add(rest.Id);
        Assert.Equal(12, ids.Count);
        Assert.Equal(12, ids.Distinct().Count());
    }

    [Theory, OnBothStores]
    public async Task FailAsync_tries_again_later_and_parks_at_the_fifth_time(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, "19:a", "bad");
        await Add(store, "19:a", "next");
        var now = Given.Now;
        for (var tries = 1; tries <= 5; tries++)
        {
            var message = await store.Inbox.ClaimNextAsync(now, Stop);
            Assert.Equal(("bad", tries), (message!.ActivityId, message.Tries));
            await store.Inbox.FailAsync(message.Id, "no such order", now, Stop);
            if (tries < 5) Assert.Null(await store.Inbox.ClaimNextAsync(now, Stop));
            now = now.AddMinutes(1);
        }

        Assert.Equal("next", (await store.Inbox.ClaimNextAsync(now, Stop))!.ActivityId);
        Assert.Equal("Parked", await store.AskAsync<string>("SELECT state AS \"Value\" FROM inbox WHERE activity_id = 'bad'"));
    }

    [Theory, OnBothStores]
    public async Task RecoverAsync_takes_back_what_a_lost_process_had_in_hand_and_parks_what_kills(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, "19:a", "1");
        var living = await Claim(store);
        await store.Inbox.RecoverAsync(Stop);
        var held = await Claim(store);
        for (var tries = 2; tries <= 5; tries++)
        {
            await LoseAsync(store);
            await store.Inbox.RecoverAsync(Stop);
            Assert.Equal(tries, (await Claim(store))!.Tries);
        }
        await LoseAsync(store);
        await store.Inbox.RecoverAsync(Stop);

        Assert.Equal(1, living!.Tries);
        Assert.Null(held);
        Assert.Null(await Claim(store));
        Assert.Equal("Parked", await store.AskAsync<string>("SELECT state AS \"Value\" FROM inbox"));
    }

    [Theory, OnBothStores]
    public async Task ClaimNextAsync_takes_up_again_what_another_machine_holds_too_long(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, "19:a", "1");
        await Add(store, "19:a", "2");
        for (var tries = 1; tries <= 5; tries++) Assert.Equal(("1", tries), await ClaimAt(tries * 6));

        Assert.Null(await store.Inbox.ClaimNextAsync(Given.Now.AddMinutes(34), Stop));
        Assert.Equal(("2", 1), await ClaimAt(36));

        async Task<(string, int)> ClaimAt(int minutes)
        {
            var message = await store.Inbox.ClaimNextAsync(Given.Now.AddMinutes(minutes), Stop);
            return (message!.ActivityId, message.Tries);
        }
    }

    [Theory, OnBothStores]
    public async Task PurgeAsync_forgets_only_what_is_done(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Add(store, "19:a", "1");
        await Add(store, "19:b", "1");
        await store.Inbox.DoneAsync((await Claim(store))!.Id, Effect.None, Stop);

        Assert.Equal(0, await store.Inbox.PurgeAsync(Given.Now, Stop));
        Assert.Equal(1, await store.Inbox.PurgeAsync(Given.Now.AddSeconds(1), Stop));
        Assert.Equal("19:b", (await Claim(store))!.Conversation);
    }

    [Theory, OnBothStores]
    public async Task The_first_answer_to_an_invoke_is_kept_until_it_is_purged(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.InvokeAnswers.KeepAsync([new("19:a", "1", new(200, "{}")), new("19:a", "1", new(200, null))], Given.Now, Stop)));
        await store.InvokeAnswers.KeepAsync([new("19:a", "1", new(200, null))], Given.Now, Stop);

        Assert.Equal(new KeptAnswer(200, "{}"), await store.InvokeAnswers.FindAsync("19:a", "1", Stop));
        Assert.Null(await store.InvokeAnswers.FindAsync("19:a", "2", Stop));
        Assert.Equal(0, await store.Inbox.PurgeAsync(Given.Now, Stop));
        Assert.Equal(1, await store.Inbox.PurgeAsync(Given.Now.AddSeconds(1), Stop));
        Assert.Null(await store.InvokeAnswers.FindAsync("19:a", "1", Stop));
    }

    private static Task<bool> Add(StoreUnderTest store, string conversation, string activity) => store.Inbox.AddAsync(conversation, activity, "{}", Given.Now, Stop);

    private static Task<InboxMessage?> Claim(StoreUnderTest store) => store.Inbox.ClaimNextAsync(Given.Now, Stop);

    private static Task<int> LoseAsync(StoreUnderTest store) =>
        store.ExecuteAsync($"UPDATE inbox SET claimed_by = '{Environment.MachineName}|{int.MaxValue}|1'");
}
