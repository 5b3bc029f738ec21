using SoeBot.Domain.Plan;
using SoeBot.Domain.Reminders;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>What a change brings with it is written with it, or not at all.</summary>
public sealed class EffectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_effect_writes_all_its_parts(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Inbox.AddAsync("19:a", "1", "{}", Given.Now, Stop);
        var activity = await store.Inbox.ClaimNextAsync(Given.Now, Stop);
        await store.Outbox.AddAsync(new()
        {
            Occurrences = [Given.Occurrence("D-4@23"), Given.Occurrence("D-41@23"), Given.Occurrence("D-5@23"), Given.Occurrence("D-4@24", kind: "escalation"), Given.Occurrence("cause")],
        }, Stop);

        await store.Outbox.AddAsync(new()
        {
            Audit = [Given.Audit("decision.redate", "D-4")],
            Messages = [Given.Message("redated")],
            Occurrences = [Given.Occurrence("D-4@30", TimeSpan.FromDays(7)), Given.Occurrence("D-41@23", TimeSpan.FromDays(1)), Given.Occurrence("cause", TimeSpan.FromDays(2))],
            Withdraw = [(Given.Plant, "D-4@"), (new PlantId("tijuana"), "D-5@")],
            InboxDone = activity!.Id,
            OccurrenceDone = Given.Occurrence("cause"),
        }, Stop);

        Assert.Equal(
            [("D-5@23", OccurrenceState.Pending, 0), ("cause", OccurrenceState.Done, 0), ("D-41@23", OccurrenceState.Pending, 1), ("D-4@30", OccurrenceState.Pending, 7)],
            (await store.Occurrences.ListAsync(Given.Plant, Given.Now, Given.Now.AddDays(30), Stop)).Select(row => (row.Occurrence.Key, row.State, (row.Occurrence.DueAt - Given.Now).Days)));
        Assert.Equal(Given.Audit("decision.redate", "D-4"), Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)));
        Assert.Single(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
        Assert.Equal("Done", await store.AskAsync<string>("SELECT state AS \"Value\" FROM inbox"));
    }

    [Theory, OnBothStores]
    public async Task A_change_that_fails_leaves_nothing_of_its_effect(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var broken = new Effect { Audit = [Given.Audit() with { What = null! }], Messages = [Given.Message("half")], Occurrences = [Given.Occurrence("1")] };

        await Assert.ThrowsAnyAsync<Exception>(() => store.Decisions.RecordAsync(Given.Decision(), Given.Now, _ => broken, Stop));

        Assert.Empty(await store.Decisions.OpenAsync(Given.Plant, Stop));
        Assert.Empty(await store.Outbox.RecentAsync(Given.Plant, 10, Stop));
        Assert.Empty(await store.Occurrences.PlantsAsync(Stop));
        Assert.False(await store.OutboxSignal.WaitAsync(TimeSpan.Zero, Stop));
        Assert.Equal(1, (await store.Decisions.RecordAsync(Given.Decision(), Given.Now, _ => Effect.None, Stop)).Decision.Number);
    }

    [Theory, OnBothStores]
    public async Task The_audit_is_read_in_pages_and_by_what_it_is_about(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        for (var at = 1; at <= 3; at++) await store.Outbox.AddAsync(new() { Audit = [Given.Audit($"step {at}", at == 2 ? "D-2" : "D-1")] }, Stop);

        Assert.Equal(["step 3", "step 2"], (await store.Audit.ListAsync(Given.Plant, 0, 2, Stop)).Select(line => line.What));
        Assert.Equal(["step 1"], (await store.Audit.ListAsync(Given.Plant, 2, 2, Stop)).Select(line => line.What));
        Assert.Equal(["step 1", "step 3"], (await store.Audit.AboutAsync(Given.Plant, "D-1", Stop)).Select(line => line.What));
        Assert.Empty(await store.Audit.ListAsync(new PlantId("tijuana"), 0, 10, Stop));
    }

    [Theory, OnBothStores]
    public async Task The_audit_refuses_to_be_changed_by_anybody(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Outbox.AddAsync(new() { Audit = [Given.Audit()] }, Stop);

        foreach (var sql in new[] { "UPDATE audit SET what = 'nothing'", "DELETE FROM audit" })
            Assert.Contains("the audit only grows", (await Assert.ThrowsAnyAsync<Exception>(() => store.ExecuteAsync(sql))).Message, StringComparison.Ordinal);

        Assert.Equal(Given.Audit(), Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop)));
    }
}
