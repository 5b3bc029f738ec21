using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.OnlineMeetings;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class OnlineMeetingStoreTests
{
    private const string Chat = "19:meeting_x@thread.v2";

    /// <summary>Ana comes at 0, goes at 10, comes back at 15; Ben comes at 5 and goes at 20.</summary>
    private static readonly (bool Ana, bool Joined, int Minute)[] Events = [(true, true, 0), (false, true, 5), (true, false, 10), (true, true, 15), (false, false, 20)];
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Events_that_come_twice_and_in_any_order_say_the_same(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var chance = new Random(7);
        for (var day = 0; day < 6; day++)
        {
            var date = Given.Today.AddDays(day);
            foreach (var (ana, joined, minute) in Events.Concat(Events).OrderBy(_ => chance.Next()).ToList())
                await store.OnlineMeetings.SeeAsync(Chat + ";messageid=1", date, [ana ? Given.Ana : Given.Ben], joined, Given.Now.AddMinutes(minute), Effect.None, Stop);

            Assert.Equal(
                [new Presence(Given.Ana, Given.Now, null), new(Given.Ben, Given.Now.AddMinutes(5), Given.Now.AddMinutes(20))],
                await store.OnlineMeetings.PresencesAsync(Chat, date, Stop));
        }
    }

    [Theory, OnBothStores]
    public async Task Somebody_who_only_left_was_there(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        await store.OnlineMeetings.SeeAsync(Chat, Given.Today, [Given.Ben], joined: false, Given.Now, Effect.None, Stop);

        Assert.Equal([new Presence(Given.Ben, Given.Now, Given.Now)], await store.OnlineMeetings.PresencesAsync(Chat, Given.Today, Stop));
        Assert.Empty(await store.OnlineMeetings.PresencesAsync(Chat, Given.Today.AddDays(1), Stop));
    }

    [Theory, OnBothStores]
    public async Task The_calendar_entry_is_the_last_that_was_told(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.Null(await store.OnlineMeetings.FindAsync(Chat, Stop));

        await store.OnlineMeetings.LearnAsync(new(Chat, "Old", null, null, null, Given.Now.AddDays(-7)), Stop);
        var now = new OnlineMeeting(Chat, "Weekly", Given.Now, Given.Now.AddHours(1), Given.Ana, Given.Now);
        await store.OnlineMeetings.LearnAsync(now, Stop);

        Assert.Equal(now, await store.OnlineMeetings.FindAsync(Chat, Stop));
    }
}
