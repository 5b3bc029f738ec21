using SoeBot.Domain.Plan;
using SoeBot.Domain.Risk;
using Xunit;
using static SoeBot.UnitTests.Domain.Given;

namespace SoeBot.UnitTests.Domain.Risk;

public sealed class LateHistoryTests
{
    private static readonly RiskSettings Settings = new();

    private static OrderLine Shipped(string order, string item, int due, int? shipped, string customer = "Bluewater") =>
        Order(order, item, 5, due) with { Customer = customer, ShippedQuantity = shipped is null ? 0 : 5, ShippedOn = shipped is { } day ? Jan(day) : null };

    private static ScheduleLine Done(string item, int due, int? done) => Make($"{item}{due}", item, 5, due - 2, due) with { FinishedOn = done is { } day ? Jan(day) : null };

    private static LateExpectation? Expect(PlanSnapshot plan, string item, string customer = "Bluewater", RiskSettings? settings = null, params PurchaseLine[] supplies) =>
        LateHistory.From(plan, Monday, settings ?? Settings).Of(Order("SO9", item, 5, 9) with { Customer = customer }, item, supplies, Monday);

    [Fact]
    public void Of_NothingPast_SaysNothing() => Assert.Null(Expect(new PlanSnapshot { Orders = [Order("SO1", "pump", 5, 9)] }, "pump"));

    [Fact]
    public void Of_FewCases_IsDrawnTowardsThePlantAndManySpeakForThemselves()
    {
        PlanSnapshot Plan(int cases) => new()
        {
            Schedule = [.. Enumerable.Range(0, 200).Select(at => Make($"other{at}", $"item {at % 20}", 5, -40, -(at % 30) - 1) with { FinishedOn = Jan(at % 5 == 0 ? 3 : -60) }),
                .. Enumerable.Range(0, cases).Select(at => Make($"frame{at}", "frame", 5, -40, -(at % 30) - 1) with { FinishedOn = Jan(3) })],
        };
        var (few, many) = (Expect(Plan(1), "frame")!.Value, Expect(Plan(40), "frame")!.Value);
        Assert.InRange(few.Probability, few.Mean, 0.6);
        Assert.InRange(many.Probability, 0.8, 1);
        Assert.Equal((40, 40), (many.Strongest!.Value.Late, many.Strongest.Value.Cases));
    }

    [Fact]
    public void Of_ALateSuppliersItem_IsNotBlamedForTheSupplier()
    {
        // The seal comes from both: late from Slow, punctual from Prompt. The bolt comes from Prompt alone.
        OrderLine Line(int at, string item, string supplier) =>
            Shipped($"SO{item}{supplier}{at}", item, -at - 1, supplier == "Slow" ? 3 : -at - 1) with { Supplier = supplier, Customer = null };
        var history = LateHistory.From(new PlanSnapshot
        {
            Orders = [.. Enumerable.Range(0, 30).SelectMany(at => (OrderLine[])[Line(at, "seal", "Slow"), Line(at, "seal", "Prompt"), Line(at, "bolt", "Prompt"), Line(at, "bolt", "Prompt2")])],
        }, Monday, Settings);
        double Of(string supplier) => history.Of(Line(0, "seal", supplier), "seal", [], Monday)!.Value.Probability;
        Assert.True(Of("Slow") > 0.7 && Of("Prompt") < 0.15, $"{Of("Slow"):0.00} {Of("Prompt"):0.00}");
    }

    [Fact]
    public void Of_PastDueAndStillOpen_WasLateAndDueTodayIsNotYetKnown()
    {
        var expected = Expect(new PlanSnapshot { Schedule = [Done("frame", 2, null), Done("frame", 5, null)] }, "frame")!.Value;
        Assert.Equal((1, 1), (expected.Strongest!.Value.Late, expected.Strongest.Value.Cases));
    }

    [Fact]
    public void Of_LongAgo_IsForgotten() => Assert.Null(Expect(new PlanSnapshot { Schedule = [Done("frame", -400, -390)] }, "frame", settings: new() { HistoryDays = 364 }));

    [Fact]
    public void Of_ShippedByTheLaterPromise_WasLateAgainstTheFirst() => Assert.Equal(1, Expect(new PlanSnapshot
    {
        Orders = [Shipped("SO1", "pump", 1, 3) with { FirstConfirmed = Jan(1), LastConfirmed = Jan(3) }],
    }, "pump")!.Value.Strongest!.Value.Late);

    [Fact]
    public void Of_WaitingForALateSupplier_IsMoreProbablyLateThanForAPunctualOne()
    {
        var plan = new PlanSnapshot
        {
            Purchases = [.. Enumerable.Range(0, 20).SelectMany(at => (PurchaseLine[])[
                Buy($"S{at}", "seal", 5, -at) with { Supplier = "Slow", Received = 5, ReceivedOn = Jan(4 - at) },
                Buy($"P{at}", "seal", 5, -at) with { Supplier = "Prompt", Received = 5, ReceivedOn = Jan(-at) }])],
        };
        decimal Score(string supplier) => Expect(plan, "pump", supplies: Buy("open", "seal", 5, 8) with { Supplier = supplier })!.Value.Score;
        Assert.True(Score("Slow") > 0.6m && Score("Prompt") < 0.2m, $"{Score("Slow")} {Score("Prompt")}");
    }

    [Fact]
    public void Of_StillOpenWhenMostPunctualOnesAreDone_IsMoreProbablyLate()
    {
        // Half of the punctual ones go a week early, half on the day.
        var plan = new PlanSnapshot { Orders = [.. Enumerable.Range(0, 90).Select(at => Shipped($"SO{at}", "pump", -at - 1, at % 3 == 0 ? 3 : at % 3 == 1 ? -at - 1 : -at - 8))] };
        var history = LateHistory.From(plan, Monday, Settings);
        double On(int day) => history.Of(Order("SO9", "pump", 5, day) with { Customer = "Bluewater" }, "pump", [], Monday)!.Value.Probability;
        Assert.True(On(5) > On(19) + 0.05, $"{On(5):0.00} {On(19):0.00}");
    }

    [Fact]
    public void Score_TwiceTheUsualOddsOrMoreLikelyThanNot_IsHalf()
    {
        Assert.Equal(0.5m, Math.Round(new LateExpectation(1 / 5.5, 0.1, 0, null).Score, 2)); // odds 2 to 9 against 1 to 9
        Assert.Equal(0.5m, Math.Round(new LateExpectation(0.5, 0.5, 0, null).Score, 2));
        Assert.Equal(0.05m, Math.Round(new LateExpectation(0.05, 0.1, 0, null).Score, 2));
    }
}
