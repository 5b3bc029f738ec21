using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class PlanOutcomesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task LoadPastAsync_has_each_line_as_it_was_last_seen_and_none_whose_end_nobody_knows(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.Null(await store.Plans.LoadPastAsync(Given.Plant, Stop));
        await PublishAsync(GivenPlan.Order("SO1"), GivenPlan.Order("SO2"), GivenPlan.Order("SO3"));
        await PublishAsync(GivenPlan.Order("SO1") with { ShippedQuantity = 10, ShippedOn = Given.Today }, GivenPlan.Order("SO2"), GivenPlan.Order("SO3"));
        await PublishAsync(GivenPlan.Order("SO3")); // the source drops what is done, and loses SO2

        var past = (await store.Plans.LoadPastAsync(Given.Plant, Stop))!;
        Assert.Equal([("SO1", 10m), ("SO3", 0m)], past.Orders!.Select(line => (line.Order, line.ShippedQuantity)));
        Assert.Equal([Given.Today, (DateOnly?)null], past.Orders!.Select(line => line.ShippedOn));
        Assert.Null(past.Schedule);

        async Task PublishAsync(params OrderLine[] orders) =>
            await store.Plans.PublishAsync(Given.Plant, new PlanSnapshot { Orders = orders }, GivenPlan.Origin, Given.Now, Effect.None, Stop);
    }
}
