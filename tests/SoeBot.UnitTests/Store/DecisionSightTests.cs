using SoeBot.Domain.Meetings;
using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Reading;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class DecisionSightTests
{
    private static readonly PersonKey Cleo = PersonKey.Of(Given.Tenant, "cleo"), Dan = PersonKey.Of(Given.Tenant, "dan");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task PeopleAsync_gives_those_asked_for_and_the_leads_of_the_plant(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        foreach (var (key, name) in ((PersonKey, string)[])[(Given.Ana, "Ana"), (Given.Ben, "Ben"), (Cleo, "Cleo"), (Dan, "Dan")])
            await store.People.SeenAsync(key, name, key == Dan ? null : "29:" + key.ObjectId, null, null, Stop);
        await store.People.GrantAsync(Given.Plant, Given.Ana, Role.Lead, Effect.None, Stop);
        await store.People.GrantAsync(Given.Plant, Given.Ana, Role.Planning, Effect.None, Stop);
        await store.People.GrantAsync(Given.Plant, Given.Ben, Role.Sales, Effect.None, Stop);
        await store.People.GrantAsync(new("elsewhere"), Cleo, Role.Lead, Effect.None, Stop);

        Assert.Equal(
            [new(new Person(Given.Ana, "Ana"), "29:" + Given.Ana.ObjectId, true, true), new(new Person(Given.Ben, "Ben"), "29:" + Given.Ben.ObjectId, false, true), new(new Person(Dan, "Dan"), null, false, false)],
            (IEnumerable<SightedPerson>)(await store.DecisionSight.PeopleAsync(Given.Plant, [Given.Ben, Dan, PersonKey.Of(Given.Tenant, "unknown")], Stop)).OrderBy(one => one.Person.Name));
    }

    [Theory, OnBothStores]
    public async Task ChairAsync_is_told_only_while_the_meeting_is_open(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = new MeetingId(Guid.NewGuid());
        await store.Meetings.StartAsync(Meeting.Start(id, Given.Plant, Given.Today, AgendaTemplate.WeeklyId, Given.Ana, "19:meeting_1", null, Given.Now), Effect.None, Stop);

        Assert.Equal(Given.Ana, await store.DecisionSight.ChairAsync(id, Stop));
        await store.Meetings.ChangeAsync(id, meeting => (meeting.Close(0, Given.Ana, Given.Now), Effect.None), Stop);
        Assert.Null(await store.DecisionSight.ChairAsync(id, Stop));
        Assert.Null(await store.DecisionSight.FindAsync(Given.Plant, 1, Stop));
    }
}
