using CsCheck;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Database;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>Rows are written and read past the model, by the bytes of the database; what the model reads must be the same.</summary>
public sealed class PlanRowsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly OrderLine[] Odd =
    [
        GivenPlan.Order("Ünïcødé 漢字 🚲", "1"),
        GivenPlan.Order("it's \"quoted\"; DROP TABLE plan_orders --", "2") with { Customer = null, Value = null, FirstConfirmed = null },
        GivenPlan.Order("empty", "") with { Customer = "", Priority = 0, ShippedQuantity = 0, Penalty = 0 },
        GivenPlan.Order("long", new string('x', 200)) with { Quantity = 999_999_999_999.9999m, Priority = int.MaxValue },
        GivenPlan.Order("far", "1") with { Requested = new(9000, 12, 31), OrderedOn = new(1900, 1, 1), Priority = -1, Quantity = 0.0001m },
    ];

    [Theory, OnBothStores]
    public async Task LoadAsync_gives_odd_values_as_they_were_and_as_the_model_reads_them(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, new() { Orders = Odd, Stock = [new() { Item = "FR-7", Location = "A1", OnHand = -12.5m }] });

        var loaded = await store.Plans.LoadAsync(Given.Plant, 1, Stop);

        Assert.Equal(Odd, loaded.Orders);
        Assert.Equal(-12.5m, Assert.Single(loaded.Stock!).OnHand);
        foreach (var line in Odd) Assert.Equal(line, Assert.Single(await store.Plans.OrderLinesAsync(Given.Plant, 1, line.Order, Stop)));
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_of_more_rows_than_one_write_takes_keeps_them_all_in_order(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        StockLine[] stock = [.. Enumerable.Range(0, 9_001).Select(at => new StockLine { Item = $"IT-{at:0000}", Location = "Main", OnHand = at })];

        await PublishAsync(store, new() { Stock = stock });
        await PublishAsync(store, new() { Stock = [.. stock.Where((_, at) => at % 1_000 != 1)] });

        Assert.Equal(stock, (await store.Plans.LoadAsync(Given.Plant, 1, Stop)).Stock);
        Assert.Equal(stock.Where((_, at) => at % 1_000 != 1), (await store.Plans.LoadAsync(Given.Plant, 2, Stop)).Stock);
        Assert.Equal(9_001, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_stock"));
    }

    [Theory, OnBothStores]
    public async Task LoadAsync_keeps_the_order_of_a_small_plant_beside_a_large_one(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        StockLine[] stock = [.. Enumerable.Range(0, 50).Select(at => new StockLine { Item = $"IT-{99 - at}", Location = "Main", OnHand = at })];
        var large = new PlanSnapshot { Stock = [.. Enumerable.Range(0, 1_000).Select(at => new StockLine { Item = $"IT-{at:0000}", Location = "Main", OnHand = at })] };

        await store.Plans.PublishAsync(new PlantId("large"), large, GivenPlan.Origin, Given.Now, Effect.None, Stop);
        await PublishAsync(store, new() { Stock = stock });

        Assert.Equal(stock, (await store.Plans.LoadAsync(Given.Plant, 1, Stop)).Stock);
    }

    [Theory, OnBothStores]
    public async Task A_table_read_in_halves_is_whole_and_in_order_whatever_is_written_meanwhile(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        StockLine[] stock = [.. Enumerable.Range(0, 101).Select(at => new StockLine { Item = $"IT-{at:0000}", Location = "Main", OnHand = at })];
        var version = await PublishAsync(store, new() { Stock = stock });
        var table = new PlanTable<StockLine>("stock", plan => plan.Stock, (plan, rows) => plan with { Stock = rows }, large: 100);
        await using var db = await store.Get<SoeDatabase>().OpenAsync(Stop);

        var load = await table.LoadAsync(db, version, Stop);
        await load.Parts[1](db, Stop);
        await PublishAsync(store, new() { Stock = [.. stock.Select(line => line with { OnHand = line.OnHand + 1 })] });
        await load.Parts[0](db, Stop);

        Assert.Equal(2, load.Parts.Count);
        Assert.Equal(stock, load.Into(new()).Stock);
    }

    [Theory, OnBothStores]
    public async Task DifferenceAsync_of_any_two_versions_is_that_of_their_whole_plans(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var plan = Gen.Int[0, 3].Array[6].Select(quantities => new PlanSnapshot
        {
            // A line that has none is not there; one that comes back as it was is no change.
            Orders = [.. quantities.Select((quantity, at) => GivenPlan.Order($"SO{at}", quantity: quantity)).Where(line => line.Quantity > 0)],
            Schedule = quantities[0] == 0 ? null : [.. quantities.Select((quantity, at) => GivenPlan.Schedule($"WO{at}") with { Planned = quantity + 1 })],
        });
        var versions = plan.Array[5].Single();
        foreach (var one in versions) await PublishAsync(store, one);

        for (var before = 1; before <= versions.Length; before++)
            for (var after = before; after <= versions.Length; after++)
            {
                var whole = PlanDifference.Between(await store.Plans.LoadAsync(Given.Plant, before, Stop), await store.Plans.LoadAsync(Given.Plant, after, Stop));
                var read = await store.Plans.DifferenceAsync(Given.Plant, before, after, Stop);
                Same(whole.Orders, read.Orders);
                Same(whole.Schedule, read.Schedule);
            }
    }

    private static void Same<T>(TableDifference<T>? wanted, TableDifference<T>? read)
        where T : IPlanRow
    {
        Assert.Equal(wanted is null, read is null);
        if (wanted is null || read is null) return;
        Assert.Equal(wanted.Added.OrderBy(row => row.Key, StringComparer.Ordinal), read.Added);
        Assert.Equal(wanted.Removed.OrderBy(row => row.Key, StringComparer.Ordinal), read.Removed);
        Assert.Equal(wanted.Changed.Select(change => (change.Before, change.After)).OrderBy(pair => pair.After.Key, StringComparer.Ordinal), read.Changed.Select(change => (change.Before, change.After)));
    }

    private static Task<PlanVersion> PublishAsync(StoreUnderTest store, PlanSnapshot plan) =>
        store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
}
