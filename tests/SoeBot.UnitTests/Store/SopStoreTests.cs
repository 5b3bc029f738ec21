using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Sop;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class SopStoreTests
{
    private static readonly DateOnly Month = new(2026, 11, 1);
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Two_who_tick_at_once_leave_one_tick_and_one_audit_line(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();
        await GiveAsync(store);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => (at % 2 == 0 ? store : other).Sop.ChangeAsync(Given.Plant, Month, Given.Today, cycle =>
        {
            var outcome = cycle.Tick(SopArtifactKind.SupplyPlan, Given.Ben, byLead: false, null, 3, Given.Now);
            return (outcome, outcome == SopOutcome.Changed ? new Effect { Audit = [Given.Audit("sop.tick", "2026-11")] } : Effect.None);
        }, Stop)));

        Assert.Single(results, result => result.Outcome == SopOutcome.Changed);
        var stored = (await store.Sop.CycleAsync(Given.Plant, Month, Stop))!;
        Assert.Equal((Given.Ben, Given.Now, 3), (stored.Of(SopArtifactKind.SupplyPlan).TickedBy!.Value, stored.Of(SopArtifactKind.SupplyPlan).TickedAt!.Value, stored.Of(SopArtifactKind.SupplyPlan).PlanVersion!.Value));
        Assert.Equal(["given", "ticked"], stored.Events.Select(one => one.What));
        Assert.Single(await store.Audit.AboutAsync(Given.Plant, "2026-11", Stop));
    }

    [Theory, OnBothStores]
    public async Task A_refused_tick_begins_no_cycle(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var result = await store.Sop.ChangeAsync(Given.Plant, Month, Given.Today, cycle => (cycle.Tick(SopArtifactKind.SupplyPlan, Given.Ben, true, null, 3, Given.Now), Effect.None), Stop);
        Assert.Equal(SopOutcome.NoOwner, result.Outcome);
        Assert.Null(await store.Sop.LastCycleAsync(Given.Plant, Stop));
    }

    [Theory, OnBothStores]
    public async Task A_week_that_is_frozen_keeps_the_signed_plan_it_is_measured_against(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var version = await store.Plans.PublishAsync(Given.Plant, GivenPlan.Full(), GivenPlan.Origin, Given.Now, Effect.None, Stop);
        var week = new PlantWeek(Given.Today);
        await store.Plans.SetBaselineAsync(Given.Plant, week, version.Number, null, Given.Now, Effect.None, Stop);
        await store.Sop.ChangeAsync(Given.Plant, Month, Given.Today, cycle =>
        {
            foreach (var kind in Enum.GetValues<SopArtifactKind>())
            {
                cycle.GiveTo(kind, Given.Ben, Given.Ana, Given.Now);
                Assert.Equal(SopOutcome.Changed, cycle.Tick(kind, Given.Ben, false, 4, version.Number, Given.Now));
            }
            return (true, Effect.None);
        }, Stop);
        await store.Plans.SetBaselineAsync(Given.Plant, week.Next, version.Number, null, Given.Now, Effect.None, Stop);

        var frozen = await store.Plans.BaselinesAsync(Given.Plant, week.Start, Stop);

        Assert.Equal([null, Month], frozen.Select(one => one.SopMonth));
        Assert.Equal([null, version.Number], frozen.Select(one => one.SopVersion));
        Assert.Equal(Month, (await store.Sop.LastSignedAsync(Given.Plant, Stop))!.Month);
    }

    [Theory, OnBothStores]
    public async Task A_summary_is_drafted_once_worded_and_sent_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.True(await store.Sop.DraftAsync(Summary("first"), new Effect { Audit = [Given.Audit("month-summary")] }, Stop));
        Assert.False(await store.Sop.DraftAsync(Summary("second"), new Effect { Audit = [Given.Audit("month-summary")] }, Stop));

        await store.Sop.ChangeSummaryAsync(Given.Plant, Month, one => (one.Edit(SummaryPart.Learnings, "  our words ", Given.Ana, Given.Now), Effect.None), Stop);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.Sop.ChangeSummaryAsync(Given.Plant, Month, one => (one.Send(Given.Ana, Given.Now), Effect.None), Stop)));
        var late = await store.Sop.ChangeSummaryAsync(Given.Plant, Month, one => (one.Edit(SummaryPart.Learnings, "too late", Given.Ben, Given.Now), Effect.None), Stop);

        Assert.Single(sent, one => one.Outcome == SummaryOutcome.Changed);
        Assert.Equal(SummaryOutcome.AlreadySent, late.Outcome);
        var stored = (await store.Sop.SummaryAsync(Given.Plant, null, Stop))!;
        var section = Assert.Single(stored.Sections);
        Assert.Equal(("our words", "first"), (section.Words, section.Lines[0]));
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));

        static MonthSummary Summary(string line) => MonthSummary.Draft(Given.Plant, Month, [new(SummaryPart.Learnings, [line])], 3, Given.Now);
    }

    [Theory, OnBothStores]
    public async Task A_topic_sent_down_twice_is_one_and_is_done_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var topic = SopTopic.SendDown(Guid.CreateVersion7(), Given.Plant, "SO63216 needs a date", Given.Ana, Given.Now);
        await store.Sop.SendDownAsync(topic, Effect.None, Stop);
        await store.Sop.SendDownAsync(topic, Given.Says(Given.Message("again")), Stop);
        await store.Sop.SendDownAsync(SopTopic.SendDown(Guid.CreateVersion7(), new PlantId("tijuana"), "elsewhere", Given.Ana, Given.Now), Effect.None, Stop);

        Assert.Empty(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
        Assert.True((await store.Sop.ChangeTopicAsync(Given.Plant, topic.Id, one => (one.Done("D-41", Given.Ben, Given.Now.AddDays(1)), Effect.None), Stop)).Outcome);
        Assert.False((await store.Sop.ChangeTopicAsync(Given.Plant, topic.Id, one => (one.Done("D-42", Given.Ben, Given.Now), Effect.None), Stop)).Outcome);
        Assert.Equal("D-41", Assert.Single(await store.Sop.TopicsAsync(Given.Plant, Given.Now, Stop)).Answer);
        Assert.Empty(await store.Sop.TopicsAsync(Given.Plant, Given.Now.AddDays(2), Stop));
    }

    private static Task<ChangeResult<SopCycle, SopOutcome>> GiveAsync(StoreUnderTest store) =>
        store.Sop.ChangeAsync(Given.Plant, Month, Given.Today, cycle => (cycle.GiveTo(SopArtifactKind.SupplyPlan, Given.Ben, Given.Ana, Given.Now), Effect.None), Stop);
}
