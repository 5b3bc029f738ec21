using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class ContestStoreTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<ContestOutcome> RaiseAsync(StoreUnderTest store, PersonKey by, string? reason, int week = 0) =>
        store.Contests.RaiseAsync(Given.Plant, "Attainment", Given.Today.AddDays(7 * week), by, contest => (contest.Raise(reason, Given.Now), new Effect { Audit = [Given.Audit()] }), Stop);

    [Theory, OnBothStores]
    public async Task RaiseAsync_keeps_who_said_what_until_it_is_resolved(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        Assert.Equal(ContestOutcome.Changed, await RaiseAsync(store, Given.Ana, " scrap booked twice "));
        Assert.Equal(ContestOutcome.SameAsBefore, await RaiseAsync(store, Given.Ana, "scrap booked twice"));
        Assert.Equal(ContestOutcome.Changed, await RaiseAsync(store, Given.Ben, "a line is missing", week: -1));

        Assert.Equal(
            [(Given.Ana, "scrap booked twice", Given.Today), (Given.Ben, "a line is missing", Given.Today.AddDays(-7))],
            (await store.Contests.OpenAsync(Given.Plant, Stop)).OrderByDescending(contest => contest.Week).Select(contest => (contest.By, contest.Reason, contest.Week)));
    }

    [Theory, OnBothStores]
    public async Task RaiseAsync_without_a_reason_begins_nothing(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        Assert.Equal(ContestOutcome.ReasonNeeded, await RaiseAsync(store, Given.Ana, "  "));
        Assert.Empty(await store.Contests.OpenAsync(Given.Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task ResolveAsync_settles_ones_own_and_with_the_right_everybodys(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await RaiseAsync(store, Given.Ana, "scrap booked twice");
        await RaiseAsync(store, Given.Ben, "a line is missing");

        Task<int> ResolveAsync(bool always) => store.Contests.ResolveAsync(
            Given.Plant, "Attainment", open => (open.Count(contest => contest.Resolve(Given.Ben, always, "booked once", Given.Now) == ContestOutcome.Changed), new Effect { Audit = [Given.Audit()] }), Stop);

        Assert.Equal(1, await ResolveAsync(always: false));
        Assert.Equal(Given.Ana, Assert.Single(await store.Contests.OpenAsync(Given.Plant, Stop)).By);
        Assert.Equal(1, await ResolveAsync(always: true));
        Assert.Empty(await store.Contests.OpenAsync(Given.Plant, Stop));
        Assert.Equal(ContestOutcome.Changed, await RaiseAsync(store, Given.Ben, "a line is missing"));
        Assert.Single(await store.Contests.OpenAsync(Given.Plant, Stop)); // said again after it was resolved
    }

    [Theory, OnBothStores]
    public async Task RaiseAsync_many_at_once_lose_nobody(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        var people = Enumerable.Range(0, 8).Select(number => PersonKey.Of(Given.Tenant, $"person{number / 2}")).ToArray();

        await Task.WhenAll(people.Select((person, at) => RaiseAsync(at % 2 == 0 ? store : other, person, $"doubt {at}")));

        Assert.Equal(4, (await store.Contests.OpenAsync(Given.Plant, Stop)).Count);
    }

    [Theory, OnBothStores]
    public async Task Cause_owners_are_held_by_problem_and_the_first_of_two_presses_wins(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        Task<bool> TakeAsync(StoreUnderTest from, PersonKey who) => from.CauseOwners.ChangeAsync(
            Given.Plant, 7, held => held.Owner is not null ? (false, Effect.None) : (held.GiveTo(who, Given.Now), new Effect { Audit = [Given.Audit()] }), Stop);

        var taken = await Task.WhenAll(TakeAsync(store, Given.Ana), TakeAsync(other, Given.Ben));

        Assert.Single(taken, won => won);
        Assert.Equal(taken[0] ? Given.Ana : Given.Ben, Assert.Single(await store.CauseOwners.OfAsync(Given.Plant, [7, 8], Stop)).Owner);
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
    }
}
