using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.People;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class AbsenceStoreTests
{
    private static readonly PersonKey Cleo = PersonKey.Of(Given.Tenant, "c");
    private static readonly PlantId Elsewhere = new("tijuana");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static NewAbsence Away(PersonKey person, int from, int days, PersonKey? deputy = null, PlantId? plant = null) =>
        new(Guid.CreateVersion7(), plant ?? Given.Plant, person, new DayRange(Given.Today.AddDays(from), Given.Today.AddDays(from + days - 1)), deputy, AbsenceScope.All, person, true);

    private static Effect Says(string what) => Given.Says(Given.Message(what)) with { Audit = [Given.Audit("absence.enter", what)] };

    private static Task<EnterResult> EnterAsync(StoreUnderTest store, params NewAbsence[] wanted) => store.Absences.EnterAsync(wanted, Given.Now, _ => Says("entered"), Stop);

    [Theory, OnBothStores]
    public async Task EnterAsync_writes_absence_audit_and_message_once_however_often_it_is_saved(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var wanted = Away(Given.Ben, 0, 5, Given.Ana);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => EnterAsync(at % 2 == 0 ? store : other, wanted)));

        Assert.Single(results, result => result.Outcome == EnterOutcome.Entered);
        Assert.All(results, result => Assert.Equal(wanted.Id, Assert.Single(result.Absences).Id));
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
        var read = (await store.Absences.FindAsync(wanted.Id, Stop))!;
        Assert.Equal((Given.Ben, Given.Today, Given.Today.AddDays(4), Given.Ana, AbsenceScope.All, true), (read.Person, read.From, read.Until, read.Deputy, read.Scope, read.GivesRights));
    }

    [Theory, OnBothStores]
    public async Task EnterAsync_with_a_deputy_who_is_away_names_the_day_and_writes_nothing_in_any_plant(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await EnterAsync(store, Away(Given.Ben, 0, 3));
        await EnterAsync(store, Away(Given.Ana, 2, 1, plant: Elsewhere));

        var result = await EnterAsync(store, Away(Given.Ben, 1, 4, Given.Ana), Away(Given.Ben, 1, 4, Given.Ana, Elsewhere));

        Assert.Equal((EnterOutcome.DeputyAway, Given.Today.AddDays(2)), (result.Outcome, result.DeputyAway));
        Assert.Equal(Given.Today.AddDays(2), Assert.Single(await store.Absences.FromAsync(Given.Plant, Given.Today, Stop)).LastDay);
        Assert.Equal(2, (await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)).Count);
    }

    [Theory, OnBothStores]
    public async Task EnterAsync_over_an_older_one_ends_that_the_day_before(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await EnterAsync(store, Away(Given.Ben, 0, 10, Given.Ana));
        await EnterAsync(store, Away(Given.Ben, 4, 2, Cleo));

        var staff = await store.Absences.StaffingAsync(Given.Plant, Given.Today, Stop);
        Assert.Equal([Given.Ana, Cleo, null], ((int[])[3, 5, 6]).Select(day => staff.AbsenceOf(Given.Ben, Given.Today.AddDays(day))?.Deputy));
    }

    [Theory, OnBothStores]
    public async Task EndAsync_ends_in_all_plants_and_says_so_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await EnterAsync(store, Away(Given.Ben, -2, 5), Away(Given.Ben, -2, 5, plant: Elsewhere));

        var ended = await store.Absences.EndAsync(Given.Ben, Given.Today, _ => Says("back"), Stop);
        var again = await store.Absences.EndAsync(Given.Ben, Given.Today, _ => Says("back again"), Stop);

        Assert.Equal([Given.Plant, Elsewhere], ended.Select(one => one.Plant).OrderBy(plant => plant.Value));
        Assert.Empty(again);
        Assert.Empty(await store.Absences.FromAsync(Given.Plant, Given.Today, Stop));
        Assert.DoesNotContain(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop), line => line.About == "back again");
    }

    [Theory, OnBothStores]
    public async Task EndOneAsync_ends_that_one_and_runs_twice_like_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var wanted = Away(Given.Ben, 0, 5);
        await EnterAsync(store, wanted, Away(Given.Ben, 10, 5));

        Assert.Null(await store.Absences.EndOneAsync(Guid.NewGuid(), Given.Today, _ => Effect.None, Stop));
        await store.Absences.EndOneAsync(wanted.Id, Given.Today.AddDays(2), _ => Says("ended"), Stop);
        var twice = await store.Absences.EndOneAsync(wanted.Id, Given.Today.AddDays(2), _ => Says("ended twice"), Stop);

        Assert.Equal(Given.Today.AddDays(1), twice!.LastDay);
        Assert.Equal(2, (await store.Absences.FromAsync(Given.Plant, Given.Today, Stop)).Count);
        Assert.DoesNotContain(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop), line => line.About == "ended twice");
    }

    [Theory, OnBothStores]
    public async Task AppointAsync_gives_role_and_deputy_in_one_and_says_what_changed(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Task<(bool, bool)> Appoint(PersonKey? holder, PersonKey? deputy, string what) => store.Deputies.AppointAsync(Given.Plant, Role.Planning, holder, deputy, (added, set) => Says($"{what} {added} {set}"), Stop);

        Assert.Equal((true, true), await Appoint(Given.Ana, Given.Ben, "one"));
        Assert.Equal((false, false), await Appoint(Given.Ana, Given.Ben, "two"));
        Assert.Equal((false, true), await Appoint(Given.Ana, Cleo, "three"));
        Assert.Equal((true, false), await Appoint(Cleo, null, "four"));

        Assert.Equal([Given.Ana, Cleo], (await store.People.RolesAsync(Given.Plant, Stop)).Select(holder => holder.Person));
        Assert.Equal(Cleo, (await store.Deputies.AllAsync(Given.Plant, Stop))[Role.Planning]);
        Assert.Equal(["four True False", "one True True", "three False True"], (await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)).Select(line => line.About).Order());
    }

    [Theory, OnBothStores]
    public async Task Deputies_are_one_for_each_role_and_audited_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.True(await store.Deputies.SetAsync(Given.Plant, Role.PlantManager, Given.Ana, Says("one"), Stop));
        Assert.False(await store.Deputies.SetAsync(Given.Plant, Role.PlantManager, Given.Ana, Says("two"), Stop));
        Assert.True(await store.Deputies.SetAsync(Given.Plant, Role.PlantManager, Given.Ben, Says("three"), Stop));
        Assert.Equal(RevokeOutcome.NotHeld, await store.Deputies.ClearAsync(Given.Plant, Role.PlantManager, Given.Ana, Says("four"), Stop));

        Assert.Equal(Given.Ben, (await store.Deputies.AllAsync(Given.Plant, Stop))[Role.PlantManager]);
        Assert.Equal(Given.Ben, (await store.Absences.StaffingAsync(Given.Plant, Given.Today, Stop)).Deputies[Role.PlantManager]);
        Assert.Empty(await store.Deputies.AllAsync(Elsewhere, Stop));
        Assert.Equal(RevokeOutcome.LastWhoDecides, await store.Deputies.ClearAsync(Given.Plant, Role.PlantManager, Given.Ben, Says("nobody could decide"), Stop));
        await store.People.GrantAsync(Given.Plant, Given.Ana, Role.PlantManager, Effect.None, Stop);
        Assert.Equal(RevokeOutcome.Revoked, await store.Deputies.ClearAsync(Given.Plant, Role.PlantManager, Given.Ben, Says("five"), Stop));
        Assert.Equal(["five", "one", "three"], (await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)).Select(line => line.About).Order());
    }
}
