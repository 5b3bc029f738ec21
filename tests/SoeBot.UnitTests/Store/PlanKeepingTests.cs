using System.Text.Json;
using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>Old versions go, and whatever is kept stays exactly as it was.</summary>
public sealed class PlanKeepingTests
{
    private static readonly PlantWeek Week = new(new(2026, 11, 2));
    private static readonly DateTimeOffset Later = Given.Now.AddDays(1);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task PurgeAsync_keeps_what_is_in_use_the_one_before_and_what_a_kept_week_was_frozen_with(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        for (var at = 1; at <= 6; at++) await PublishAsync(store, Lines(at, 40));
        await store.Plans.SaveFindingsAsync(Given.Plant, 1, GivenFindings.Nothing, Stop);
        await store.Plans.SaveFindingsAsync(Given.Plant, 3, GivenFindings.Nothing, Stop);
        await store.Plans.SetBaselineAsync(Given.Plant, Week.Previous, 1, null, Given.Now, Effect.None, Stop);
        await store.Plans.SetBaselineAsync(Given.Plant, Week, 3, null, Given.Now, Effect.None, Stop);

        var gone = await store.Plans.PurgeAsync(Given.Plant, Later, Week.Start, Stop);

        Assert.Equal([6, 5, 3], (await store.Plans.VersionsAsync(Given.Plant, 0, 10, Stop)).Rows.Select(version => version.Number));
        Assert.Equal(3, gone.Versions);
        foreach (var kept in (int[])[3, 5, 6]) Assert.Equal(Lines(kept, 40).Orders, (await store.Plans.LoadAsync(Given.Plant, kept, Stop)).Orders!.OrderBy(line => line.Key, StringComparer.Ordinal));
        Assert.Empty((await store.Plans.LoadAsync(Given.Plant, 2, Stop)).Orders ?? []);
        Assert.Null(await store.Plans.FindingsAsync(Given.Plant, 1, Stop));
        Assert.NotNull(await store.Plans.FindingsAsync(Given.Plant, 3, Stop));
        Assert.Equal(3, Assert.Single(await store.Plans.BaselinesAsync(Given.Plant, DateOnly.MinValue, Stop)).Version);
        Assert.Equal(new PurgedPlans(0, 0), await store.Plans.PurgeAsync(Given.Plant, Later, Week.Start, Stop));
    }

    [Theory, OnBothStores]
    public async Task PurgeAsync_leaves_what_is_younger_than_its_time(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        for (var at = 1; at <= 4; at++) await PublishAsync(store, Lines(at, 5));

        Assert.Equal(new PurgedPlans(0, 0), await store.Plans.PurgeAsync(Given.Plant, Given.Now, Week.Start, Stop));

        Assert.Equal(4, (await store.Plans.VersionsAsync(Given.Plant, 0, 2, Stop)).Total);
    }

    [Theory, OnBothStores]
    public async Task PurgeAsync_takes_more_rows_than_one_write_does_and_what_a_killed_purge_left(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        for (var at = 1; at <= 4; at++) await PublishAsync(store, Lines(at, 2_500));
        // As it lies when the process dies behind its first write.
        await store.ExecuteAsync("DELETE FROM plan_versions WHERE number IN (1, 2)");

        var gone = await store.Plans.PurgeAsync(Given.Plant, Given.Now, Week.Start, Stop);

        Assert.Equal(0, gone.Versions);
        Assert.Equal(gone.Rows, (2_500 / 2 * (1 + 4)) - await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_orders"));
        Assert.True(gone.Rows > 2_000, $"{gone.Rows} rows are gone");
        Assert.Equal(JsonSerializer.Serialize(Lines(3, 2_500).Orders), JsonSerializer.Serialize((await store.Plans.LoadAsync(Given.Plant, 3, Stop)).Orders!.OrderBy(line => line.Key, StringComparer.Ordinal)));
    }

    [Theory, OnBothStores]
    public async Task PurgeAsync_after_any_past_leaves_every_kept_version_as_it_was(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var past = Gen.Int[0, 3].Array[5].Array[8].Single();
        foreach (var quantities in past) await PublishAsync(store, Plan(quantities));
        var frozen = Gen.Int[1, 8].Array[2].Single();
        for (var back = 0; back < frozen.Length; back++) await store.Plans.SetBaselineAsync(Given.Plant, Week.Plus(-back), frozen[back], null, Given.Now, Effect.None, Stop);

        await store.Plans.PurgeAsync(Given.Plant, Later, Week.Plus(-1).Start, Stop);

        var kept = (await store.Plans.VersionsAsync(Given.Plant, 0, 10, Stop)).Rows;
        Assert.Equal(frozen.Append(7).Append(8).Distinct().OrderDescending(), kept.Select(version => version.Number));
        foreach (var version in kept)
            Assert.Equal(Plan(past[version.Number - 1]).Orders, (await store.Plans.LoadAsync(Given.Plant, version.Number, Stop)).Orders!.OrderBy(line => line.Key, StringComparer.Ordinal));
        // Nothing lies there that no kept version holds.
        var held = kept.SelectMany(version => Plan(past[version.Number - 1]).Orders!).Distinct().Count();
        Assert.InRange(await store.AskAsync<long>("SELECT count(*) AS \"Value\" FROM plan_orders"), held, kept.Sum(version => version.Tables["orders"]));

        PlanSnapshot Plan(int[] quantities) => new() { Orders = [.. quantities.Select((quantity, at) => GivenPlan.Order($"SO{at}", quantity: quantity)).Where(line => line.Quantity > 0)] };
    }

    [Theory, OnBothStores]
    public async Task ConfirmBaselineAsync_lets_one_person_confirm_what_the_calendar_froze(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await PublishAsync(store, Lines(1, 1));
        Assert.Equal(ConfirmOutcome.NothingFrozen, (await ConfirmAsync(store)).Outcome);
        await store.Plans.SetBaselineAsync(Given.Plant, Week, 1, null, Given.Now, Effect.None, Stop);
        Assert.False(Assert.Single((await store.Plans.InUseAsync(Given.Plant, Stop))!.Baselines).IsConfirmed);

        var results = await Task.WhenAll(ConfirmAsync(store), ConfirmAsync(other), ConfirmAsync(store));

        Assert.Single(results, result => result.Outcome == ConfirmOutcome.Confirmed);
        Assert.All(results, result => Assert.Equal((Given.Ana, Later), (result.Baseline!.ConfirmedBy!.Value, result.Baseline.ConfirmedAt!.Value)));
        Assert.Equal(2, results.Count(result => result.Outcome == ConfirmOutcome.AlreadyConfirmed));
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
        Assert.Null(Assert.Single(await store.Plans.BaselinesAsync(Given.Plant, Week.Start, Stop)).By);
    }

    [Theory, OnBothStores]
    public async Task A_card_sees_at_once_that_a_week_was_frozen_and_confirmed(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, Lines(1, 1));
        Assert.Empty((await store.Plans.InUseAsync(Given.Plant, Stop))!.Baselines);

        await store.Plans.SetBaselineAsync(Given.Plant, Week, 1, null, Given.Now, Effect.None, Stop);
        Assert.False((await store.Plans.InUseAsync(Given.Plant, Stop))!.Baselines[0].IsConfirmed);
        await ConfirmAsync(store);
        Assert.True((await store.Plans.InUseAsync(Given.Plant, Stop))!.Baselines[0].IsConfirmed);
    }

    private static Task<ConfirmResult> ConfirmAsync(StoreUnderTest store) =>
        store.Plans.ConfirmBaselineAsync(Given.Plant, Week, Given.Ana, Later, new() { Audit = [Given.Audit()] }, Stop);

    /// <summary>Every second line is another one in each version, the others stay.</summary>
    private static PlanSnapshot Lines(int version, int count) =>
        new() { Orders = [.. Enumerable.Range(0, count).Select(at => GivenPlan.Order($"SO{at:00000}", quantity: at % 2 == 0 ? 1 : version))] };

    private static Task<PlanVersion> PublishAsync(StoreUnderTest store, PlanSnapshot plan) =>
        store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
}
