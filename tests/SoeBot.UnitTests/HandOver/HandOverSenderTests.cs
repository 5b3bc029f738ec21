using Microsoft.Extensions.Logging.Abstractions;
using SoeBot.Domain.Changes;
using SoeBot.Domain.HandOver;
using SoeBot.HandOver;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.TestKit;
using SoeBot.UnitTests.Store;
using Xunit;
using static SoeBot.UnitTests.HandOver.HandOverUnderTest;

namespace SoeBot.UnitTests.HandOver;

/// <summary>When it is looked at, and for how long it is kept.</summary>
public sealed class HandOverSenderTests
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_is_handed_over_while_the_clock_stands()
    {
        var (came, number) = (new SemaphoreSlim(0), 0);
        await using var erp = await ReceiverUnderTest.StartAsync();
        erp.Answer = (_, _) => Task.FromResult(came.Release());
        // It wants no moves, so that the approval itself hands nothing over.
        await using var plant = await NewAsync(StoreProvider.Sqlite, ("ERP", new ReceiverSetting { Address = erp.Address, Secret = Secret, Changes = [ChangeKind.Cancel] }));
        using var sender = new HandOverSender(plant.Turns, plant.Store.HandOvers, plant.Store.HandOverSignal, plant.Time, NullLogger<HandOverSender>.Instance);
        await sender.StartAsync(Stop);
        for (; number < 3; number++)
        {
            var change = await plant.ApproveAsync($"SO{number}");
            await Task.Run(async () => { while ((await plant.Store.HandOvers.CountsAsync(Plant, Stop)).GetValueOrDefault(HandOverState.Accepted) < number) await Task.Yield(); }, Stop);
            await plant.Store.Outbox.AddAsync(new Effect { HandOvers = [ChangeHandOver.Of(Guid.NewGuid(), change, "ERP", $$$"""{"data":{"request":"{{{change.Name}}}"}}""", [], DateTimeOffset.MinValue, Given.Now)] }, Stop);
            Assert.True(await came.WaitAsync(Patience.Most, Stop), $"{change.Name} waits for the clock");
        }
        await sender.StopAsync(Stop);
        Assert.Equal(["C-1", "C-2", "C-3"], erp.Requests);
    }

    [Theory, OnBothStores]
    public async Task What_was_accepted_a_year_ago_is_forgotten_but_not_what_guards_a_replay(StoreProvider provider)
    {
        await using var erp = await ReceiverUnderTest.StartAsync();
        await using var plant = await NewAsync(provider, Webhook("ERP", erp.Address));
        erp.Answer = (heard, context) => heard.Request == "C-1" ? ReceiverUnderTest.Says(422, "no", "text/plain")(heard, context) : Task.CompletedTask;
        foreach (var order in (string[])["SO1", "SO1", "SO2"])
        {
            await plant.ApproveAsync(order);
            await plant.TurnAsync();
        }
        plant.Time.Advance(Year + TimeSpan.FromMinutes(1));
        await plant.ApproveAsync("SO3");
        await plant.TurnAsync();

        using var sender = new HandOverSender(plant.Turns, plant.Store.HandOvers, plant.Store.HandOverSignal, plant.Time, NullLogger<HandOverSender>.Instance);
        await sender.StartAsync(Stop);
        await Task.Run(async () => { while (await plant.Store.HandOvers.FindAsync(Plant, 3, "ERP", Stop) is not null) await Task.Yield(); }, Stop).WaitAsync(Patience.Most, Stop);
        await sender.StopAsync(Stop);

        // C-1 was refused, C-2 came later for the same order; C-4 is new.
        Assert.Equal([1, 2, 4], (await plant.Store.HandOvers.ListAsync(Plant, 9, Stop)).Select(one => one.Number).Order());
        Assert.Equal(ReplayOutcome.Overtaken, await plant.Store.HandOvers.ReplayAsync(Plant, 1, "ERP", plant.Time.GetUtcNow(), (_, _) => Effect.None, Stop));
        Assert.Equal(3, await plant.Store.AskAsync<int>("SELECT count(*) AS \"Value\" FROM hand_over_orders"));
    }
}
