using Microsoft.EntityFrameworkCore;
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
        Assert.Equal([new PostedCard(Given.Tenant, "19:week", "a1", $"chat:{Given.Tenant}/19:week", null)], await store.Outbox.PostedAsync("look-ahead", Stop));
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

        var repeat = await store.Sender.ClaimAsync();
        await store.Sender.SettleAsync(repeat!, new Settlement(OutboxState.Unknown, Given.Now) { Reason = "timeout" });

        Assert.Equal(("reminder", 1), (repeat!.Key, repeat.Repeats));
        Assert.All(await store.Outbox.RecentAsync(Given.Plant, 10, Stop), message => Assert.Equal(OutboxState.Unknown, message.State));
    }

    [Theory, OnBothStores]
    public async Task PostponeAsync_counts_a_try_only_when_nobody_named_the_time(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ClaimedAsync(store, Given.Message("reminder"));
        await store.Sender.SettleAsync(await NewestAsync(store), new Postponement(Given.Now.AddSeconds(9), "429", CountsAsTry: false));
        Assert.Null(await store.Sender.ClaimAsync(Given.Now.AddSeconds(8)));

        var again = await store.Sender.ClaimAsync(Given.Now.AddSeconds(9));
        await store.Sender.SettleAsync(again!, new Postponement(Given.Now.AddSeconds(10), "412"));

        Assert.Equal((0, "429"), (again!.Tries, again.Reason));
        Assert.Equal((1, "412"), (await store.Sender.ClaimAsync(Given.Now.AddSeconds(10))) is { } third ? (third.Tries, third.Reason) : default);
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_sends_the_edit_that_came_while_the_card_was_on_its_way(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("agenda", place, MessageKind.Answer, trackAs: "agenda"));
        var posting = await NewestAsync(store);
        await ClaimedAsync(store, Given.Message("edit", place, MessageKind.Edit, trackAs: "agenda"));
        await SettleAsync(store, OutboxState.Silent);

        await store.Sender.SettleAsync(posting, new Settlement(OutboxState.Sent, Given.Now.AddSeconds(2)) { Conversation = "19:week", ActivityId = "a1" });

        Assert.Equal([("agenda", OutboxState.Sent, 0), ("edit", OutboxState.Pending, 0)], await States(store));
    }

    [Fact]
    public async Task SettleAsync_of_an_edit_waits_for_whoever_is_just_posting_its_card()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.PostgreSql);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("agenda", place, MessageKind.Answer, trackAs: "agenda"));
        var posting = await NewestAsync(store);
        await ClaimedAsync(store, Given.Message("edit", place, MessageKind.Edit, trackAs: "agenda"));
        var edit = await NewestAsync(store);

        // Another sender has its hand on the card and has written where it stands, but not committed yet.
        await using var db = await store.Database.OpenAsync(Stop);
        await using var other = await db.Database.BeginTransactionAsync(Stop);
        await db.Database.ExecuteSqlAsync($"update outbox set state = 'Sent' where id = {posting.Id}", Stop);
        await db.Database.ExecuteSqlAsync($"insert into posted_cards (track_as, tenant, conversation, activity_id) values ('agenda', {Given.Tenant}, '19:week', 'a1')", Stop);
        var settling = store.Sender.SettleAsync(edit, new Settlement(OutboxState.Silent, Given.Now.AddSeconds(2)) { FoundNoCard = true });
        const string waiting = "select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (!settling.IsCompleted && await store.AskAsync<int>(waiting) == 0) await Task.Yield();
        await other.CommitAsync(Stop);
        await settling;

        Assert.Contains(("edit", OutboxState.Pending, 0), await States(store));
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_of_an_edit_whose_card_was_posted_meanwhile_sends_it(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("agenda", place, MessageKind.Answer, trackAs: "agenda"));
        var posting = await NewestAsync(store);
        await ClaimedAsync(store, Given.Message("edit", place, MessageKind.Edit, trackAs: "agenda"));
        var edit = await NewestAsync(store);
        await store.Sender.SettleAsync(posting, new Settlement(OutboxState.Sent, Given.Now.AddSeconds(2)) { Conversation = "19:week", ActivityId = "a1" });

        await store.Sender.SettleAsync(edit, new Settlement(OutboxState.Silent, Given.Now.AddSeconds(2)) { FoundNoCard = true });

        Assert.Equal([("agenda", OutboxState.Sent, 0), ("edit", OutboxState.Pending, 0)], await States(store));
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

        Assert.Equal([new PostedCard(Given.Tenant, "19:week", "a1", $"chat:{Given.Tenant}/19:week", null)], await store.Outbox.PostedAsync("agenda", Stop));
        Assert.Equal([("agenda", OutboxState.Sent, 0), ("edit", OutboxState.Pending, 0)], await States(store));
    }

    [Theory, OnBothStores]
    public async Task SeenAsync_finds_it_also_before_anybody_said_that_its_sender_is_lost(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("agenda", place, MessageKind.Answer, trackAs: "agenda"));

        await store.Outbox.SeenAsync(Given.Tenant, "19:week", $"{Given.Now.AddDays(-1).ToUnixTimeMilliseconds()}", Stop);
        Assert.Empty(await store.Outbox.PostedAsync("agenda", Stop));
        await store.Outbox.SeenAsync(Given.Tenant, "19:week", $"{Given.Now.ToUnixTimeMilliseconds()}", Stop);

        Assert.Single(await store.Outbox.PostedAsync("agenda", Stop));
        Assert.Equal([("agenda", OutboxState.Sent, 0)], await States(store));
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

    [Theory, OnBothStores]
    public async Task SeenAsync_waits_for_what_is_being_sent_there_before_it_says_which_one_was_pressed(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var place = new MessageTarget.Conversation(Given.Tenant, "19:week");
        await ClaimedAsync(store, Given.Message("lost", place, MessageKind.Answer, trackAs: "lost"));
        await SettleAsync(store, OutboxState.Unknown);
        await store.Outbox.AddAsync(Given.Says(Given.Message("form", place, MessageKind.Answer, trackAs: "form")), Stop);
        var sending = (await store.Sender.ClaimAsync(TimeProvider.System.GetUtcNow()))!;

        var pressed = (Form: store.Outbox.SeenAsync(Given.Tenant, "19:week", "a1", Stop), Lost: store.Outbox.SeenAsync(Given.Tenant, "19:week", "a2", Stop));
        await store.Sender.SettleAsync(sending, new Settlement(OutboxState.Sent, TimeProvider.System.GetUtcNow()) { Conversation = "19:week", ActivityId = "a1" });
        await Task.WhenAll(pressed.Form, pressed.Lost);

        Assert.Equal([("form", OutboxState.Sent, 0), ("lost", OutboxState.Sent, 0)], await States(store));
        Assert.Equal("a1", Assert.Single(await store.Outbox.PostedAsync("form", Stop)).ActivityId);
        Assert.Equal("a2", Assert.Single(await store.Outbox.PostedAsync("lost", Stop)).ActivityId);
    }

    private static async Task ClaimedAsync(StoreUnderTest store, NewMessage message)
    {
        await store.Outbox.AddAsync(Given.Says(message), Stop);
        Assert.NotNull(await store.Sender.ClaimAsync());
    }

    private static async Task SettleAsync(StoreUnderTest store, OutboxState state, string? conversation = null, string? activity = null)
    {
        await store.Sender.SettleAsync(await NewestAsync(store), new Settlement(state, Given.Now.AddSeconds(1)) { Conversation = conversation, ActivityId = activity, Text = "the text" });
    }

    private static async Task<OutboxMessage> NewestAsync(StoreUnderTest store) => (await store.Outbox.RecentAsync(Given.Plant, 1, Stop))[0];

    private static async Task<IEnumerable<(string Key, OutboxState State, int Repeats)>> States(StoreUnderTest store) =>
        (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).OrderBy(message => message.Key, StringComparer.Ordinal).Select(message => (message.Key, message.State, message.Repeats));
}
