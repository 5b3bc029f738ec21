using SoeBot.Domain.Fences;
using SoeBot.Domain.Plan;
using SoeBot.Domain.Promising;
using SoeBot.Domain.Risk;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Effects;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Planning;

/// <summary>What an import means for orders at risk: named, gone with a reason, split, merged; the same version twice is once.</summary>
public sealed class FollowOrdersTests
{
    private static readonly PlantProfile Plant = new()
    {
        Id = Given.Plant, Name = "Bothell", Calendar = new PlantCalendar { Zone = TimeZoneInfo.Utc }, MeetingDay = DayOfWeek.Wednesday, MeetingStart = new(13, 0), MeetingMinutes = 90,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static RankedOrder Ranked(int rank, string order) =>
        new(rank, order, "1", "BK-100", "Bike", null, 10, Given.Today.AddDays(8), null, null, LateCause.AwaitingSupply, 0.9m, [], []);

    private static async Task ImportAsync(StoreUnderTest store, IReadOnlyList<OrderLine> orders, params string[] atRisk)
    {
        var plan = new PlanSnapshot { Orders = orders };
        var version = await store.Plans.PublishAsync(Given.Plant, plan, GivenPlan.Origin, Given.Now, Effect.None, Stop);
        var findings = new PlanFindings(LookAheadRules.Compute(plan, Plant.Calendar, Given.Today), [.. atRisk.Select((order, at) => Ranked(at + 1, order))], [], []) { Kin = OrderKin.Of(orders) };
        var follow = new FollowOrders(store.Plans, store.AtRisk);
        await follow.FollowAsync(Plant, version, findings, Stop);
        await follow.FollowAsync(Plant, version, findings, Stop); // the process died in between, and it is done again
        await store.Plans.SaveFindingsAsync(Given.Plant, version.Number, findings, Stop);
    }

    private static async Task AnswerAsync(StoreUnderTest store, string order, RiskStatus status, SoeBot.Domain.People.PersonKey by) =>
        await store.AtRisk.ChangeAsync(Given.Plant, order, row => (row.Answer(new RiskAnswer(status, "castings late", null, null, null), Given.Today.AddDays(8), by, Given.Now), Effect.None), Stop);

    [Theory, OnBothStores]
    public async Task An_order_that_is_shipped_leaves_the_list_once_with_its_reason(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ImportAsync(store, [GivenPlan.Order("SO1"), GivenPlan.Order("SO2")], "SO1", "SO2");
        await ImportAsync(store, [GivenPlan.Order("SO1") with { ShippedQuantity = 10, ShippedOn = Given.Today }, GivenPlan.Order("SO2")], "SO2");

        var gone = await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop);
        Assert.Equal([(RiskEventKind.Listed, (int?)1), (RiskEventKind.Left, 2)], gone!.Events.Select(one => (one.Kind, one.PlanVersion)));
        Assert.Equal((LeaveReason.Shipped, false), (gone.Events[^1].Reason!.Value, gone.IsListed));
        Assert.True((await store.AtRisk.FindAsync(Given.Plant, "SO2", Stop))!.IsListed);
        var line = Assert.Single(await store.Audit.AboutAsync(Given.Plant, "SO1", Stop));
        Assert.Equal(("risk.left", "Shipped", (int?)2), (line.What, line.Detail, line.PlanVersion));
    }

    [Theory, OnBothStores]
    public async Task The_children_of_a_split_order_have_its_owner_and_answer_and_the_owner_is_told_once(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ImportAsync(store, [GivenPlan.Order("SO1", quantity: 40)], "SO1");
        await AnswerAsync(store, "SO1", RiskStatus.Red, Given.Ben);
        await ImportAsync(store, [GivenPlan.Order("SO1A", quantity: 25) with { SplitFrom = "SO1" }, GivenPlan.Order("SO1B", quantity: 15) with { SplitFrom = "SO1" }], "SO1A", "SO1B");

        foreach (var child in await store.AtRisk.OfPlantAsync(Given.Plant, ["SO1A", "SO1B"], Stop))
            Assert.Equal((Given.Ben, RiskStatus.Red, "castings late"), (child.Owner!.Value, child.Status, child.Risk));
        Assert.Equal(
            ["SO1 was split: SO1A has 25 of it. It is red. It has the owner and the answer of SO1.", "SO1 was split: SO1B has 15 of it. It is red. It has the owner and the answer of SO1."],
            (await store.Outbox.RecentAsync(Given.Plant, 10, Stop)).Select(message => message.Card.About).Order());
        Assert.Equal("from SO1", Assert.Single(await store.Audit.AboutAsync(Given.Plant, "SO1A", Stop)).Detail);
        Assert.Equal([15m, 25m], (await store.Plans.KinAsync(Given.Plant, 2, Stop)).Select(kin => kin.Quantity).Order());
    }

    [Theory, OnBothStores]
    public async Task A_merged_order_keeps_the_stricter_status_and_both_owners_are_told(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ImportAsync(store, [GivenPlan.Order("SO1"), GivenPlan.Order("SO2")], "SO1", "SO2");
        await AnswerAsync(store, "SO1", RiskStatus.Red, Given.Ben);
        await AnswerAsync(store, "SO2", RiskStatus.Amber, Given.Ana);
        await ImportAsync(store, [GivenPlan.Order("SO1") with { MergedInto = "SO2", Quantity = 0 }, GivenPlan.Order("SO2", quantity: 20)], "SO2");

        var into = (await store.AtRisk.FindAsync(Given.Plant, "SO2", Stop))!;
        Assert.Equal((Given.Ana, RiskStatus.Red), (into.Owner!.Value, into.Status));
        Assert.Equal(LeaveReason.Merged, (await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop))!.Events[^1].Reason);
        var told = await store.Outbox.RecentAsync(Given.Plant, 10, Stop);
        Assert.Equal(2, told.Count);
        Assert.All(told, message => Assert.Equal("SO1 is part of SO2 now. It is red. What was said of SO1 counts there.", message.Card.About));
    }

    [Theory, OnBothStores]
    public async Task What_people_decide_against_the_ranking_is_the_list_at_once_and_after_the_next_import(StoreProvider provider)
    {
        await using var store = await StoreUnderTest.NewAsync(provider);
        await ImportAsync(store, [GivenPlan.Order("SO1"), GivenPlan.Order("SO2"), GivenPlan.Order("SO3")], "SO1", "SO2");
        await DecideAsync("SO3", RiskOverride.On);
        await DecideAsync("SO1", RiskOverride.Off);
        Assert.Equal(["SO3", "SO2"], (await store.Plans.AtRiskAsync(Given.Plant, 1, Stop))!.Select(one => one.Order));
        await ImportAsync(store, [GivenPlan.Order("SO1"), GivenPlan.Order("SO2"), GivenPlan.Order("SO3") with { ShippedQuantity = 10 }], "SO1", "SO2");
        Assert.Equal(["SO2"], (await store.Plans.AtRiskAsync(Given.Plant, 2, Stop))!.Select(one => one.Order));
        Assert.Equal(LeaveReason.TakenOff, (await store.AtRisk.FindAsync(Given.Plant, "SO1", Stop))!.Events[^1].Reason);

        async Task DecideAsync(string order, RiskOverride what) =>
            await store.AtRisk.ChangeAsync(Given.Plant, order, row => (row.Decide(what, "the customer's line stops", Given.Ana, Given.Now, 1), Effect.None), Stop);
    }
}
