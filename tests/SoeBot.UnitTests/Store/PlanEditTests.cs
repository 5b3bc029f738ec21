using CsCheck;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>Who knows where a plan differs from the version in use spares the store the comparison, and stores the same.</summary>
public sealed class PlanEditTests
{
    private static readonly PlantId Told = new("told"), Compared = new("compared");
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task PublishAsync_told_what_changed_stores_what_comparing_stores(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var days = Gen.Int[0, 3].Array[8].Select(Gen.Int[0, 2].Array[8], Gen.Bool).Array[6].Single();
        PlanSnapshot before = new();
        foreach (var (quantities, fresh, schedule) in days)
        {
            // A line of quantity 0 is not there. Some rows are read anew though nothing in them changed.
            OrderLine[] lines = [.. quantities.Select((quantity, at) => GivenPlan.Order($"SO{at}", quantity: quantity)).Where(line => line.Quantity > 0)];
            lines = [.. lines.Select(line => fresh[line.Order[^1] - '0'] == 0 ? line : before.Orders?.FirstOrDefault(held => held == line) ?? line)];
            var plan = new PlanSnapshot { Orders = lines, Schedule = schedule ? [GivenPlan.Schedule("WO1")] : null };
            var edit = new PlanEdit((await store.Plans.NewestAsync(Told, Stop))?.Number ?? 0, new Dictionary<string, TableEdit>
            {
                ["orders"] = Edit(before.Orders, lines),
                ["schedule"] = TableEdit.Whole(plan.Schedule, before.Schedule),
            });

            var told = await PublishAsync(store, Told, plan, edit);
            var compared = await PublishAsync(store, Compared, plan, null);

            Assert.Equal(compared.Changes, told.Changes);
            Assert.Equal(compared.Version.Tables, told.Version.Tables);
            for (var version = 1; version <= told.Version.Number; version++)
            {
                var (one, other) = (await store.Plans.LoadAsync(Told, version, Stop), await store.Plans.LoadAsync(Compared, version, Stop));
                Assert.Equal(other.Orders, one.Orders);
                Assert.Equal(other.Schedule, one.Schedule);
            }
            before = plan;
        }
    }

    [Theory, OnBothStores]
    public async Task PublishAsync_told_of_another_version_than_the_one_in_use_compares(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, Told, new() { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO2")] }, null);
        await PublishAsync(store, Told, new() { Orders = [GivenPlan.Order("SO1")] }, null);
        var plan = new PlanSnapshot { Orders = [GivenPlan.Order("SO1"), GivenPlan.Order("SO2")] };

        // By somebody who has not seen the second version: nothing changed since the first.
        await PublishAsync(store, Told, plan, new(1, new Dictionary<string, TableEdit>()));

        Assert.Equal(plan.Orders, (await store.Plans.LoadAsync(Told, 3, Stop)).Orders);
    }

    private static TableEdit Edit(IReadOnlyList<OrderLine>? before, OrderLine[] after) => new(
        [.. Enumerable.Range(0, after.Length).Where(at => before?.Contains(after[at], ReferenceEqualityComparer.Instance) != true)],
        [.. (before ?? []).Where(row => !after.Contains(row, ReferenceEqualityComparer.Instance))]);

    private static async Task<PublishedPlan> PublishAsync(StoreUnderTest store, PlantId plant, PlanSnapshot plan, PlanEdit? edit)
    {
        PublishedPlan? published = null;
        await store.Plans.PublishAsync(plant, plan, edit, GivenPlan.Origin, Given.Now, made => { published = made; return Effect.None; }, Stop);
        return published!;
    }
}
