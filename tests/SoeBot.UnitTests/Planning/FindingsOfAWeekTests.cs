using Microsoft.Extensions.Logging.Abstractions;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;
using SoeBot.People;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.Store.Plans;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Planning;

/// <summary>Imports of several days on a real store: what each version's findings hold, and who is told at once.</summary>
public sealed class FindingsOfAWeekTests
{
    private static readonly PlantId Plant = new("north");
    private static readonly DateOnly Monday = new(2026, 1, 5);
    private static readonly PersonKey Director = PersonKey.Of(Given.Tenant, "director");
    private static readonly PersonKey Petra = PersonKey.Of(Given.Tenant, "petra");

    private static readonly PlantProfile Profile = new()
    {
        Id = Plant, Name = "Plant North", Calendar = new PlantCalendar { Zone = TimeZoneInfo.Utc }, MeetingDay = DayOfWeek.Wednesday, MeetingStart = new(13, 0), MeetingMinutes = 90,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly PlanSnapshot Calm = new()
    {
        Orders = [new OrderLine { Order = "SO1", Line = "1", Item = "pump", Quantity = 8, Requested = Monday.AddDays(9) }],
        Stock = [new StockLine { Item = "pump", Location = "Store", OnHand = 100 }],
        Schedule = [new ScheduleLine { Number = "W1", Item = "pump", Planned = 50, Start = Monday, Due = Monday.AddDays(3) }],
        Purchases = [],
    };

    private static readonly PlanSnapshot Out = Calm with { Stock = [new StockLine { Item = "pump", Location = "Store", OnHand = 0 }], Schedule = [] };

    private static async Task<PlanFindings> ImportAsync(StoreUnderTest store, int day, PlanSnapshot plan)
    {
        var publish = Publisher(store);
        var at = new DateTimeOffset(Monday.AddDays(day).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
        var version = await publish.PublishAsync(Profile, plan, new PlanOrigin(at, "a test", "Ana", null), at, Stop);
        return (await store.Plans.FindingsAsync(Plant, version.Number, Stop))!;
    }

    private static PublishPlan Publisher(StoreUnderTest store) => new(
        store.Plans, new ComputePlan(store.Plans, new ComputeNumbers(store.Plans)), new FollowOrders(store.Plans, store.AtRisk), new TellFlags(new Rights(store.People, store.Absences)), new PlanNews(), NullLogger<PublishPlan>.Instance);

    private static async Task<IReadOnlyList<string>> ToldAsync(StoreUnderTest store) =>
        [.. (await store.Outbox.RecentAsync(Plant, 20, Stop)).Select(message => $"{message.Card.Source} {message.Key.Split(':')[2]}").Order()];

    [Theory, OnBothStores]
    public async Task Publish_OutOfStockTwiceInARow_TellsExecutivesOnceAndAgainOnlyAfterItCleared(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.People.GrantAsync(Plant, Director, Role.Executive, Effect.None, Stop);
        await store.People.GrantAsync(Plant, Petra, Role.Planning, Effect.None, Stop);

        await ImportAsync(store, 0, Out);
        Assert.Empty(await ToldAsync(store));
        await ImportAsync(store, 1, Out);
        await ImportAsync(store, 2, Out);
        Assert.Equal(["executive 2"], await ToldAsync(store));
        await ImportAsync(store, 3, Calm);
        await ImportAsync(store, 4, Out);
        Assert.Equal(["executive 2"], await ToldAsync(store));
        await ImportAsync(store, 7, Out);
        Assert.Equal(["executive 2", "executive 6"], await ToldAsync(store));
        Assert.Equal(2, (await store.Audit.AboutAsync(Plant, "pump", Stop)).Count(line => line.What == "flag.fire"));
    }

    [Theory, OnBothStores]
    public async Task Publish_TheMixOfShopsShifts_IsPassedToPlanningAtOnce(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.People.GrantAsync(Plant, Petra, Role.Planning, Effect.None, Stop);
        ForecastLine Sold(string item, int week, decimal pieces) => new() { Item = item, Week = Monday.AddDays(-7 * week), Quantity = pieces, PointOfSale = pieces };
        var plan = Calm with
        {
            Items = [new Item { Number = "small", Name = "small", Family = "Pumps" }, new Item { Number = "big", Name = "big", Family = "Pumps" }],
            Forecast = [.. Enumerable.Range(1, 10).SelectMany(week => (ForecastLine[])[Sold("small", week, week <= 2 ? 80 : 50), Sold("big", week, week <= 2 ? 20 : 50)])],
        };

        await ImportAsync(store, 0, plan);
        await ImportAsync(store, 1, plan);

        Assert.Equal(["flags 1"], await ToldAsync(store));
    }

    [Fact]
    public async Task Publish_ALateCastingForThreeDays_OpensOneProcessProblemAcrossAWeekendAndASecondImport()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        var late = Calm with { Purchases = [new PurchaseLine { Order = "P1", Line = "1", Item = "casting", Supplier = "Foundry", Quantity = 10, Due = Monday.AddDays(-3) }] };

        await ImportAsync(store, 3, late); // Thursday
        await ImportAsync(store, 4, late); // Friday
        await ImportAsync(store, 5, Calm); // Saturday's import does not show it
        Assert.Empty((await ImportAsync(store, 4 + 1, late)).Problems);
        var monday = await ImportAsync(store, 7, late);
        var again = await ImportAsync(store, 7, late);
        var tuesday = await ImportAsync(store, 8, late);

        Assert.Equal([3, 3, 4], new[] { monday, again, tuesday }.Select(findings => findings.Exceptions.Single(found => found.Category == ExceptionCategory.LateSupply).ReportDays));
        Assert.All([monday, again, tuesday], findings => Assert.Equal("X-1", Assert.Single(findings.Problems).Name));
        Assert.Single(await store.Audit.AboutAsync(Plant, "X-1", Stop));
        Assert.Equal([1, 1], tuesday.ExceptionWeeks.Select(week => week.ByCategory[ExceptionCategory.LateSupply]));
    }

    [Fact]
    public async Task Publish_AWeekAfterTheFreeze_MeasuresItAgainstTheFrozenPlanAndKeepsItsOrders()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        await ImportAsync(store, 0, Calm);
        await Publisher(store).FreezeAsync(Profile, new PlantWeek(Monday), new DateTimeOffset(2026, 1, 5, 7, 0, 0, TimeSpan.Zero), Stop);
        // Replanned down to 30 in the week: measured against the 50 that were frozen.
        var done = Calm with { Schedule = [Calm.Schedule![0] with { Planned = 30, Good = 30, FinishedOn = Monday.AddDays(3) }] };

        var first = await ImportAsync(store, 7, done);
        var second = await ImportAsync(store, 8, done);

        Assert.All([first, second], findings =>
        {
            Assert.Equal(0.6m, findings.Weeks[0].Attainment.Share);
            Assert.Equal((20m, 50m), findings.Figures.Single(figure => figure.Kind == FigureKind.PlanPerOrder) is var gap ? (gap.Numerator!.Value, gap.Denominator!.Value) : default);
            Assert.Contains("version 1", findings.Figures.Single(figure => figure.Kind == FigureKind.Attainment).Sources);
        });
        Assert.Equal(Enum.GetValues<FigureKind>().Length, second.Figures.Count);
    }

    /// <summary>The stock of earlier weeks is asked of the store as of their frozen versions.</summary>
    [Fact]
    public async Task Publish_StockAboveSafetyStockRisingForFourWeeksWhileAnotherIsShort_IsCreep()
    {
        await using var store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
        PlanSnapshot Plan(decimal stock) => new()
        {
            Items = [new Item { Number = "pump", Name = "Pump", SafetyStock = 100 }, new Item { Number = "valve", Name = "Valve", SafetyStock = 20 }],
            Stock = [new StockLine { Item = "pump", Location = "Store", OnHand = stock }, new StockLine { Item = "valve", Location = "Store", OnHand = 3 }],
        };
        PlanFindings findings = null!;
        foreach (var (week, stock) in new[] { 110m, 120, 140, 160, 180 }.Index())
        {
            findings = await ImportAsync(store, 7 * week, Plan(stock));
            Assert.Equal(week == 4 ? 1 : 0, findings.Flags.Count);
            await Publisher(store).FreezeAsync(Profile, new PlantWeek(Monday.AddDays(7 * week)), new DateTimeOffset(2026, 1, 5, 7, 0, 0, TimeSpan.Zero), Stop);
        }

        Assert.Equal(
            "Pump: 180 in stock, 80 above its safety stock of 100 and rising for 4 weeks (from 110), while 1 item is short: Valve", Assert.Single(findings.Flags, flag => flag.Kind == FlagKind.SafetyStockCreep).Words);
    }
}
