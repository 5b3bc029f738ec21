using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>Questions about earlier versions that need no whole version.</summary>
public sealed class PlanPastTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static StockLine Stock(string item, decimal onHand, string place = "A1") => new() { Item = item, Location = place, OnHand = onHand };

    private static async Task PublishAsync(StoreUnderTest store, params PlanSnapshot[] plans)
    {
        foreach (var plan in plans) await store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
    }

    [Theory, OnBothStores]
    public async Task StockOfAsync_adds_the_places_as_of_a_version(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, new() { Stock = [Stock("FR-7", 5), Stock("FR-7", 2.5m, "B2"), Stock("FR-8", 9)] }, new() { Stock = [Stock("FR-7", 6), Stock("FR-9", 1)] });

        Assert.Equal([("FR-7", 7.5m)], (await store.Plans.StockOfAsync(Given.Plant, 1, ["FR-7", "FR-9"], Stop)).Select(entry => (entry.Key, entry.Value)));
        Assert.Equal([("FR-7", 6m), ("FR-9", 1m)], (await store.Plans.StockOfAsync(Given.Plant, 2, ["FR-7", "FR-9"], Stop)).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value)));
    }

    [Theory, OnBothStores]
    public async Task ShippedInPartsAsync_remembers_lines_that_are_complete_now(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        OrderLine parts = GivenPlan.Order("SO1"), whole = GivenPlan.Order("SO2");
        OrderLine Shipped(OrderLine line, decimal pieces) => line with { ShippedQuantity = pieces, ShippedOn = Given.Today };
        await PublishAsync(store,
            new() { Orders = [parts, whole] }, new() { Orders = [Shipped(parts, 4), whole] }, new() { Orders = [Shipped(parts, 10), Shipped(whole, 10)] });

        Assert.Equal(["SO1/1"], await store.Plans.ShippedInPartsAsync(Given.Plant, 0, 3, Stop));
        Assert.Empty(await store.Plans.ShippedInPartsAsync(Given.Plant, 0, 2, Stop)); // still open then, and the plan itself says so
        Assert.Empty(await store.Plans.ShippedInPartsAsync(Given.Plant, 3, 3, Stop)); // too long ago
    }

    [Theory, OnBothStores]
    public async Task FindingsBeforeAsync_skips_a_version_that_has_none(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var findings = new PlanFindings(new SoeBot.Domain.Plan.LookAhead([], 1, null, 0, 0, []), [], [], []);
        await store.Plans.SaveFindingsAsync(Given.Plant, 1, findings, Stop);
        await store.Plans.SaveFindingsAsync(Given.Plant, 2, findings with { LookAhead = findings.LookAhead with { PurchaseLinesDue = 2 } }, Stop);

        Assert.Equal(2, (await store.Plans.FindingsBeforeAsync(Given.Plant, 4, Stop))!.LookAhead.PurchaseLinesDue);
        Assert.Equal(1, (await store.Plans.FindingsBeforeAsync(Given.Plant, 2, Stop))!.LookAhead.PurchaseLinesDue);
        Assert.Null(await store.Plans.FindingsBeforeAsync(Given.Plant, 1, Stop));
    }

    [Theory, OnBothStores]
    public async Task SaveFindingsAsync_says_what_they_bring_in_the_same_transaction(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var findings = new PlanFindings(new SoeBot.Domain.Plan.LookAhead([], 1, null, 0, 0, []), [], [], []);
        var broken = new Effect { Audit = [Given.Audit()], Messages = [Given.Message("flags") with { Key = null! }] };

        await Assert.ThrowsAnyAsync<Exception>(() => store.Plans.SaveFindingsAsync(Given.Plant, 1, findings, broken, Stop));
        Assert.Null(await store.Plans.FindingsBeforeAsync(Given.Plant, 2, Stop));

        await store.Plans.SaveFindingsAsync(Given.Plant, 1, findings, Given.Says(Given.Message("flags")), Stop);
        Assert.NotNull(await store.Plans.FindingsBeforeAsync(Given.Plant, 2, Stop));
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
    }
}
