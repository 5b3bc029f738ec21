using System.Reflection;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using Xunit;

namespace SoeBot.UnitTests.Store;

/// <summary>Every question about the rows of a plan can be asked as of any version.</summary>
public sealed class PlanAsOfTests
{
    /// <summary>What is asked of versions as such, of all that are kept (how often something moved), or of the one in use by its nature.</summary>
    private static readonly string[] WithoutVersion =
    [
        nameof(PlanStore.InUseAsync), nameof(PlanStore.CurrentAsync), nameof(PlanStore.PublishAsync), nameof(PlanStore.ContentHashAsync), nameof(PlanStore.NoteRefusedImportAsync),
        nameof(PlanStore.LastRefusedAsync), nameof(PlanStore.BaselinesAsync), nameof(PlanStore.ConfirmBaselineAsync), nameof(PlanStore.VersionsAsync), nameof(PlanStore.PurgeAsync),
        nameof(PlanStore.TakeTurnAsync), nameof(PlanStore.NewestAsync), nameof(PlanStore.LoadPastAsync), nameof(PlanStore.MovesAsync), nameof(PlanStore.DateMovesAsync),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_question_names_the_version_it_is_asked_of() =>
        Assert.Empty(typeof(PlanStore).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !WithoutVersion.Contains(method.Name) && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(PlanVersion) || (parameter.ParameterType == typeof(int) && parameter.Name is "version" or "number" or "before")))
            .Select(method => method.Name));

    [Theory, OnBothStores]
    public async Task Each_question_is_answered_as_of_the_version_however_many_came_after(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        var days = new DayRange(Given.Today, Given.Today.AddDays(20));
        await PublishAsync(store, new()
        {
            Orders = [GivenPlan.Order("SO1", quantity: 1), GivenPlan.Order("SO2")], Schedule = [GivenPlan.Schedule("WO1")], Purchases = [GivenPlan.Purchase("PO1")],
            Stock = [new() { Item = "FR-7", Location = "A", OnHand = 1 }], Items = [new() { Number = "FR-7", Name = "Frame" }],
        });
        var then = await AnswersAsync(1);
        await PublishAsync(store, new()
        {
            Orders = [GivenPlan.Order("SO1", quantity: 2), GivenPlan.Order("SO3")], Schedule = [GivenPlan.Schedule("WO1", due: 5), GivenPlan.Schedule("WO2")], Purchases = [],
            Stock = [new() { Item = "FR-7", Location = "A", OnHand = 9 }], Items = [new() { Number = "FR-7", Name = "New frame" }],
        });
        await PublishAsync(store, new() { Orders = [] });

        Assert.Equal(then, await AnswersAsync(1));
        Assert.Equal(["2, SO1 SO3, 2, WO1 WO2, 0, 9, New frame", "", "SO1 SO3"], await AnswersAsync(2));
        Assert.Equal(["0, , 0, , 0, 0, ", "", ""], await AnswersAsync(3));

        async Task<string[]> AnswersAsync(int version)
        {
            var plan = await store.Plans.LoadAsync(Given.Plant, version, Stop);
            var schedule = await store.Plans.ScheduleDueAsync(Given.Plant, version, days, 0, 9, Stop);
            var lines = await store.Plans.OrderLinesAsync(Given.Plant, version, (string[])["SO1"], Stop);
            Assert.Equal(lines, await store.Plans.OrderLinesAsync(Given.Plant, version, "SO1", Stop));
            Assert.Equal(plan.Schedule, await store.Plans.ScheduleAsync(Given.Plant, version, Stop));
            var names = await store.Plans.ItemNamesAsync(Given.Plant, version, Stop);
            var stock = await store.Plans.StockOfAsync(Given.Plant, version, ["FR-7"], Stop);
            return
            [
                $"{lines.Sum(line => line.Quantity):0}, {string.Join(' ', plan.Orders!.Select(line => line.Order))}, {schedule.Total}, {string.Join(' ', schedule.Rows.Select(line => line.Number).Order())}, "
                    + $"{(await store.Plans.PurchasesDueAsync(Given.Plant, version, days, 0, 9, Stop)).Total}, {stock.GetValueOrDefault("FR-7"):0}, {names.GetValueOrDefault("FR-7")}",
                string.Join(' ', await store.Plans.FindOrdersAsync(Given.Plant, version, "2", 9, Stop)),
                string.Join(' ', (await store.Plans.OrderKeysAsync(Given.Plant, version, Stop)).Select(key => key.Order).Order()),
            ];
        }
    }

    private static Task<PlanVersion> PublishAsync(StoreUnderTest store, PlanSnapshot plan) =>
        store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
}
