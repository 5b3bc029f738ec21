using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.SentPlans;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class SentPlanStoreTests
{
    private static readonly PlantId Yard = new("yard");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task AddAsync_notes_a_message_once_with_what_it_says(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        await AddAsync(store, 1, effect: Given.Says(Given.Message("reading")));
        await AddAsync(store, 1, effect: Given.Says(Given.Message("reading twice")));

        Assert.Equal(1, await store.Outbox.PendingCountAsync(Stop));
        Assert.True(await store.SentPlans.WaitAsync(TimeSpan.Zero, Stop));
    }

    [Theory, OnBothStores]
    public async Task ClaimNextAsync_gives_one_after_the_other_per_plant(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await AddAsync(store, 1);
        await AddAsync(store, 2);
        await AddAsync(store, 3, Yard);

        Assert.Equal(1, (await ClaimAsync(store))!.Id);
        Assert.Equal(3, (await ClaimAsync(store))!.Id);
        Assert.Null(await ClaimAsync(store));
        await store.SentPlans.RetryAsync(1, Given.Now.AddSeconds(15), Stop);
        Assert.Null(await ClaimAsync(store));

        Assert.Equal((1L, 2), await store.SentPlans.ClaimNextAsync(Given.Now.AddSeconds(15), Stop) is { } again ? (again.Id, again.Tries) : default);
        await store.SentPlans.SettleAsync(Result(1), Stop);
        Assert.Equal(2, (await ClaimAsync(store))!.Id);
    }

    [Theory, OnBothStores]
    public async Task ClaimNextAsync_takes_over_what_a_lost_process_had_in_hand(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await AddAsync(store, 1);
        await ClaimAsync(store);
        await store.ExecuteAsync($"UPDATE sent_plans SET claimed_by = '{Environment.MachineName}|{int.MaxValue}|1'");

        Assert.Equal(2, (await ClaimAsync(store))!.Tries);
    }

    [Theory, OnBothStores]
    public async Task A_result_is_written_once_with_its_effect_and_forgets_the_address(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await AddAsync(store, 1);
        await ClaimAsync(store);

        await store.SentPlans.SettleAsync(Result(1), Stop);
        await store.SentPlans.SettleAsync(Result(1) with { Messages = [Given.Message("another report")] }, Stop);

        var plan = await store.SentPlans.FindAsync(1, Stop);
        Assert.Equal((SentPlanState.Published, null), (plan!.State, plan.Files[0].Url));
        Assert.Equal(["Plan version 1 is in use."], plan.Report);
        Assert.Equal(1, await store.Outbox.PendingCountAsync(Stop));
    }

    [Theory, OnBothStores]
    public async Task ChooseAsync_takes_the_first_word_only(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await AddAsync(store, 1, state: SentPlanState.Asking, plant: null);
        Assert.Null(await ClaimAsync(store));

        Assert.True(await store.SentPlans.ChooseAsync(1, Yard, Effect.None, Stop));
        Assert.False(await store.SentPlans.ChooseAsync(1, Given.Plant, Given.Says(Given.Message("late")), Stop));

        Assert.Equal(Yard, (await ClaimAsync(store))!.Plant);
        Assert.Equal(0, await store.Outbox.PendingCountAsync(Stop));
    }

    private static Task AddAsync(StoreUnderTest store, long id, PlantId? plant = null, SentPlanState state = SentPlanState.Waiting, Effect? effect = null) =>
        store.SentPlans.AddAsync(
            new(id, Given.Tenant, "a:1", Given.Ana, state == SentPlanState.Asking ? null : plant ?? Given.Plant, [new("plan.xlsx", "https://secret")], state, 0, []),
            Given.Now, effect ?? Effect.None, Stop);

    private static Task<SentPlan?> ClaimAsync(StoreUnderTest store) => store.SentPlans.ClaimNextAsync(Given.Now, Stop);

    private static Effect Result(long id) => Given.Says(Given.Message($"report {id}")) with { SentPlanDone = new(id, SentPlanState.Published, ["Plan version 1 is in use."]) };
}
