using System.Text.Json;
using SoeBot.Domain.Exceptions;
using SoeBot.Domain.Fences;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Metrics;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Store;
using SoeBot.Store.Effects;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class PlanStoreTests
{
    private static readonly DayRange TwoWeeks = new(Given.Today, Given.Today.AddDays(13));
    private static readonly PlantWeek Week = new(Given.Today);

    /// <summary>Read-only properties are left out because a week knows the next week, which knows the next.</summary>
    private static readonly JsonSerializerOptions AsText = new() { IgnoreReadOnlyProperties = true, WriteIndented = true };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task CurrentAsync_before_the_first_import_is_nothing(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);

        Assert.Null(await store.Plans.CurrentAsync(Given.Plant, Stop));
        Assert.Null(await store.Plans.FindAsync(Given.Plant, 1, Stop));
        Assert.Null((await store.Plans.LoadAsync(Given.Plant, 1, Stop)).Orders);
    }

    [Theory, OnBothStores]
    public async Task ScheduleDueAsync_pages_through_the_days_in_order(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, new() { Schedule = [GivenPlan.Schedule("W4", 13), GivenPlan.Schedule("W2", 3, 2), GivenPlan.Schedule("W1", 3, 3), GivenPlan.Schedule("W0", -1), GivenPlan.Schedule("W9", 14), GivenPlan.Schedule("W3", 3, 1)] });

        var page = await store.Plans.ScheduleDueAsync(Given.Plant, 1, TwoWeeks, 1, 2, Stop);

        Assert.Equal(["W2", "W1"], page.Rows.Select(line => line.Number));
        Assert.Equal(4, page.Total);
    }

    [Theory, OnBothStores]
    public async Task PurchasesDueAsync_lists_open_lines_by_the_day_they_are_expected(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, new()
        {
            Purchases =
            [
                GivenPlan.Purchase("confirmed later", due: 1, confirmed: 9), GivenPlan.Purchase("due", due: 2), GivenPlan.Purchase("confirmed out of it", due: 2, confirmed: 20),
                GivenPlan.Purchase("confirmed into it", due: 30, confirmed: 5), GivenPlan.Purchase("received", received: 100), GivenPlan.Purchase("cancelled") with { Cancelled = true },
            ],
        });

        var page = await store.Plans.PurchasesDueAsync(Given.Plant, 1, TwoWeeks, 0, 10, Stop);

        Assert.Equal(["due", "confirmed into it", "confirmed later"], page.Rows.Select(line => line.Order));
        Assert.Equal(3, page.Total);
    }

    [Theory, OnBothStores]
    public async Task FindOrdersAsync_takes_the_number_as_people_type_it(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await PublishAsync(store, new() { Orders = [GivenPlan.Order("SO63216"), GivenPlan.Order("SO63216", "2"), GivenPlan.Order("SO163216"), GivenPlan.Order("SO63217"), GivenPlan.Order("SO_1")] });

        Task<IReadOnlyList<string>> Find(string ending, int take = 10) => store.Plans.FindOrdersAsync(Given.Plant, 1, ending, take, Stop);

        Assert.Equal(["SO63216", "SO163216"], await Find("63216"));
        Assert.Equal(["SO63216"], await Find(" so63216 "));
        Assert.Equal(["SO63216"], await Find("63216", take: 1));
        Assert.Equal(["SO_1"], await Find("_1"));
        Assert.Empty(await Find("%"));
        Assert.Empty(await Find(" "));
        Assert.Equal(["1", "2"], (await store.Plans.OrderLinesAsync(Given.Plant, 1, "SO63216", Stop)).Select(line => line.Line));
    }

    [Theory, OnBothStores]
    public async Task SetBaselineAsync_freezes_a_week_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await using var other = store.Another();

        var frozen = await Task.WhenAll(Enumerable.Range(1, 6).Select(at => (at % 2 == 0 ? store : other)
            .Plans.SetBaselineAsync(Given.Plant, Week, at, Given.Ana, Given.Now, new() { Audit = [Given.Audit()] }, Stop)));
        await store.Plans.SetBaselineAsync(Given.Plant, Week.Next, 9, null, Given.Now, Effect.None, Stop);

        Assert.Single(frozen, first => first);
        Assert.Single(await store.Audit.ListAsync(Given.Plant, 0, 10, Stop));
        var baselines = await store.Plans.BaselinesAsync(Given.Plant, Week.Start, Stop);
        Assert.Equal([Week.Start, Week.Next.Start], baselines.Select(baseline => baseline.Week.Start));
        Assert.Equal((Array.IndexOf(frozen, true) + 1, Given.Ana, Given.Now), (baselines[0].Version, baselines[0].By, baselines[0].At));
        Assert.Equal([9], (await store.Plans.BaselinesAsync(Given.Plant, Week.Next.Start, Stop)).Select(baseline => baseline.Version));
    }

    [Theory, OnBothStores]
    public async Task SaveFindingsAsync_gives_them_back_whole_and_by_part_and_a_second_time_replaces(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        Assert.Null(await store.Plans.FindingsAsync(Given.Plant, 1, Stop));
        Assert.Null(await store.Plans.LookAheadAsync(Given.Plant, 1, Stop));
        var findings = new PlanFindings(
            new SoeBot.Domain.Plan.LookAhead([new WeekLoad(Week, 3, 120.5m, [new CentreLoad("10", "Frame forming", 30, 0)])], 4, null, 1, 2, ["no forecast"]),
            [new RankedOrder(1, "SO1", "1", "BK-100", "Bike", null, 8, Given.Today, null, 12.5m, LateCause.AwaitingSupply, 0.75m, [new RiskDriver(RiskDriverKind.Supply, 1, "casting covers 40 %")], ["casting is late"])],
            [new PlanException(ExceptionCategory.Downtime, "10", "breakdown", Given.Today, "forming stood", 8, 5.5m, "h", 3)],
            [new WeekNumbers(Week.Previous, 7, M(3, 4), M(0, 0), M(1, 1), M(1, 1), 2.5m) { Made = 4, ByDefinition = new Dictionary<AttainmentDefinition, Measure> { [AttainmentDefinition.Mix] = M(3, 4) } }])
        {
            Figures = [new Figure(FigureKind.Otif, Figure.Share, "in full and on time", "week 1", "orders") { Value = 0.5m, Parts = [FigurePart.Of("Acme", 1, 2)] }],
            Flags = [new PlanFlag(FlagKind.OutOfStock, "BK-100", Given.Today, "out of stock", 0, 12, "pcs") { Imports = 2, FiredIn = 1, Options = ["bring it forward"] }],
            Problems = [new ProcessProblem(3, ExceptionCategory.Downtime, "10", "breakdown", "forming stood", Given.Today, Given.Today) { OpenedIn = 1 }],
            ExceptionWeeks = [new ExceptionWeek(Week, 2, new Dictionary<ExceptionCategory, int> { [ExceptionCategory.Downtime] = 2 }, [new ExceptionCause(ExceptionCategory.Downtime, "10", "breakdown", 3, Given.Today)])],
            Carried = new CarriedFacts { Resting = [new ExceptionChain("x", 2, Given.Today, Given.Today)], MonthStocks = [new MonthStock(new(2026, 11, 1), 3, null)] },
        };
        await store.Plans.SaveFindingsAsync(Given.Plant, 1, findings with { AtRisk = [] }, Stop);

        await store.Plans.SaveFindingsAsync(Given.Plant, 1, findings, Stop);

        Same(findings, await store.Plans.FindingsAsync(Given.Plant, 1, Stop));
        Same(findings.LookAhead, await store.Plans.LookAheadAsync(Given.Plant, 1, Stop));
        Same(findings.AtRisk, await store.Plans.AtRiskAsync(Given.Plant, 1, Stop));
        Same(findings.Exceptions, await store.Plans.ExceptionsAsync(Given.Plant, 1, Stop));
        Same(findings.Weeks, await store.Plans.WeeksAsync(Given.Plant, 1, Stop));

        static void Same<T>(T expected, T? found) => Assert.Equal(JsonSerializer.Serialize(expected, AsText), JsonSerializer.Serialize(found, AsText));

        static Measure M(decimal numerator, decimal denominator) => new(numerator, denominator, "pieces", "made of planned");
    }

    [Theory, OnBothStores]
    public async Task LastRefusedAsync_is_silent_once_an_import_was_taken(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await store.Plans.NoteRefusedImportAsync(Given.Plant, new("orders.csv", "Ana", "orders.csv row 3: no date", Given.Now.AddHours(-1)), Effect.None, Stop);
        var before = await store.Plans.LastRefusedAsync(Given.Plant, Stop);

        await PublishAsync(store, new() { Orders = [] });
        var after = await store.Plans.LastRefusedAsync(Given.Plant, Stop);
        await store.Plans.NoteRefusedImportAsync(Given.Plant, new("orders.csv", "Ana", "again", Given.Now.AddHours(1)), Effect.None, Stop);

        Assert.Equal("orders.csv row 3: no date", before!.Reasons);
        Assert.Null(after);
        Assert.Equal("again", (await store.Plans.LastRefusedAsync(Given.Plant, Stop))!.Reasons);
    }

    private static Task<PlanVersion> PublishAsync(StoreUnderTest store, PlanSnapshot plan) =>
        store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
}
