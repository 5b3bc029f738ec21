using SoeBot.Domain.Decisions;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class DecisionStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task RecordAsync_a_new_one_gets_the_plants_next_number_and_its_effect(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        var first = await store.Decisions.RecordAsync(Given.Decision(), Given.Now, Effect, Stop);
        var second = await store.Decisions.RecordAsync(Given.Decision(), Given.Now, Effect, Stop);
        var elsewhere = await store.Decisions.RecordAsync(Given.Decision(plant: new PlantId("tijuana")), Given.Now, Effect, Stop);

        Assert.Equal([1, 2, 1], [first.Decision.Number, second.Decision.Number, elsewhere.Decision.Number]);
        Assert.False(second.AlreadyThere);
        Assert.Equal("D-2", Assert.Single(await store.Audit.AboutAsync(Given.Plant, "D-2", Stop)).About);
        Assert.Equal(["told D-2", "told D-1"], (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).Select(message => message.Key));

        static Effect Effect(Decision decision) => new()
        {
            Audit = [Given.Audit(about: decision.Name) with { Plant = decision.Plant }],
            Messages = [Given.Message($"told {decision.Name}") with { Plant = decision.Plant }],
        };
    }

    [Theory, OnBothStores]
    public async Task RecordAsync_twice_names_the_first_and_writes_nothing(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var input = Given.Decision();
        var first = await store.Decisions.RecordAsync(input, Given.Now, _ => new() { Audit = [Given.Audit()] }, Stop);

        var again = await store.Decisions.RecordAsync(input, Given.Now.AddMinutes(1), _ => new() { Audit = [Given.Audit()] }, Stop);

        Assert.True(again.AlreadyThere);
        Assert.Equal(first.Decision.Number, again.Decision.Number);
        Assert.Equal(Given.Now, again.Decision.DecidedAt);
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task RecordAsync_of_two_processes_at_once_gives_each_id_one_number(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var inputs = Enumerable.Range(0, 10).Select(_ => Given.Decision()).ToList();

        var results = await Task.WhenAll(inputs.SelectMany(input => new[] { store, other }
            .Select(process => process.Decisions.RecordAsync(input, Given.Now, _ => new() { Audit = [Given.Audit()] }, Stop))));

        Assert.Equal(10, results.Count(result => result.AlreadyThere));
        Assert.Equal(10, (await store.Audit.ListAsync(Given.Plant, 0, 100, Stop)).Count);
        Assert.Equal(10, (await store.Decisions.OpenAsync(Given.Plant, Stop)).Select(decision => decision.Number).Distinct().Count());
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_saves_what_was_decided_with_its_history(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = (await store.Decisions.RecordAsync(Given.Decision(), Given.Now, _ => Effect.None, Stop)).Decision.Id;

        var taken = await store.Decisions.ChangeAsync(id, d => (d.Take(Given.Ben, Given.Now.AddHours(1)), new Effect { Audit = [Given.Audit("decision.take")] }), Stop);

        Assert.Equal(DecisionOutcome.Changed, taken.Outcome);
        var found = await store.Decisions.FindAsync(Given.Plant, 1, Stop);
        Assert.Equal(DecisionStatus.Taken, found!.Status);
        Assert.Equal([DecisionEventKind.Recorded, DecisionEventKind.Taken], found.Events.Select(happened => happened.Kind));
        Assert.Equal(new DecisionEvent(DecisionEventKind.Taken, Given.Now.AddHours(1), Given.Ben), found.Events[1]);
        Assert.Equal(new DecisionSubject(SubjectKind.Order, "SO63216"), found.Subject);
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_of_an_unknown_one_is_not_found_and_writes_nothing(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        var result = await store.Decisions.ChangeAsync(new DecisionId(Guid.CreateVersion7()), d => (d.Number, new Effect { Audit = [Given.Audit()] }), Stop);

        Assert.False(result.Found);
        Assert.Empty(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_that_changes_nothing_still_writes_its_effect(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var id = (await store.Decisions.RecordAsync(Given.Decision(), Given.Now, _ => Effect.None, Stop)).Decision.Id;

        var refused = await store.Decisions.ChangeAsync(id, d => (d.Take(Given.Ana, Given.Now), Given.Says(Given.Message("not yours"))), Stop);

        Assert.Equal(DecisionOutcome.NotYours, refused.Outcome);
        Assert.Equal("not yours", Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).Key);
    }

    [Theory, OnBothStores]
    public async Task ChangeAsync_that_loses_the_race_decides_again_on_what_the_winner_left(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var id = (await store.Decisions.RecordAsync(Given.Decision(), Given.Now, _ => Effect.None, Stop)).Decision.Id;

        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(at => (at % 2 == 0 ? store : other).Decisions.ChangeAsync(
            id, d => Press(d, at), Stop)));

        Assert.Single(results, result => result.Outcome == DecisionOutcome.Changed);
        Assert.Equal(23, results.Count(result => result.Outcome == DecisionOutcome.SameAsBefore));
        Assert.Equal(2, (await store.Decisions.FindAsync(id, Stop))!.Events.Count);
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 100, Stop));

        static (DecisionOutcome, Effect) Press(Decision decision, int at)
        {
            var outcome = decision.Done(Given.Ben, $"press {at}", Given.Calendar, Given.Now.AddMinutes(at));
            return (outcome, outcome == DecisionOutcome.Changed ? Given.Says(Given.Message($"press {at}")) : Effect.None);
        }
    }

    [Theory, OnBothStores]
    public async Task SinceAsync_lists_the_open_ones_and_those_that_changed(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var ids = new List<DecisionId>();
        for (var at = 0; at < 3; at++) ids.Add((await store.Decisions.RecordAsync(Given.Decision(), Given.Now.AddDays(-9), _ => Effect.None, Stop)).Decision.Id);
        await store.Decisions.ChangeAsync(ids[0], d => (d.Done(Given.Ben, null, Given.Calendar, Given.Now.AddDays(-8)), Effect.None), Stop);
        await store.Decisions.ChangeAsync(ids[1], d => (d.Done(Given.Ben, null, Given.Calendar, Given.Now), Effect.None), Stop);

        Assert.Equal([2, 3], (await store.Decisions.SinceAsync(Given.Plant, Given.Now.AddDays(-7), Stop)).Select(d => d.Number));
        Assert.Equal([3], (await store.Decisions.OpenAsync(Given.Plant, Stop)).Select(d => d.Number));
        Assert.Equal([3], (await store.Decisions.OpenOfAsync(Given.Ben, Stop)).Select(d => d.Number));
        Assert.Empty(await store.Decisions.OpenOfAsync(Given.Ana, Stop));
    }
}
