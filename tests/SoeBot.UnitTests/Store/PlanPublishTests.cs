using System.Text.Json;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class PlanPublishTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task PublishAsync_gives_back_every_column_of_every_table(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var plan = GivenPlan.Full();

        var version = await PublishAsync(store, plan);

        Assert.Equal(JsonSerializer.Serialize(plan), JsonSerializer.Serialize(await store.Plans.LoadAsync(Given.Plant, 1, Stop)));
        Assert.Equal((1, GivenPlan.Origin.DataAt, Given.Now, "sample plant", "Ana"), (version.Number, version.DataAt, version.PublishedAt, version.Source, version.By));
        Assert.Equal(10, version.Tables.Count);
        Assert.All(version.Tables.Values, rows => Assert.Equal(1, rows));
        Assert.Equivalent(version, await store.Plans.CurrentAsync(Given.Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_writes_only_what_changed_and_every_version_stays_as_it_was(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var first = new PlanSnapshot { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO2"), GivenPlan.Order("SO3")] };
        var second = new PlanSnapshot { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO2", quantity: 11), GivenPlan.Order("SO4")] };
        await PublishAsync(store, first);
        await PublishAsync(store, second);
        await PublishAsync(store, second);

        Assert.Equal(3 + 2, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_orders"));
        Assert.Equal(first.Orders, (await store.Plans.LoadAsync(Given.Plant, 1, Stop)).Orders);
        Assert.Equal(second.Orders, (await store.Plans.LoadAsync(Given.Plant, 2, Stop)).Orders);
        Assert.Equal(second.Orders, (await store.Plans.LoadAsync(Given.Plant, 3, Stop)).Orders);
        Assert.Equal(3, (await store.Plans.CurrentAsync(Given.Plant, Stop))!.Number);
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_with_more_decimals_than_are_kept_is_no_change(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var plan = new PlanSnapshot { Orders = [GivenPlan.Order("SO1", quantity: 1m / 3)] };
        await PublishAsync(store, plan);
        await PublishAsync(store, plan);

        Assert.Equal(1, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_orders"));
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_tells_an_absent_table_from_an_empty_one(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, GivenPlan.Full());

        await PublishAsync(store, new PlanSnapshot { Orders = [], Stock = null });

        var plan = await store.Plans.LoadAsync(Given.Plant, 2, Stop);
        Assert.Empty(plan.Orders!);
        Assert.Null(plan.Stock);
        Assert.NotNull((await store.Plans.LoadAsync(Given.Plant, 1, Stop)).Stock);
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_refuses_two_rows_of_one_key_and_leaves_the_plan_in_use(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, GivenPlan.Full());

        await Assert.ThrowsAsync<ArgumentException>(() => PublishAsync(store, new PlanSnapshot { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO1")] }));

        Assert.Equal(1, (await store.Plans.CurrentAsync(Given.Plant, Stop))!.Number);
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_sweeps_what_a_killed_import_left_and_uses_its_number(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var plan = new PlanSnapshot { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO2")] };
        await PublishAsync(store, plan);
        // As it lies when the process dies between two chunks: a row closed and another one written under number 2.
        await store.ExecuteAsync("UPDATE plan_heads SET draft = 2");
        await store.ExecuteAsync("UPDATE plan_orders SET until_version = 2 WHERE row_key = 'SO1/1'");
        await store.ExecuteAsync("UPDATE plan_orders SET from_version = 2 WHERE row_key = 'SO2/1'");
        var half = await store.Plans.LoadAsync(Given.Plant, 1, Stop);

        var version = await PublishAsync(store, new PlanSnapshot { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO3")] });

        Assert.Equal(["SO1"], half.Orders!.Select(line => line.Order));
        Assert.Equal(2, version.Number);
        Assert.Equal(["SO1", "SO3"], (await store.Plans.LoadAsync(Given.Plant, 2, Stop)).Orders!.Select(line => line.Order));
        Assert.Equal(2, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_orders"));
        Assert.Equal(0, await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_heads WHERE draft IS NOT NULL"));
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_of_two_processes_at_once_makes_two_whole_versions(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        PlanSnapshot Plan(int at) => new() { Orders = [.. Enumerable.Range(0, 50).Select(line => GivenPlan.Order("SO1", $"{line:00}", quantity: at))] };

        var versions = await Task.WhenAll(Enumerable.Range(1, 6).Select(async at => (at, Version: await PublishAsync(at % 2 == 0 ? store : other, Plan(at)))));

        Assert.Equal([1, 2, 3, 4, 5, 6], versions.Select(one => one.Version.Number).Order());
        foreach (var (at, version) in versions)
            Assert.All((await store.Plans.LoadAsync(Given.Plant, version.Number, Stop)).Orders!, line => Assert.Equal(at, line.Quantity));
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_writes_its_effect_with_the_pointer(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        await store.Plans.PublishAsync(Given.Plant, GivenPlan.Full(), GivenPlan.Origin, Given.Now, Given.Says(Given.Message("a new plan")), Stop);

        Assert.Equal("a new plan", Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).Key);
    }

    private static Task<PlanVersion> PublishAsync(StoreUnderTest store, PlanSnapshot plan) =>
        store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
}
