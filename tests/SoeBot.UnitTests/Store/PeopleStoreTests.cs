using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class PeopleStoreTests
{
    private static readonly PlantId Elsewhere = new("tijuana");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task SeenAsync_keeps_what_a_later_sighting_does_not_tell(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.People.SeenAsync(Given.Ana, "Ana", "29:ana", "America/Los_Angeles", "en-US", Stop);
        await store.People.SeenAsync(Given.Ana, "Ana Trujillo", null, null, "es-MX", Stop);

        Assert.Equal(new Person(Given.Ana, "Ana Trujillo", "America/Los_Angeles", "es-MX"), await store.People.FindAsync(Given.Ana, Stop));
        Assert.Equal("29:ana", await store.People.MriAsync(Given.Ana, Stop));
        Assert.Equal(Given.Ana, (await store.People.PersonByMriAsync("29:ana", Stop))!.Key);
        Assert.Equal([Given.Ana], (await store.People.NamesAsync([Given.Ana, Given.Ben], Stop)).Keys);
        Assert.Null(await store.People.FindAsync(Given.Ben, Stop));
        Assert.Null(await store.People.PersonByMriAsync("29:ben", Stop));
    }

    [Theory, OnBothStores]
    public async Task SeenAsync_of_many_at_once_is_one_person(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(at => (at % 2 == 0 ? store : other).People.SeenAsync(Given.Ana, "Ana", "29:ana", null, null, Stop)));

        Assert.Equal(1, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM people"));
    }

    [Theory, OnBothStores]
    public async Task Roles_are_granted_and_revoked_once_and_hold_in_one_plant(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var effect = new Effect { Audit = [Given.Audit("role.grant", "Ana")] };
        Assert.False(await store.People.HasAnyRoleHolderAsync(Given.Plant, Stop));

        var granted = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => (at % 2 == 0 ? store : other).People.GrantAsync(Given.Plant, Given.Ana, Role.Lead, effect, Stop)));
        await store.People.GrantAsync(Given.Plant, Given.Ben, Role.PlantManager, Effect.None, Stop);

        Assert.Single(granted, first => first);
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
        Assert.Equal([new RoleHolder(Given.Ana, Role.Lead), new RoleHolder(Given.Ben, Role.PlantManager)], (await store.People.RolesAsync(Given.Plant, Stop)).OrderBy(holder => holder.Role.ToString()));
        Assert.True(await store.People.HasAnyRoleHolderAsync(Given.Plant, Stop));
        Assert.True(await store.People.HoldsAsync(Given.Plant, Given.Ana, Role.Lead, Stop));
        Assert.False(await store.People.HoldsAsync(Given.Plant, Given.Ana, Role.PlantManager, Stop));
        Assert.False(await store.People.HoldsAsync(Elsewhere, Given.Ana, Role.Lead, Stop));
        Assert.True(await store.People.HoldsAnyAsync(Given.Plant, Given.Ben, Stop));
        Assert.False(await store.People.HoldsAnyAsync(Elsewhere, Given.Ben, Stop));
        Assert.False(await store.People.HasAnyRoleHolderAsync(Elsewhere, Stop));
        Assert.Equal(RevokeOutcome.Revoked, await store.People.RevokeAsync(Given.Plant, Given.Ana, Role.Lead, effect, Stop));
        Assert.Equal(RevokeOutcome.NotHeld, await store.People.RevokeAsync(Given.Plant, Given.Ana, Role.Lead, effect, Stop));
        Assert.False(await store.People.HoldsAnyAsync(Given.Plant, Given.Ana, Stop));
        Assert.Equal(2, (await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)).Count);
    }

    [Theory, OnBothStores]
    public async Task RevokeAsync_keeps_one_administrator_when_two_take_each_others_right(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await store.People.GrantAsync(Given.Plant, Given.Ana, Role.Administrator, Effect.None, Stop);
        await store.People.GrantAsync(Given.Plant, Given.Ben, Role.Administrator, Effect.None, Stop);

        var outcomes = await Task.WhenAll(
            store.People.RevokeAsync(Given.Plant, Given.Ana, Role.Administrator, Effect.None, Stop), other.People.RevokeAsync(Given.Plant, Given.Ben, Role.Administrator, Effect.None, Stop));

        Assert.Equal([RevokeOutcome.Revoked, RevokeOutcome.LastAdministrator], outcomes.Order());
        Assert.Single(await store.People.RolesAsync(Given.Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task GrantFirstAsync_gives_all_roles_and_says_so_or_does_neither(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.True(await store.People.GrantFirstAsync(Given.Plant, Given.Ana, [Role.Lead, Role.Planning], Given.Says(Given.Message("first")), Stop));
        Assert.False(await store.People.GrantFirstAsync(Given.Plant, Given.Ben, [Role.Lead], Given.Says(Given.Message("second")), Stop));

        Assert.Equal([(Given.Ana, Role.Lead), (Given.Ana, Role.Planning)], (await store.People.RolesAsync(Given.Plant, Stop)).Select(holder => (holder.Person, holder.Role)));
        Assert.Equal("first", Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 9, Stop)).Key);
    }

    [Theory, OnBothStores]
    public async Task ChatAsync_is_the_newest_personal_one_that_the_bot_is_still_in(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var chat = new SeenConversation(Given.Tenant, "a:old", ConversationUse.Personal, "https://smba/1", null, null, Given.Ana, "28:bot", Given.Now);
        await store.Conversations.SeenAsync(chat, Stop);
        var nameless = await store.People.ChatAsync(Given.Ana, Stop);
        await store.People.SeenAsync(Given.Ana, "Ana", "29:ana", null, null, Stop);
        await store.Conversations.SeenAsync(chat with { Id = "a:new", ServiceUrl = "https://smba/2", At = Given.Now.AddDays(1) }, Stop);
        await store.Conversations.SeenAsync(chat with { Id = "19:group", Use = ConversationUse.Group, At = Given.Now.AddDays(2) }, Stop);

        Assert.Null(nameless);
        Assert.Equal(new PersonalChat(Given.Tenant, "a:new", "https://smba/2", "29:ana"), await store.People.ChatAsync(Given.Ana, Stop));
        await store.Conversations.RemovedAsync(Given.Tenant, "a:new", Stop);
        Assert.Equal("a:old", (await store.People.ChatAsync(Given.Ana, Stop))!.Conversation);
        await store.Conversations.RemovedAsync(Given.Tenant, "a:old", Stop);
        Assert.Null(await store.People.ChatAsync(Given.Ana, Stop));
    }

    [Theory, OnBothStores]
    public async Task A_plant_remembers_notes_and_its_clock(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var offset = TimeSpan.FromTicks(123_456_789_012);
        Assert.Equal(TimeSpan.Zero, await store.Plants.ClockOffsetAsync(Given.Plant, Stop));
        Assert.Null(await store.Plants.GetNoteAsync(Given.Plant, "template", Stop));

        await store.Plants.SetClockOffsetAsync(Given.Plant, offset, new() { Audit = [Given.Audit("clock", "clock")] }, Stop);
        await store.Plants.SetNoteAsync(Given.Plant, "template", "weekly", Effect.None, Stop);
        await store.Plants.SetNoteAsync(Given.Plant, "template", "daily", Effect.None, Stop);

        Assert.Equal(offset, await store.Plants.ClockOffsetAsync(Given.Plant, Stop));
        Assert.Equal("daily", await store.Plants.GetNoteAsync(Given.Plant, "template", Stop));
        Assert.Equal(TimeSpan.Zero, await store.Plants.ClockOffsetAsync(Elsewhere, Stop));
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }
}
