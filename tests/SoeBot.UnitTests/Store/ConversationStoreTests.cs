using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class ConversationStoreTests
{
    private static readonly SeenConversation Channel = new(
        Given.Tenant, "19:week@thread.tacv2", ConversationUse.Channel, "https://smba/1", "SOE week", "19:team@thread.tacv2", null, "28:bot", Given.Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task SeenAsync_of_a_thread_is_its_conversation_and_the_later_sighting_counts(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Conversations.SeenAsync(Channel with { Id = Channel.Id + ";messageid=17" }, Stop);
        await store.Conversations.SeenAsync(Channel with { ServiceUrl = "https://smba/2", Name = null, At = Given.Now.AddMinutes(1) }, Stop);
        await store.Conversations.SeenAsync(Channel with { ServiceUrl = "https://smba/0", At = Given.Now.AddMinutes(-1) }, Stop);

        var found = await store.Conversations.FindAsync(Given.Tenant, Channel.Id + ";messageid=99", Stop);

        Assert.Equal(Channel with { ServiceUrl = "https://smba/2", At = Given.Now.AddMinutes(1) }, found);
    }

    [Theory, OnBothStores]
    public async Task SeenAsync_that_tells_nothing_new_is_not_written_for_an_hour(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Conversations.SeenAsync(Channel, Stop);

        await store.Conversations.SeenAsync(Channel with { At = Given.Now.AddMinutes(59) }, Stop);
        var soon = await store.Conversations.FindAsync(Given.Tenant, Channel.Id, Stop);
        await store.Conversations.SeenAsync(Channel with { At = Given.Now.AddMinutes(60) }, Stop);

        Assert.Equal(Given.Now, soon!.At);
        Assert.Equal(Given.Now.AddMinutes(60), (await store.Conversations.FindAsync(Given.Tenant, Channel.Id, Stop))!.At);
    }

    [Theory, OnBothStores]
    public async Task RemovedAsync_hides_it_until_it_is_seen_again(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Conversations.SeenAsync(Channel, Stop);
        await store.Conversations.BindAsync(Given.Plant, Given.Tenant, Channel.Id, ChannelUse.Week, Stop);

        await store.Conversations.RemovedAsync(Given.Tenant, Channel.Id, Stop);
        var gone = await store.Conversations.OfPlantAsync(Given.Plant, ChannelUse.Week, Stop);
        await store.Conversations.SeenAsync(Channel with { At = Given.Now.AddMinutes(1) }, Stop);

        Assert.Null(gone);
        Assert.Equal(Channel.Id, (await store.Conversations.OfPlantAsync(Given.Plant, ChannelUse.Week, Stop))!.Id);
    }

    [Theory, OnBothStores]
    public async Task BindAsync_tells_the_channel_from_the_meeting_and_the_last_binding_counts(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Conversations.SeenAsync(Channel, Stop);
        await store.Conversations.SeenAsync(Channel with { Id = "19:meeting", Use = ConversationUse.Meeting }, Stop);
        await store.Conversations.BindAsync(Given.Plant, Given.Tenant, "19:elsewhere", ChannelUse.Week, Stop);
        await store.Conversations.BindAsync(Given.Plant, Given.Tenant, Channel.Id + ";messageid=3", ChannelUse.Week, Stop);
        await store.Conversations.BindAsync(Given.Plant, Given.Tenant, "19:meeting", ChannelUse.Meeting, Stop);
        await store.Conversations.BindAsync(new PlantId("tijuana"), Given.Tenant, Channel.Id, ChannelUse.Week, Stop);

        Assert.Equal(Channel.Id, (await store.Conversations.OfPlantAsync(Given.Plant, ChannelUse.Week, Stop))!.Id);
        Assert.Equal("19:meeting", (await store.Conversations.OfPlantAsync(Given.Plant, ChannelUse.Meeting, Stop))!.Id);
        Assert.Equal([Given.Plant, new PlantId("tijuana")], await store.Conversations.PlantsOfAsync(Given.Tenant, Channel.Id, Stop));
        Assert.Empty(await store.Conversations.PlantsOfAsync(Given.Tenant, "19:elsewhere", Stop));
    }
}
