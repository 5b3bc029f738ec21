using Microsoft.EntityFrameworkCore;
using SoeBot.Domain.Reminders;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Occurrences;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class OccurrenceStoreTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task DeriveAsync_adds_moves_and_takes_back_and_leaves_settled_ones(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Derive(store, Given.Occurrence("gone", Day), Given.Occurrence("moved", Day), Given.Occurrence("done"));
        await store.Occurrences.DeriveAsync(Given.Plant, ["page"], [Given.Occurrence("other kind", kind: "page")], Given.Now, Stop);
        await store.Occurrences.SettleAsync(Given.Occurrence("done"), OccurrenceState.Done, null, Given.Now, Effect.None, Stop);

        for (var twice = 0; twice < 2; twice++)
            await Derive(store, Given.Occurrence("moved", Day * 2), Given.Occurrence("done", Day * 3), Given.Occurrence("new", Day));

        Assert.Equal(
            [("other kind", TimeSpan.Zero, OccurrenceState.Pending), ("done", TimeSpan.Zero, OccurrenceState.Done), ("new", Day, OccurrenceState.Pending), ("moved", Day * 2, OccurrenceState.Pending)],
            (await List(store)).Select(row => (row.Occurrence.Key, row.Occurrence.DueAt - Given.Now, row.State)));
    }

    [Theory, OnBothStores]
    public async Task DueKindsAsync_names_what_is_due_by_its_first_instant(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Occurrences.DeriveAsync(Given.Plant, ["a", "b", "c"],
            [Given.Occurrence("1", -Day, "b"), Given.Occurrence("1", -Day * 2, "a"), Given.Occurrence("2", kind: "b"), Given.Occurrence("1", Day, "c")], Given.Now, Stop);

        Assert.Equal(["a", "b"], await store.Occurrences.DueKindsAsync(Given.Plant, Given.Now, Stop));
        Assert.Equal([Given.Plant], await store.Occurrences.PlantsAsync(Stop));
        Assert.Equal(Given.Now + Day, await store.Occurrences.NextDueAsync(Given.Plant, Given.Now, Stop));
        Assert.Null(await store.Occurrences.NextDueAsync(Given.Plant, Given.Now + Day, Stop));
    }

    [Theory, OnBothStores]
    public async Task ClaimDueAsync_gives_each_to_one_worker_until_its_lease_is_over(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await Derive(store, [.. Enumerable.Range(0, 20).Select(at => Given.Occurrence($"{at}", -Day)), Given.Occurrence("tomorrow", Day)]);

        var claimed = (await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Claim(at % 2 == 0 ? store : other, take: 5)))).SelectMany(some => some).ToList();
        claimed.AddRange(await Claim(store));
        var before = await Claim(store, Given.Now + Lease - TimeSpan.FromSeconds(1));
        var after = await Claim(store, Given.Now + Lease);

        Assert.Equal(20, claimed.Count);
        Assert.Equal(20, claimed.Distinct().Count());
        Assert.Empty(before);
        Assert.Equal(20, after.Count);
    }

    [Theory, OnBothStores]
    public async Task RecoverAsync_gives_back_at_once_what_a_lost_process_had_in_hand(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Derive(store, Given.Occurrence("page"));
        Assert.Single(await Claim(store));

        await store.Occurrences.RecoverAsync(Stop);
        var living = await Claim(store);
        await store.ExecuteAsync($"UPDATE occurrences SET held_by = '{Environment.MachineName}|{int.MaxValue}|1'");
        await store.Occurrences.RecoverAsync(Stop);

        Assert.Empty(living);
        Assert.Single(await Claim(store));
    }

    [Theory, OnBothStores]
    public async Task ClaimDueAsync_gives_up_what_lost_five_workers(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Derive(store, Given.Occurrence("kills"));
        for (var tries = 0; tries < 5; tries++) Assert.Single(await Claim(store, Given.Now + (Lease * tries)));

        Assert.Empty(await Claim(store, Given.Now + (Lease * 5)));
        Assert.Equal((OccurrenceState.Failed, 5), (await List(store)).Select(row => (row.State, row.Tries)).Single());
    }

    [Theory, OnBothStores]
    public async Task SettleAsync_writes_its_effect_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Derive(store, Given.Occurrence("1"));

        var first = await store.Occurrences.SettleAsync(Given.Occurrence("1"), OccurrenceState.Silent, "holiday", Given.Now, new() { Audit = [Given.Audit()] }, Stop);
        var again = await store.Occurrences.SettleAsync(Given.Occurrence("1"), OccurrenceState.Done, null, Given.Now, new() { Audit = [Given.Audit()] }, Stop);

        Assert.True(first);
        Assert.False(again);
        Assert.Equal(new OccurrenceRow(Given.Occurrence("1"), OccurrenceState.Silent, 0, "holiday", Given.Now), Assert.Single(await List(store)));
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task FailAsync_holds_up_nobody_else_and_ends_after_five_tries(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await Derive(store, Given.Occurrence("bad", -Day), Given.Occurrence("good"));
        var machine = Given.Now;
        for (var tries = 1; tries <= 5; tries++)
        {
            Assert.Equal("bad", (await Claim(store, machine, take: 1))[0].Key);
            await store.Occurrences.FailAsync(Given.Occurrence("bad"), "no connection", machine.AddMinutes(1), new() { Audit = [Given.Audit("failed")] }, Stop);
            if (tries == 1) Assert.Equal("good", Assert.Single(await Claim(store, machine)).Key);
            machine = machine.AddMinutes(1);
        }

        Assert.Equal((OccurrenceState.Failed, "no connection"), (await List(store)).Where(row => row.Occurrence.Key == "bad").Select(row => (row.State, row.Detail)).Single());
    }

    [Fact]
    public async Task DeriveAsync_leaves_what_is_settled_at_the_same_moment()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.PostgreSql);
        await using var other = store.Another();
        await Derive(store, Given.Occurrence("1"));
        Task derive;
        await using (var db = await other.Database.OpenAsync(Stop))
        {
            await using var settling = await db.Database.BeginTransactionAsync(Stop);
            await db.Database.ExecuteSqlAsync($"UPDATE occurrences SET state = 'Done'", Stop);
            derive = Derive(store);
            while (await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 0) await Task.Yield();
            await settling.CommitAsync(Stop);
        }
        await derive;

        Assert.Equal(OccurrenceState.Done, Assert.Single(await List(store)).State);
    }

    private static Task Derive(StoreUnderTest store, params Occurrence[] wanted) =>
        store.Occurrences.DeriveAsync(Given.Plant, ["reminder"], wanted, Given.Now, Stop);

    private static Task<IReadOnlyList<Occurrence>> Claim(StoreUnderTest store, DateTimeOffset? machine = null, int take = 100) =>
        store.Occurrences.ClaimDueAsync(Given.Plant, "reminder", Given.Now, machine ?? Given.Now, Lease, take, Stop);

    private static Task<IReadOnlyList<OccurrenceRow>> List(StoreUnderTest store) =>
        store.Occurrences.ListAsync(Given.Plant, Given.Now - (Day * 9), Given.Now + (Day * 9), Stop);
}
