using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>What the message extension asks the store.</summary>
public sealed class SearchQueryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task OrderKeysAsync_tells_each_line_of_the_version_with_its_commitment_and_whether_it_is_open(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        OrderLine[] first =
        [
            GivenPlan.Order("SO1") with { LastConfirmed = Given.Today.AddDays(9) }, GivenPlan.Order("SO1", "2") with { FirstConfirmed = null, Customer = null },
            GivenPlan.Order("SO2") with { ShippedQuantity = 10 }, GivenPlan.Order("SO3") with { Cancelled = true },
        ];
        await PublishAsync(store, new() { Orders = first, Items = [new() { Number = "BK-100", Name = "Mountain" }] });
        await PublishAsync(store, new() { Orders = [first[0]] });

        Assert.Equal(
            [
                new("SO1", "Riverside Cycles", "BK-100", Given.Today.AddDays(9), true), new("SO1", null, "BK-100", Given.Today.AddDays(7), true),
                new("SO2", "Riverside Cycles", "BK-100", Given.Today.AddDays(8), false), new("SO3", "Riverside Cycles", "BK-100", Given.Today.AddDays(8), false),
            ],
            (await store.Plans.OrderKeysAsync(Given.Plant, 1, Stop)).OrderBy(key => key.Order).ThenByDescending(key => key.Commitment));
        Assert.Equal("SO1", Assert.Single(await store.Plans.OrderKeysAsync(Given.Plant, 2, Stop)).Order);
        Assert.Equal("Mountain", (await store.Plans.ItemNamesAsync(Given.Plant, 1, Stop))["BK-100"]);
        Assert.Equal(["SO1/1", "SO1/2", "SO3/1"], (await store.Plans.OrderLinesAsync(Given.Plant, 1, (string[])["SO3", "SO1", "SO9"], Stop)).Select(line => line.Key));
    }

    [Theory, OnBothStores]
    public async Task PlantsOfAsync_names_each_plant_once_in_which_the_person_has_a_role(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.People.GrantAsync(new("b"), Given.Ana, Role.Planning, Effect.None, Stop);
        await store.People.GrantAsync(new("b"), Given.Ana, Role.Lead, Effect.None, Stop);
        await store.People.GrantAsync(new("a"), Given.Ana, Role.Sales, Effect.None, Stop);

        Assert.Equal(["a", "b"], (await store.People.PlantsOfAsync(Given.Ana, Stop)).Select(plant => plant.Value));
        Assert.Empty(await store.People.PlantsOfAsync(Given.Ben, Stop));
    }

    private static Task<PlanVersion> PublishAsync(StoreUnderTest store, PlanSnapshot plan) =>
        store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
}
