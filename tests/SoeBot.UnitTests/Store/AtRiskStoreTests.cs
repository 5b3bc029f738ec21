using SoeBot.Domain.Risk;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class AtRiskStoreTests
{
    private static readonly RiskAnswer Amber = new(RiskStatus.Amber, "casting late", "second source", Given.Today.AddDays(9), Given.Today.AddDays(2));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task ChangeAsync_of_an_order_nobody_spoke_of_begins_it(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.Null(await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop));

        var result = await store.AtRisk.ChangeAsync(Given.Plant, "SO1", order => (order.Answer(Amber, Given.Today.AddDays(5), Given.Ben, Given.Now), new Effect { Audit = [Given.Audit()] }), Stop);

        Assert.Equal(AtRiskOutcome.Changed, result.Outcome);
        var found = await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop);
        Assert.Equal(
            (Given.Ben, RiskStatus.Amber, "casting late", "second source", Amber.NewDate, Amber.TellBy, Given.Ben, Given.Now, 1),
            (found!.Owner!.Value, found.Status, found.Risk, found.Mitigation, found.NewDate, found.TellBy, found.AnsweredBy!.Value, found.AnsweredAt!.Value, found.Version));
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_that_is_refused_begins_nothing_and_still_writes_its_effect(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        var result = await store.AtRisk.ChangeAsync(Given.Plant, "SO1", order => (order.Answer(Amber with { Risk = null }, Given.Today, Given.Ben, Given.Now), Given.Says(Given.Message("which risk?"))), Stop);

        Assert.Equal(AtRiskOutcome.RiskNeeded, result.Outcome);
        Assert.Null(await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop));
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_of_many_at_once_loses_no_word(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(at => (at % 2 == 0 ? store : other)
            .AtRisk.ChangeAsync(Given.Plant, "SO1", order => (order.Answer(Amber, Given.Today.AddDays(5), Given.Ben, Given.Now), Effect.None), Stop)));

        Assert.Equal(8, (await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop))!.Version);
    }

    [Theory, OnBothStores]
    public async Task Lists_are_by_plant_by_order_and_by_owner(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        foreach (var (order, owner) in new[] { ("SO2", Given.Ben), ("SO1", Given.Ana), ("SO3", Given.Ben) })
            await store.AtRisk.ChangeAsync(Given.Plant, order, row => (row.GiveTo(owner, owner, Given.Now), Effect.None), Stop);

        Assert.Equal(["SO1", "SO2", "SO3"], Names(await store.AtRisk.OfPlantAsync(Given.Plant, null, Stop)));
        Assert.Equal(["SO1", "SO3"], Names(await store.AtRisk.OfPlantAsync(Given.Plant, ["SO3", "SO1", "SO9"], Stop)));
        Assert.Empty(await store.AtRisk.OfPlantAsync(Given.Plant, [], Stop));
        Assert.Equal(["SO2", "SO3"], Names(await store.AtRisk.OfOwnerAsync(Given.Plant, Given.Ben, Stop)));

        static IEnumerable<string> Names(IReadOnlyList<AtRiskOrder> orders) => orders.Select(order => order.Order);
    }
}
