using SoeBot.Domain.HandOver;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.HandOver.HandOverUnderTest;
using static SoeBot.TestKit.ReceiverUnderTest;

namespace SoeBot.UnitTests.HandOver;

/// <summary>The process dies between sending and writing down that it was sent, or stands still for too long.</summary>
public sealed class HandOverKilledTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task What_was_sent_and_not_written_down_is_sent_once_more_under_the_same_id(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        using var death = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        erp.Answer = async (_, _) => await death.CancelAsync();
        await Task.WhenAll(await plant.Turns.StartDueAsync(death.Token));
        Assert.Equal(HandOverState.Waiting, (await plant.OfAsync(change, "ERP")).State);
        erp.Answer = Says(200);
        await using var next = plant.Another();

        await next.TurnAsync();
        Assert.Single(erp.Calls); // It is still in the dead one's hand.
        await next.Store.HandOvers.RecoverAsync(Stop);
        await next.TurnAsync();
        Assert.Single(erp.Calls); // The dead one is this process, as far as anybody can see.
        await plant.Store.ExecuteAsync($"UPDATE hand_overs SET held_by = '{Environment.MachineName}|{Environment.ProcessId}|1'");
        await next.Store.HandOvers.RecoverAsync(Stop);
        await next.TurnAsync();

        Assert.Equal(2, erp.Calls.Count);
        Assert.Single(erp.Calls.Select(one => (one.Id, one.Body)).Distinct());
        Assert.Equal(HandOverState.Accepted, (await plant.OfAsync(change, "ERP")).State);
    }

    [Theory, OnBothStores]
    public async Task Whoever_comes_back_after_its_lease_writes_nothing_over_what_came_after(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        var late = Assert.Single(await plant.Store.HandOvers.ClaimAsync(Plant, "ERP", plant.Time.GetUtcNow(), TimeSpan.FromMinutes(1), 4, Stop));
        Assert.Empty(await plant.Store.HandOvers.ClaimAsync(Plant, "ERP", plant.Time.GetUtcNow(), TimeSpan.FromMinutes(1), 4, Stop));
        plant.Time.Advance(TimeSpan.FromMinutes(1));
        await plant.TurnAsync();
        Assert.False(await plant.Store.HandOvers.SettleAsync(late, row =>
        {
            row.Refuse("late", plant.Time.GetUtcNow());
            return new Effect { Audit = [Given.Audit("late", "C-1")] };
        }, Stop));
        Assert.Equal(HandOverState.Accepted, (await plant.OfAsync(change, "ERP")).State);
        Assert.DoesNotContain(await plant.Store.Audit.AboutAsync(Plant, "C-1", Stop), line => line.What == "late");
    }

    [Theory, OnBothStores]
    public async Task Two_processes_never_take_up_the_same_and_never_two_of_one_order(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        await using var other = plant.Another();
        var together = 0;
        erp.Answer = async (heard, context) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref together));
            await Says(200)(heard, context);
            Interlocked.Decrement(ref together);
        };
        for (var at = 0; at < 8; at++) await plant.ApproveAsync("SO63216");
        for (var at = 0; at < 16 && erp.Calls.Count < 8; at++) await Task.WhenAll(plant.TurnAsync(), other.TurnAsync());
        Assert.Equal(Enumerable.Range(1, 8).Select(number => $"C-{number}"), erp.Requests);
    }

    [Theory, OnBothStores]
    public async Task The_same_approval_written_twice_is_handed_over_once(StoreProvider provider)
    {
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        await plant.Store.Outbox.AddAsync(new Effect { HandOvers = SoeBot.Changes.HandChangeOver.Of(plant.Plants.Get(Plant), change, ["change"], TimeSpan.Zero, plant.Time.GetUtcNow()) }, Stop);
        await plant.TurnAsync();
        Assert.Single(erp.Calls);
    }

    [Theory, OnBothStores]
    public async Task An_approval_that_is_rolled_back_hands_over_nothing(StoreProvider provider)
    {
        await using var plant = await NewAsync(provider, Webhook("ERP", "http://127.0.0.1:9/"));
        var change = await plant.ApproveAsync("SO63216");
        await plant.Store.ExecuteAsync("DELETE FROM hand_over_orders");
        await plant.Store.ExecuteAsync("DELETE FROM hand_overs");
        var broken = new Effect { HandOvers = SoeBot.Changes.HandChangeOver.Of(plant.Plants.Get(Plant), change, [], TimeSpan.Zero, plant.Time.GetUtcNow()), Audit = [Given.Audit(about: null!)] };
        await Assert.ThrowsAnyAsync<Exception>(() => plant.Store.Changes.ChangeAsync(change.Id, _ => (true, broken), Stop));
        Assert.Empty(await plant.Store.HandOvers.OfAsync(change.Id, Stop));
    }
}
