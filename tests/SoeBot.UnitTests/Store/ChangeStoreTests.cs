using SoeBot.Domain.Changes;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class ChangeStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PersonKey Cleo = PersonKey.Of(Given.Tenant, "cleo");

    private static readonly ChangeImpact Impact = new()
    {
        PlanVersion = 3, From = new(2026, 1, 13), To = new(2026, 1, 8), Zone = Fence.Frozen, FirstSlot = Given.Now.AddDays(2), Words = "40 x Mountain-500", Lines = ["WO7"], Hours = 4.5m, Overtime = 4.5m,
        Displaced = [new("WO5", "FRAME", 10, new(2026, 1, 8), new(2026, 1, 9))], DisplacedCount = 1, DisplacedPieces = 10, Nothing = new(1, 5, 500), Doing = new(0, 0, null),
        Orders = [new("SO63216", new(2026, 1, 13), new(2026, 1, 8), new(2026, 1, 8), 500, true)], WorseOrders = 0, Changeovers = 1,
    };

    private static NewChange New() => new(
        new ChangeId(Guid.CreateVersion7()), Given.Plant, new ChangeWhat(ChangeKind.Move, ChangeSubject.Order, "SO63216") { To = new(2026, 1, 8) }, Given.Ana);

    [Theory, OnBothStores]
    public async Task DraftAsync_numbers_by_plant_and_the_same_id_twice_is_one_request(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var input = New();
        var first = await store.Changes.DraftAsync(input, Given.Now, request => new() { Audit = [Given.Audit(about: request.Name)] }, Stop);
        var again = await store.Changes.DraftAsync(input, Given.Now, request => new() { Audit = [Given.Audit(about: request.Name)] }, Stop);
        var second = await store.Changes.DraftAsync(New(), Given.Now, _ => Effect.None, Stop);
        Assert.Equal((1, 1, 2, true), (first.Request.Number, again.Request.Number, second.Request.Number, again.AlreadyThere));
        Assert.Single(await store.Audit.AboutAsync(Given.Plant, "C-1", Stop));
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_keeps_all_that_was_computed_asked_and_signed(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = (await store.Changes.DraftAsync(New(), Given.Now, _ => Effect.None, Stop)).Request.Id;
        await store.Changes.ChangeAsync(id, request => (request.Check(Impact with { Zone = Fence.Firm }, Given.Now), Effect.None), Stop);
        await store.Changes.ChangeAsync(id, request => (request.Send(Given.Ana, new(ChangeReason.LineStop, "line stops", true, new(2026, 1, 8)), [Role.Procurement], false, Given.Now), Effect.None), Stop);
        var waiting = Assert.Single(await store.Changes.WaitingAsync(Given.Plant, Stop));
        Assert.Equal((ChangeState.Asked, Role.Procurement, Given.Now.AddDays(2)), (waiting.State, Assert.Single(waiting.Required), waiting.ExpiresAt));
        Assert.Equivalent(Impact with { Zone = Fence.Firm }, waiting.Impact, strict: true);

        var signed = await store.Changes.ChangeAsync(id, request => (request.Sign(Given.Ben, new(false, false, false, new HashSet<Role> { Role.Procurement }), Signature.Agrees, null, request.Version, Given.Now), Effect.None), Stop);

        Assert.Equal(ChangeOutcome.Changed, signed.Outcome);
        Assert.Empty(await store.Changes.WaitingAsync(Given.Plant, Stop));
        var found = Assert.Single(await store.Changes.EffectiveAsync(Given.Plant, Given.Now, Stop));
        Assert.Equal([ChangeEventKind.Drafted, ChangeEventKind.Checked, ChangeEventKind.Sent, ChangeEventKind.Agreed, ChangeEventKind.Approved], found.Events.Select(one => one.Kind));
        Assert.Equal(found.Version, (await store.ChangeSight.FindAsync(Given.Plant, 1, Stop))?.Version);
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_of_two_at_once_lets_one_decide_and_shows_the_other_what_it_was(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var id = (await store.Changes.DraftAsync(New(), Given.Now, _ => Effect.None, Stop)).Request.Id;
        await store.Changes.ChangeAsync(id, request => (request.Check(Impact, Given.Now), Effect.None), Stop);
        await store.Changes.ChangeAsync(id, request => (request.Send(Given.Ana, new(ChangeReason.LineStop, "", false, null), [], false, Given.Now), Effect.None), Stop);
        var seen = (await store.Changes.FindAsync(id, Stop))!.Version;
        var (manager, second) = (new Standing(true, false, false, new HashSet<Role>()), new Standing(true, false, false, new HashSet<Role>()));

        var results = await Task.WhenAll(
            store.Changes.ChangeAsync(id, request => (request.Approve(Given.Ben, manager, null, seen, Given.Now), new Effect { Audit = [Given.Audit(about: "C-1")] }), Stop),
            other.Changes.ChangeAsync(id, request => (request.Reject(Cleo, second, "no welders", seen, Given.Now), new Effect { Audit = [Given.Audit(about: "C-1")] }), Stop));

        Assert.Equal([ChangeOutcome.Changed, ChangeOutcome.AlreadyEnded], results.Select(one => one.Outcome).Order());
        Assert.Single((await store.Changes.FindAsync(id, Stop))!.Events, one => one.Kind is ChangeEventKind.Approved or ChangeEventKind.Rejected);
    }

    [Theory, OnBothStores]
    public async Task PeopleAsync_gives_everybody_with_a_role_and_those_asked_for(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.People.SeenAsync(Given.Ana, "Ana", "29:ana", null, null, Stop);
        await store.People.SeenAsync(Given.Ben, "Ben", "29:ben", null, null, Stop);
        await store.People.GrantAsync(Given.Plant, Given.Ben, Role.PlantManager, Effect.None, Stop);
        var people = await store.ChangeSight.PeopleAsync(Given.Plant, [Given.Ana], Stop);
        Assert.Equal(["Ana", "Ben"], people.Select(one => one.Person.Name).Order());
        Assert.Equal([Given.Ben], (await store.ChangeSight.StaffingAsync(Given.Plant, new(2026, 1, 5), Stop)).HoldersOf(Role.PlantManager));
    }
}
