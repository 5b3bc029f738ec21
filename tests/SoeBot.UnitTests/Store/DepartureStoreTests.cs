using SoeBot.Domain.Decisions;
using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class DepartureStoreTests
{
    private static readonly PersonKey Cleo = PersonKey.Of(Given.Tenant, "c");
    private static readonly Departure Gone = new(Given.Plant, Given.Ben, DepartureReason.AccountDisabled, Given.Now.AddTicks(7), Given.Ana);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<Decision> GivenItemsAsync(StoreUnderTest store)
    {
        var decision = (await store.Decisions.RecordAsync(Given.Decision(), Given.Now, _ => Effect.None, Stop)).Decision;
        await store.Decisions.RecordAsync(Given.Decision(owner: Given.Ana), Given.Now, _ => Effect.None, Stop);
        foreach (var order in (string[])["SO1", "SO2"])
            await store.AtRisk.ChangeAsync(Given.Plant, order, it => (it.GiveTo(Given.Ben, Given.Ben, Given.Now) is var _ && (order == "SO1" && it.List(Given.Today, 1, Given.Now) is var _), Effect.None), Stop);
        return decision;
    }

    private static Task<bool> DepartAsync(StoreUnderTest store, string says = "gone") => store.Departures.DepartAsync(Gone, "account closed", left => Given.Says(Given.Message($"{says} {left.Decisions.Count} {left.Orders.Count}")), Stop);

    [Theory, OnBothStores]
    public async Task DepartAsync_of_two_processes_lets_open_items_fall_once_with_its_message(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var decision = await GivenItemsAsync(store);

        var done = await Task.WhenAll(DepartAsync(store), DepartAsync(other), DepartAsync(store));

        Assert.Single(done, first => first);
        Assert.Equal("gone 1 1", Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 9, Stop)).Key);
        var fallen = (await store.Decisions.FindAsync(decision.Id, Stop))!;
        Assert.Equal((Given.Ana, DecisionEventKind.Inherited), (fallen.Owner, fallen.Events[^1].Kind));
        Assert.Equal(Given.Ana, (await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop))!.Owner);
        // What is not at risk any more is nobody's to answer for, and the history keeps whose it was.
        Assert.Equal(Given.Ben, (await store.AtRisk.FindAsync(Given.Plant, "SO2", Stop))!.Owner);
        Assert.Equal(Gone, await store.Departures.FindAsync(Given.Plant, Given.Ben, Stop));
        Assert.True((await store.Absences.StaffingAsync(Given.Plant, Given.Today, Stop)).IsGone(Given.Ben));
        Assert.Contains(await store.Decisions.SinceAsync(Given.Plant, Gone.At, Stop), one => one.Id == decision.Id);
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_gives_on_what_was_inherited_and_is_said_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var decision = await GivenItemsAsync(store);
        Assert.Null(await SettleAsync(store, Cleo));
        await DepartAsync(store);

        var settled = await Task.WhenAll(SettleAsync(store, Cleo), SettleAsync(other, Given.Ana));

        Assert.Single(settled.Select(one => one!.GivenTo).Distinct());
        var to = settled[0]!.GivenTo;
        Assert.Equal(to, (await store.Decisions.FindAsync(decision.Id, Stop))!.Owner);
        Assert.Equal(to, (await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop))!.Owner);
        Assert.Equal(Given.Ana, (await store.Decisions.FindAsync(Given.Plant, 2, Stop))!.Owner);
        Assert.Equal(["gone 1 1", "settled 1 1"], (await store.Outbox.RecentAsync(Given.Plant, 9, Stop)).Select(one => one.Key).Order());
        Assert.Equal(2, (await store.Departures.ItemsAsync(settled[0]!, to!.Value, Stop)).Count);
    }

    [Theory, OnBothStores]
    public async Task ReturnAsync_takes_the_note_back_and_what_was_given_stays(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await GivenItemsAsync(store);
        await DepartAsync(store);

        Assert.True(await store.Departures.ReturnAsync(Given.Plant, Given.Ben, Effect.None, Stop));
        Assert.False(await store.Departures.ReturnAsync(Given.Plant, Given.Ben, Given.Says(Given.Message("again")), Stop));

        Assert.Empty(await store.Departures.AllAsync(Given.Plant, Stop));
        Assert.Equal(Given.Ana, (await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop))!.Owner);
        Assert.DoesNotContain(await store.Outbox.RecentAsync(Given.Plant, 9, Stop), one => one.Key == "again");
    }

    [Theory, OnBothStores]
    public async Task CountedOnAsync_names_owners_holders_and_deputies_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await GivenItemsAsync(store);
        await store.People.GrantAsync(Given.Plant, Given.Ana, Role.Lead, Effect.None, Stop);
        await store.Deputies.SetAsync(Given.Plant, Role.Lead, Cleo, Effect.None, Stop);

        Assert.Equal([Given.Ana, Given.Ben, Cleo], await store.Departures.CountedOnAsync(Given.Plant, Given.Today, Stop));
    }

    private static Task<Departure?> SettleAsync(StoreUnderTest store, PersonKey to) =>
        store.Departures.SettleAsync(Given.Plant, Given.Ben, to, Cleo, Given.Now.AddHours(1), "given on", left => Given.Says(Given.Message($"settled {left.Decisions.Count} {left.Orders.Count}")), Stop);
}
