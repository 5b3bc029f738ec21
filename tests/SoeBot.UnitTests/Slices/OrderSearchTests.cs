using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SoeBot.Extensions;
using SoeBot.Orders;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Teams.Extensions;
using Xunit;

namespace SoeBot.UnitTests.Slices;

/// <summary>Somebody searches while the plan is still being read.</summary>
public sealed class OrderSearchTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_that_is_ready_only_after_the_search_gave_up_on_it_is_not_said_to_hold_nothing()
    {
        await using var slices = await SlicesUnderTest.NewAsync(provider: StoreProvider.PostgreSql);
        await using var db = await slices.Store.Database.OpenAsync(Stop);
        var held = await db.Database.BeginTransactionAsync(Stop);
        await db.Database.ExecuteSqlRawAsync("LOCK TABLE plan_orders IN ACCESS EXCLUSIVE MODE", Stop);

        // The patience of the search ends, and at the same moment the plan can be read.
        var search = Search(slices, new EndsAtOnce(held.Commit));
        Assert.Equal("I am still reading the plan. Type on in a moment.", await search("nobody"));
        Assert.StartsWith("No order fits \"nobody\".", await search("nobody"), StringComparison.Ordinal);
        await held.DisposeAsync();
    }

    private static Func<string, Task<string?>> Search(SlicesUnderTest slices, TimeProvider time)
    {
        var list = new ExtensionList();
        new FindOrder(slices.Store.Plans, slices.Store.AtRisk, new PlantProfiles(Options.Create(new PlantsOptions())), null!, new OrderIndexes(slices.Store.Plans, time)).Register(list);
        var asker = new Asker(SlicesUnderTest.Omar, "Omar", Store.Given.Tenant, "a:chat", [SlicesUnderTest.Plant], "1");
        return async typed => (await list.Queries[FindOrder.Command](new ExtensionQuery(null!, FindOrder.Command, typed, IsInitialRun: false, 0, 10), asker, Stop)).Message;
    }

    /// <summary>The first wait is over as it begins; every later one lasts until what is waited for comes.</summary>
    private sealed class EndsAtOnce(Action then) : TimeProvider
    {
        private int _asked;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (Interlocked.Increment(ref _asked) == 1)
            {
                callback(state);
                then();
            }
            return new Never();
        }

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
